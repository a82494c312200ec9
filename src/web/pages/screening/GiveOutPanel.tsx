import { Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { giveOutRecords } from '#contract/screening';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { STAGE_WORDS } from './stageWords.ts';
import styles from './TeamPage.module.css';
import { type Board, type Gift, type GiveOut, usePreview } from './teamQueries.ts';

export interface GiveOutPanelProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly board: Board;
  readonly onPreview: (preview: Gift | null) => void;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Which records to whom by when; what would happen is shown before anything does. */
export function GiveOutPanel({ reviewId, stage, board, onPreview, isOpen, onClose }: GiveOutPanelProps) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [howMany, setHowMany] = useState<number | null>(null);
  const [pairs, setPairs] = useState<'rotated' | 'kept'>('rotated');
  const [dueOn, setDueOn] = useState('');
  const { unit } = STAGE_WORDS[stage];
  const input: GiveOut = { personIds: [...chosen], count: howMany, pairs, dueOn: dueOn === '' ? null : dueOn, seed: 1 };
  const isComplete = chosen.length > 0 && board.waiting > 0;
  const asked = useDeferredValue(isComplete ? JSON.stringify(input) : null);
  const preview = usePreview(reviewId, stage, asked === null ? null : (JSON.parse(asked) as GiveOut)); // made just above
  const plan = isComplete ? (preview.data ?? null) : null;
  useEffect(() => onPreview(plan), [plan, onPreview]);

  const giveOut = useMutation({
    mutationFn: () => call(giveOutRecords, { params: { reviewId, stage }, body: { ...input, isPreview: false } }),
    onSuccess: async ({ given }) => {
      setChosen([]);
      setHowMany(null);
      onClose();
      toast({ text: `${counted(given, unit)} given out` });
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
  });
  const errors = useFieldErrors(giveOut.error ?? preview.error, ['personIds', 'count', 'dueOn']);
  const people = board.people.filter(one => one.canScreen);
  const added = (personId: string) => plan?.perPerson.find(one => one.personId === personId)?.added ?? null;
  const because = whyNotGive(board, chosen.length, plan, unit);
  return (
    <SidePanel
      title={`Give out ${unit}s`}
      width={340}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <PlanLines plan={plan} unit={unit} mode={board.mode} />
          <ActionButton
            kind="primary"
            size="large"
            type="submit"
            form="give-out"
            isWide
            isWorking={giveOut.isPending}
            because={because}
          >
            {plan ? `Give out ${counted(plan.given, unit)}` : `Give out ${unit}s`}
          </ActionButton>
          <p className={styles.hint}>What nobody has decided on yet can be taken back at any time.</p>
        </>
      }
    >
      <form
        id="give-out"
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (because === null) giveOut.mutate();
        }}
      >
        <p className="muted">Nothing changes until you confirm.</p>
        <FormProblem problem={giveOut.error ?? preview.error} errors={errors} />
        <NumberInput
          name="count"
          label="How many"
          placeholder={board.waiting === 0 ? 'None wait' : `All ${count(board.waiting)} that wait`}
          description={`${counted(board.waiting, unit)} ${board.waiting === 1 ? 'waits' : 'wait'}; in the order of import.`}
          error={errors.of('count')}
          min={1}
          max={Math.max(1, board.waiting)}
          allowDecimal={false}
          value={howMany ?? ''}
          onChange={value => setHowMany(typeof value === 'number' && value > 0 ? value : null)}
        />
        <Checkbox.Group label="To whom" value={[...chosen]} onChange={setChosen} error={errors.of('personIds')}>
          <ul className={styles.people}>
            {people.map(one => (
              <li key={one.personId}>
                <Checkbox
                  value={one.personId}
                  label={
                    <span className={styles.person}>
                      <Avatar name={one.name} size={24} /> {one.name}
                    </span>
                  }
                />
                <span className="number">{added(one.personId) === null ? '–' : count(added(one.personId) ?? 0)}</span>
              </li>
            ))}
          </ul>
        </Checkbox.Group>
        {board.mode === 'double' && chosen.length > 2 && (
          <div>
            <span className={styles.label}>Pairs</span>
            <SegmentedControl
              fullWidth
              aria-label="Pairs"
              value={pairs}
              onChange={next => setPairs(next === 'kept' ? 'kept' : 'rotated')}
              data={[
                { value: 'rotated', label: 'Everybody with everybody' },
                { value: 'kept', label: 'The same two' },
              ]}
            />
          </div>
        )}
        <TextInput
          type="date"
          name="dueOn"
          label="Due (optional)"
          error={errors.of('dueOn')}
          value={dueOn}
          onChange={event => setDueOn(event.currentTarget.value)}
        />
      </form>
    </SidePanel>
  );
}

function PlanLines({ plan, unit, mode }: { plan: Gift | null; unit: string; mode: Board['mode'] }) {
  if (!plan) return null;
  return (
    <ul className={styles.plan} aria-live="polite">
      <li>
        <IconCheck size={16} stroke={1.75} className={styles.fine} />
        {counted(plan.given, unit)} {plan.given === 1 ? 'goes' : 'go'} out
        {mode === 'double' ? ', so that each has two screeners' : ''}
      </li>
      {plan.notGiven.map(one => (
        <li key={one.because}>
          <IconAlertTriangle size={16} stroke={1.75} className={styles.short} />
          {count(one.count)} stay: {one.because}
        </li>
      ))}
    </ul>
  );
}

function whyNotGive(board: Board, people: number, plan: Gift | null, unit: string): string | null {
  if (board.may.assign !== null) return board.may.assign;
  if (board.waiting === 0) return `No ${unit} waits: everything has been given out.`;
  if (people === 0) return 'Choose at least one person.';
  return plan?.given === 0 ? 'Nothing can be given out to these people.' : null;
}
