import { MultiSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import type { Extraction, Study, StudyBody } from './extraction.ts';
import styles from './Rows.module.css';
import { reportOptions } from './reportOptions.ts';
import { useStudyDeeds } from './useExtraction.ts';

/** What the study is called, what there is to note, and which reports tell of it. */
export function StudyTab({ reviewId, extraction, study }: { reviewId: string; extraction: Extraction; study: Study }) {
  const { reportsWithoutStudy } = extraction;
  const because = study.may.reshape;
  const navigate = useNavigate();
  const { change, remove } = useStudyDeeds(reviewId);
  const [isRemoving, setIsRemoving] = useState(false);
  const [fields, setFields] = useState(() => ({ label: study.label, year: study.year, notes: study.notes }));
  const linked = study.reports.map(report => report.recordId);
  const problem = change.error ?? remove.error;
  const errors = useFieldErrors(problem, ['label', 'year', 'notes', 'recordIds']);
  const isReadOnly = because !== null;
  const keep = (part: Partial<StudyBody> = {}) => {
    const isSame = fields.label === study.label && fields.year === study.year && fields.notes === study.notes;
    if (isSame && part.recordIds === undefined && !change.isError) return;
    change.mutate({ studyId: study.studyId, body: { ...fields, recordIds: linked, ...part } });
  };
  const takeAway = () =>
    remove.mutate(study.studyId, {
      onSettled: () => setIsRemoving(false),
      onSuccess: () => void navigate({ to: '/reviews/$reviewId/extraction', params: { reviewId } }),
    });
  return (
    <div className={styles.form} style={{ maxWidth: 720 }}>
      <FormProblem problem={problem} errors={errors} />
      <div className={styles.pair}>
        <TextInput
          label="Label"
          name="label"
          maxLength={200}
          readOnly={isReadOnly}
          value={fields.label}
          error={errors.of('label')}
          onChange={event => setFields({ ...fields, label: event.currentTarget.value })}
          onBlur={() => keep()}
        />
        <NumberInput
          label="Year"
          name="year"
          hideControls
          allowDecimal={false}
          readOnly={isReadOnly}
          value={fields.year ?? ''}
          error={errors.of('year')}
          onChange={next => setFields({ ...fields, year: typeof next === 'number' ? next : null })}
          onBlur={() => keep()}
        />
      </div>
      <MultiSelect
        label="Reports that tell of it"
        name="recordIds"
        description="A study may have many reports; each report tells of one study."
        data={reportOptions([...study.reports, ...reportsWithoutStudy])}
        value={linked}
        readOnly={isReadOnly}
        error={errors.of('recordIds')}
        onChange={recordIds => keep({ recordIds })}
        searchable
        nothingFoundMessage="No other included report without a study"
      />
      <ul className={styles.rows}>
        {study.reports.map(report => (
          <li key={report.recordId} className={styles.row}>
            <div className={styles.words}>
              <p className="serif">{report.title}</p>
              <p className={styles.second}>{report.citation}</p>
            </div>
          </li>
        ))}
      </ul>
      <Textarea
        label="Notes"
        name="notes"
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        readOnly={isReadOnly}
        value={fields.notes}
        error={errors.of('notes')}
        onChange={event => setFields({ ...fields, notes: event.currentTarget.value })}
        onBlur={() => keep()}
      />
      <div>
        <ActionButton kind="danger" because={because} onClick={() => setIsRemoving(true)}>
          Remove this study
        </ActionButton>
      </div>
      {isRemoving && (
        <ConfirmDialog
          title={`Remove ${study.label}?`}
          verb="Remove the study"
          wayOut="Keep it"
          isDangerous
          isWorking={remove.isPending}
          onClose={() => setIsRemoving(false)}
          onConfirm={takeAway}
        >
          Its arms and numbers go with it; its reports stay and can be linked again. This can’t be taken back.
        </ConfirmDialog>
      )}
    </div>
  );
}
