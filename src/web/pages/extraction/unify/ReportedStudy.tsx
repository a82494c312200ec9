import { Autocomplete, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { ANALYTES, type Analyte, UNIT_NAMES } from '#core/extraction/units';
import { Badge } from '../../../parts/Badge.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import type { Outcome } from '../extraction.ts';
import { numberText, readNumber } from '../readNumber.ts';
import styles from './Unify.module.css';
import { type ReportingBody, type StudyReporting, useSaveReporting } from './useReporting.ts';

/** How one study reports the outcome, saved on leaving a field, with its numbers as reported and as used. */
export function ReportedStudy({
  reviewId,
  outcome,
  study,
  because,
}: {
  reviewId: string;
  outcome: Outcome;
  study: StudyReporting;
  because: string | null;
}) {
  const save = useSaveReporting(reviewId, outcome.outcomeId, study.studyId);
  const errors = useFieldErrors(save.error, ['name', 'timepointDays', 'unit', 'analyte']);
  const stored = { name: study.name, days: numberText(study.timepointDays), unit: study.unit };
  const [text, setText] = useState(stored);
  const days = readNumber(text.days);
  const isReadOnly = because !== null;
  const send = (part: Partial<ReportingBody> = {}) => {
    if (!days.isRead) return;
    const { analyte, isReversed } = study;
    const { name, unit } = text;
    save.mutate({ name, timepointDays: days.value, unit, analyte, isReversed, ...part });
  };
  const leave = () => {
    if (JSON.stringify(text) !== JSON.stringify(stored) || save.isError) send();
  };
  const { unit: unitOf, opposite } = kindOfOutcome(outcome.kind);
  const needsUnit = unitOf !== null;
  const needsAnalyte = /mol|%/.test(`${text.unit} ${outcome.unit}`) && text.unit !== '' && text.unit !== outcome.unit;
  return (
    <li className={styles.study}>
      <div className={styles.head}>
        <h2 className={styles.label}>{study.label}</h2>
        {study.isOutsideWindow && <Badge kind="warn">outside the time window</Badge>}
        {study.because !== null && <Badge kind="warn">left out: {study.because}</Badge>}
        {study.sentence !== '' && <Badge kind="info">{study.sentence}</Badge>}
      </div>
      <div className={styles.fields}>
        <TextInput
          label="The report calls it"
          name="name"
          placeholder={outcome.name}
          maxLength={200}
          readOnly={isReadOnly}
          value={text.name}
          error={errors.of('name')}
          onChange={event => setText({ ...text, name: event.currentTarget.value })}
          onBlur={leave}
        />
        <TextInput
          label="Measured after, days"
          name="timepointDays"
          inputMode="decimal"
          readOnly={isReadOnly}
          value={text.days}
          error={days.isRead ? errors.of('timepointDays') : days.problem}
          onChange={event => setText({ ...text, days: event.currentTarget.value })}
          onBlur={leave}
        />
        {needsUnit && (
          <Autocomplete
            label="Its unit"
            name="unit"
            data={[...UNIT_NAMES]}
            limit={8}
            placeholder={outcome.unit || 'as the review'}
            maxLength={60}
            readOnly={isReadOnly}
            value={text.unit}
            error={errors.of('unit') ?? (save.isError && errors.count === 0 ? save.error.message : undefined)}
            onChange={unit => setText({ ...text, unit })}
            onBlur={leave}
          />
        )}
        {needsUnit && (needsAnalyte || study.analyte !== '') && (
          <Select
            label="Of which substance"
            name="analyte"
            allowDeselect={false}
            data={ANALYTES.map(value => ({ value, label: value === '' ? 'none' : value }))}
            value={study.analyte}
            readOnly={isReadOnly}
            error={errors.of('analyte')}
            onChange={next => {
              const analyte = ANALYTES.find((word): word is Analyte => word === next);
              if (analyte !== undefined) send({ analyte });
            }}
          />
        )}
      </div>
      {opposite !== null && (
        <Checkbox
          label={opposite}
          // What was pressed stands at once; what the server has comes after.
          checked={save.isPending ? save.variables.isReversed : study.isReversed}
          disabled={isReadOnly}
          onChange={event => send({ isReversed: event.currentTarget.checked })}
        />
      )}
      {study.sentence !== '' && (
        <ul className={styles.numbers}>
          {study.numbers.map(({ arm, reported, used }) => (
            <li key={arm}>
              {arm !== '' && `${arm}: `}
              <span className="muted">{reported}</span> → {used}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
