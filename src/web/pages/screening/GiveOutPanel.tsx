import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect } from 'react';
import { giveOutRecords } from '#contract/assignments';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import { PlanLines } from './PlanLines.tsx';
import { STAGE_WORDS } from './stageWords.ts';
import styles from './TeamPage.module.css';
import { type Board, type Gift, type GiveOut, usePreview } from './teamQueries.ts';
import { type GiveOutForm, useGiveOut } from './useGiveOut.ts';
import { WhichFields } from './WhichFields.tsx';
import { WhomFields } from './WhomFields.tsx';

export interface GiveOutPanelProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly board: Board;
  /** Whose open records move to others; null for records that nobody has. */
  readonly from: string | null;
  readonly onFrom: (personId: string | null) => void;
  readonly onPreview: (preview: Gift | null) => void;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Which records to whom by when; what would happen is shown before anything does. */
export function GiveOutPanel({ reviewId, stage, board, from, onFrom, onPreview, isOpen, onClose }: GiveOutPanelProps) {
  const queries = useQueryClient();
  const form = useGiveOut(board, from);
  const { unit } = STAGE_WORDS[stage];
  const { input } = form;
  const asked = useDeferredValue(input === null ? null : JSON.stringify(input));
  const preview = usePreview(reviewId, stage, asked === null ? null : (JSON.parse(asked) as GiveOut)); // made just above
  const plan = input === null ? null : (preview.data ?? null);
  useEffect(() => onPreview(plan), [plan, onPreview]);

  const giveOut = useMutation({
    mutationFn: (body: GiveOut) =>
      call(giveOutRecords, { params: { reviewId, stage }, body: { ...body, isPreview: false } }),
    onSuccess: async ({ given }) => {
      toast({ text: `${counted(given, unit)} ${from === null ? 'given out' : 'moved'}` });
      form.reset();
      onFrom(null);
      onClose();
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
  });
  const problem = giveOut.error ?? preview.error;
  const errors = useFieldErrors(problem, ['personIds', 'count', 'dueOn', 'text']);
  const because = whyNotGive(board, form, plan, unit);
  const verb = form.source ? 'Move' : 'Give out';
  return (
    <SidePanel
      title={`Give out ${unit}s`}
      width={340}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <PlanLines plan={plan} form={form} unit={unit} mode={board.mode} />
          <ActionButton
            kind="primary"
            size="large"
            type="submit"
            form="give-out"
            isWide
            isWorking={giveOut.isPending}
            because={because}
          >
            {plan ? `${verb} ${counted(plan.given, unit)}` : `${verb} ${unit}s`}
          </ActionButton>
          <p className={styles.hint}>
            What nobody has decided on yet can be taken back at any time.{' '}
            {plan && form.chosen.length > 1 && <LinkButton onClick={form.dealAgain}>Deal again</LinkButton>}
          </p>
        </>
      }
    >
      <form
        id="give-out"
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (because === null && input !== null) giveOut.mutate(input);
        }}
      >
        <p className="muted">Nothing changes until you confirm.</p>
        <FormProblem problem={problem} errors={errors} />
        <WhichFields form={form} board={board} unit={unit} from={from} onFrom={onFrom} errorOf={errors.of} />
        <WhomFields form={form} board={board} plan={plan} from={from} error={errors.of('personIds')} />
        <TextInput
          type="date"
          name="dueOn"
          label="Due (optional)"
          error={errors.of('dueOn')}
          value={form.dueOn}
          onChange={event => form.setDueOn(event.currentTarget.value)}
        />
      </form>
    </SidePanel>
  );
}

function whyNotGive(board: Board, form: GiveOutForm, plan: Gift | null, unit: string): string | null {
  if (board.may.assign !== null) return board.may.assign;
  if (form.available === 0) return `No ${unit} waits: everything has been given out.`;
  if (form.chosen.length === 0) return 'Choose at least one person.';
  if (form.input === null) return 'Write the words that they must have.';
  return plan?.given === 0 ? 'Nothing can be given out to these people.' : null;
}
