import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { removeStudyResult, saveStudyResult } from '#contract/extraction';
import { impossibleEstimate } from '#core/extraction/impossibleResult';
import { call } from '../../call.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './ArmNumbersForm.module.css';
import { EffectPreview } from './EffectPreview.tsx';
import { ESTIMATE_FIELDS, type EstimateText, estimateOf, estimateText, isEmptyEstimate } from './estimateText.ts';
import type { Outcome, Study } from './extraction.ts';
import { readNumber } from './readNumber.ts';
import type { TellTrouble } from './StudyPage.tsx';
import { useDeed } from './useExtraction.ts';

/** A study's own estimate with its interval, as reported. Saved when all three numbers are there. */
export function EstimateForm({
  reviewId,
  study,
  outcome,
  because,
  tellTrouble,
}: {
  reviewId: string;
  study: Study;
  outcome: Outcome;
  because: string | null;
  tellTrouble: TellTrouble;
}) {
  const { outcomeId } = outcome;
  const stored = study.studyResults.find(result => result.outcomeId === outcomeId);
  const [text, setText] = useState<EstimateText>(() => estimateText(stored));
  const params = { reviewId, studyId: study.studyId, outcomeId };
  const save = useDeed(
    reviewId,
    async (next: EstimateText) => {
      const estimate = estimateOf(next);
      if (estimate) await call(saveStudyResult, { params, body: { ...estimate, foundAt: next.foundAt.trim() } });
      else await call(removeStudyResult, { params });
    },
    { scope: { id: outcomeId } },
  );
  const errors = useFieldErrors(save.error, ['estimate', 'lower', 'upper', 'percentConfidence', 'foundAt']);
  const estimate = estimateOf(text);

  const keep = (next: EstimateText) => {
    const isSame = JSON.stringify(next) === JSON.stringify(estimateText(stored));
    const isWhole = estimateOf(next) !== null;
    if (isSame && !save.isError) tellTrouble(outcomeId, false);
    else if (isWhole || (isEmptyEstimate(next) && stored)) {
      save.mutate(next, {
        onSuccess: () => tellTrouble(outcomeId, false),
        onError: () => tellTrouble(outcomeId, true),
      });
    } else tellTrouble(outcomeId, !isEmptyEstimate(next));
  };
  // While one types, numbers that can't be are not drawn; the server says what is wrong on leaving the field.
  const isPossible = estimate !== null && impossibleEstimate(estimate).length === 0;
  return (
    <div className={styles.form}>
      <div className={styles.estimate}>
        <div className={styles.wide}>
          <SegmentedControl
            aria-label="What the estimate is"
            readOnly={because !== null}
            data={[
              { value: 'ratio', label: 'Ratio' },
              { value: 'difference', label: 'Difference' },
            ]}
            value={text.isRatio ? 'ratio' : 'difference'}
            onChange={next => {
              const changed = { ...text, isRatio: next === 'ratio' };
              setText(changed);
              keep(changed);
            }}
          />
        </div>
        {ESTIMATE_FIELDS.map(({ name, label }) => {
          const read = readNumber(text[name]);
          return (
            <TextInput
              key={name}
              label={label}
              name={name}
              inputMode="decimal"
              autoComplete="off"
              className={styles.number}
              readOnly={because !== null}
              value={text[name]}
              error={read.isRead ? errors.of(name) : read.problem}
              onChange={event => setText({ ...text, [name]: event.currentTarget.value })}
              onBlur={() => keep(text)}
            />
          );
        })}
        <TextInput
          className={styles.wide}
          label="Found at"
          name="foundAt"
          placeholder="p. 5, table 2"
          maxLength={300}
          readOnly={because !== null}
          value={text.foundAt}
          error={errors.of('foundAt')}
          onChange={event => setText({ ...text, foundAt: event.currentTarget.value })}
          onBlur={() => keep(text)}
        />
        {save.isError && errors.count === 0 && (
          <p className={`${styles.refused} ${styles.wide}`} role="alert">
            {save.error.message}
          </p>
        )}
      </div>
      <EffectPreview outcome={outcome} study={{ arms: [], estimate: isPossible ? estimate : null }} />
    </div>
  );
}
