import { MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import type { ReportWithoutStudy } from './extraction.ts';
import styles from './Rows.module.css';
import { reportOptions } from './reportOptions.ts';
import { useStudyDeeds } from './useExtraction.ts';

/** A new study, prefilled from the report that it was found in. */
export function AddStudyDialog({
  reviewId,
  report,
  reports,
  onClose,
}: {
  reviewId: string;
  report: ReportWithoutStudy | null;
  reports: readonly ReportWithoutStudy[];
  onClose: () => void;
}) {
  const navigate = useNavigate();
  const { add } = useStudyDeeds(reviewId);
  const errors = useFieldErrors(add.error, ['label', 'year', 'recordIds']);
  const [label, setLabel] = useState(report?.suggestedLabel ?? '');
  const [year, setYear] = useState<number | null>(report?.year ?? null);
  const [recordIds, setRecordIds] = useState<string[]>(report ? [report.recordId] : []);
  const send = () =>
    add.mutate(
      { label, year, recordIds },
      {
        onSuccess: ({ id }) => {
          onClose();
          void navigate({ to: '/reviews/$reviewId/extraction', params: { reviewId }, search: { study: id } });
        },
      },
    );
  return (
    <Dialog title="Add a study" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          send();
        }}
      >
        <FormProblem problem={add.error} errors={errors} />
        <div className={styles.pair}>
          <TextInput
            label="Label"
            name="label"
            description="As it stands in a forest plot: Aronson 1948"
            maxLength={200}
            value={label}
            error={errors.of('label')}
            onChange={event => setLabel(event.currentTarget.value)}
          />
          <NumberInput
            label="Year"
            name="year"
            hideControls
            allowDecimal={false}
            thousandSeparator=""
            value={year ?? ''}
            error={errors.of('year')}
            onChange={next => setYear(typeof next === 'number' ? next : null)}
          />
        </div>
        <MultiSelect
          label="Reports that tell of it"
          name="recordIds"
          description="Optional. They can be linked later."
          data={reportOptions(reports)}
          value={recordIds}
          onChange={setRecordIds}
          searchable
          comboboxProps={{ withinPortal: false }}
          nothingFoundMessage="No included report without a study"
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit" isWorking={add.isPending}>
            Add the study
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
