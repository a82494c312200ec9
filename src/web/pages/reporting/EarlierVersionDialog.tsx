import { NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setEarlierVersion } from '#contract/flowSnapshots';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Manuscript.module.css';

/** What the earlier version of an update included. */
export function EarlierVersionDialog({
  reviewId,
  earlier,
  onClose,
}: {
  reviewId: string;
  earlier: { studies: number; reports: number } | null;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [studies, setStudies] = useState<number | string>(earlier?.studies ?? '');
  const [reports, setReports] = useState<number | string>(earlier?.reports ?? '');
  const save = useMutation({
    mutationFn: (next: { studies: number; reports: number } | null) =>
      call(setEarlierVersion, { params: { reviewId }, body: { earlier: next } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      onClose();
    },
  });
  const errors = useFieldErrors(save.error, ['studies', 'reports']);
  const isWhole = typeof studies === 'number' && typeof reports === 'number';
  return (
    <Dialog title="What did the earlier version include?" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (isWhole) save.mutate({ studies, reports });
        }}
      >
        <FormProblem problem={save.error} errors={errors} />
        <NumberInput
          name="studies"
          label="Studies"
          min={0}
          allowDecimal={false}
          value={studies}
          error={errors.of('studies')}
          onChange={setStudies}
        />
        <NumberInput
          name="reports"
          label="Reports of these studies"
          min={0}
          allowDecimal={false}
          value={reports}
          error={errors.of('reports')}
          onChange={setReports}
        />
        <div className={styles.buttons}>
          {earlier && <ActionButton onClick={() => save.mutate(null)}>It is a new review</ActionButton>}
          <ActionButton
            kind="primary"
            type="submit"
            isWorking={save.isPending}
            because={isWhole ? null : 'Write both numbers.'}
          >
            Keep it
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
