import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { stopScreening } from '#contract/ranking';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import styles from './RankingPage.module.css';
import { useFreshReview } from './rankingQueries.ts';

export interface StopDialogProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly notScreened: number;
  /** The sentence as it is true now; it is kept with the stop. */
  readonly methods: string;
  readonly onClose: () => void;
}

/** The end of screening before all is read: what it leaves unread, and why. */
export function StopDialog({ reviewId, stage, notScreened, methods, onClose }: StopDialogProps) {
  const refresh = useFreshReview(reviewId);
  const [reason, setReason] = useState('');
  const stop = useMutation({
    mutationFn: () => call(stopScreening, { params: { reviewId, stage }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      toast({ text: `Screening has ended; ${counted(notScreened, 'record')} stay unread` });
      onClose();
      await refresh();
    },
  });
  const errors = useFieldErrors(stop.error, ['reason']);
  return (
    <Dialog title="Stop screening" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!stop.isPending) stop.mutate();
        }}
      >
        <FormProblem problem={stop.error} errors={errors} />
        <p>
          {counted(notScreened, 'record')} that nobody has decided on will not be read. PRISMA counts them as ineligible
          by automation. What somebody has begun is still finished. You can go on later: everybody gets their records
          back.
        </p>
        <p className={styles.methods}>{methods}</p>
        <Textarea
          label="Why screening ends here"
          name="reason"
          description="It stands in the audit trail and belongs in the Methods."
          autosize
          minRows={3}
          error={errors.of('reason')}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <ActionButton
          kind="primary"
          type="submit"
          isWorking={stop.isPending}
          because={reason.trim() === '' ? 'Write why first.' : null}
        >
          Stop screening
        </ActionButton>
      </form>
    </Dialog>
  );
}
