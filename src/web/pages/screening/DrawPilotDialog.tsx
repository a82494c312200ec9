import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { drawPilot } from '#contract/pilots';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './TeamPage.module.css';
import { useBoard } from './teamQueries.ts';

export interface DrawPilotDialogProps {
  readonly reviewId: string;
  readonly stage: Stage;
  /** How many rounds there are: another one draws other records. */
  readonly rounds: number;
  readonly onClose: () => void;
}

/** The same records for everybody: how many, for whom, and the agreement that opens screening. */
export function DrawPilotDialog({ reviewId, stage, rounds, onClose }: DrawPilotDialogProps) {
  const queries = useQueryClient();
  const board = useBoard(reviewId, stage, true);
  const people = board.data?.people.filter(one => one.canScreen) ?? [];
  const [left, setLeft] = useState<readonly string[]>([]);
  const [count, setCount] = useState(50);
  const [bar, setBar] = useState(0.6);
  const [dueOn, setDueOn] = useState('');
  const chosen = people.map(one => one.personId).filter(personId => !left.includes(personId));
  const draw = useMutation({
    mutationFn: () =>
      call(drawPilot, {
        params: { reviewId, stage },
        body: { personIds: chosen, count, bar, dueOn: dueOn === '' ? null : dueOn, seed: rounds + 1 },
      }),
    onSuccess: async () => {
      toast({ text: 'The pilot round is drawn' });
      onClose();
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
  });
  const errors = useFieldErrors(draw.error, ['count', 'bar', 'dueOn', 'personIds']);
  return (
    <Dialog title="Draw a pilot round" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!draw.isPending) draw.mutate();
        }}
      >
        <FormProblem problem={draw.error} errors={errors} />
        <Checkbox.Group
          label="Who takes part"
          description="All of them get the same records, drawn by lot, and don’t see each other’s decisions until all have finished."
          value={chosen}
          onChange={next => setLeft(people.map(one => one.personId).filter(personId => !next.includes(personId)))}
          error={errors.of('personIds')}
        >
          <ul className={styles.people}>
            {people.map(one => (
              <li key={one.personId}>
                <Checkbox value={one.personId} label={one.name} />
              </li>
            ))}
          </ul>
        </Checkbox.Group>
        <NumberInput
          label="Records"
          name="count"
          min={2}
          max={500}
          allowDecimal={false}
          error={errors.of('count')}
          value={count}
          onChange={value => {
            if (typeof value === 'number') setCount(value);
          }}
        />
        <NumberInput
          label="Agreement that opens screening"
          name="bar"
          description="κ of two, Fleiss’ κ of more. 0.60 is a usual bar."
          min={0}
          max={1}
          step={0.05}
          decimalScale={2}
          fixedDecimalScale
          error={errors.of('bar')}
          value={bar}
          onChange={value => {
            if (typeof value === 'number') setBar(value);
          }}
        />
        <TextInput
          type="date"
          name="dueOn"
          label="Due (optional)"
          error={errors.of('dueOn')}
          value={dueOn}
          onChange={event => setDueOn(event.currentTarget.value)}
        />
        <ActionButton
          kind="primary"
          type="submit"
          isWorking={draw.isPending}
          because={chosen.length < 2 ? 'Choose at least two people.' : null}
        >
          {`Draw ${count} records`}
        </ActionButton>
      </form>
    </Dialog>
  );
}
