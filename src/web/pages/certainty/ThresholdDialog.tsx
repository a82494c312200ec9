import { NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Certainty.module.css';
import { type GradingList, useCertaintyDeeds } from './useCertainty.ts';

/** The smallest difference in an outcome that matters to patients. */
export function ThresholdDialog({
  reviewId,
  threshold,
  onClose,
}: {
  reviewId: string;
  threshold: GradingList['thresholds'][number];
  onClose: () => void;
}) {
  const [value, setValue] = useState<number | string>(threshold.value ?? '');
  const [reason, setReason] = useState(threshold.reason);
  const { setThreshold } = useCertaintyDeeds(reviewId);
  const errors = useFieldErrors(setThreshold.error, ['value', 'reason']);
  const { outcomeId, outcomeName, unit } = threshold;
  const save = () =>
    setThreshold.mutate(
      { outcomeId, value: typeof value === 'number' ? value : null, reason: reason.trim() },
      { onSuccess: onClose },
    );
  return (
    <Dialog title={`What difference in ${outcomeName} matters?`} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        <FormProblem problem={setThreshold.error} errors={errors} />
        <NumberInput
          label={`Smallest difference, in ${unit}`}
          name="value"
          description="Empty: not set. Changing it is kept in the audit trail, and whether an analysis had been computed by then."
          min={0}
          value={value}
          error={errors.of('value')}
          onChange={setValue}
        />
        <Textarea
          label="Why"
          name="reason"
          description="Optional: where it comes from"
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit" isWorking={setThreshold.isPending}>
            Keep the difference
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
