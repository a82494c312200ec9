import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { estimable, notEstimable } from '#core/estimable';
import { conversionsFor } from '#core/extraction/kinds/conversionsFor';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import { impossiblePlainCounts } from '#core/extraction/plainCounts';
import { questionsOnCounts } from '#core/extraction/questionsOnCounts';
import type { PlainOutcomeKind } from '#core/extraction/vocabulary';
import { fieldHead } from './armText.ts';
import { BesideNumbers } from './BesideNumbers.tsx';
import { ConvertDialog } from './ConvertDialog.tsx';
import styles from './CountsForm.module.css';
import type { CountsFormProps } from './countsText.ts';
import { EffectPreview } from './EffectPreview.tsx';
import type { Study } from './extraction.ts';
import { studyPlace } from './reading/reading.ts';
import { SourceSlot } from './reading/SourceSlot.tsx';
import { useCountFields } from './useCountFields.ts';

/** The few numbers that a study gives as a whole: a share, a rate, a correlation. The effect is drawn while typing. */
export function PlainForm({
  kind,
  studies,
  ...props
}: CountsFormProps & {
  readonly kind: PlainOutcomeKind;
  /** All studies: what is unusual is seen beside the others. */
  readonly studies: readonly Study[];
}) {
  const { study, outcome, because } = props;
  const { fields, short } = OUTCOME_KIND_TABLE[kind];
  const form = useCountFields(props, {
    names: fields.map(({ name }) => name),
    pointer: name => `counts/numbers/${name}`,
    numbersOf: counts => (counts.kind === kind && 'numbers' in counts ? counts.numbers : null),
    countsOf: numbers => ({ kind, numbers }),
  });
  const [isConverting, setConverting] = useState(false);
  const { stored, errors, save, text, numbers, isStored } = form;
  const isPossible = numbers !== null && impossiblePlainCounts({ kind, numbers }).length === 0;
  const others = studies.flatMap(other =>
    other.studyId === study.studyId
      ? []
      : other.studyCounts.flatMap(({ outcomeId, counts }) =>
          outcomeId === outcome.outcomeId && 'numbers' in counts ? [counts.numbers] : [],
        ),
  );
  const questions =
    isStored && isPossible
      ? questionsOnCounts({ kind, numbers }, { others, isConverted: stored?.conversion != null }).filter(
          ({ question }) => !stored?.answered.includes(question),
        )
      : [];
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <div className={styles.numbers} data-count={fields.length}>
          {fields.map(field => (
            <TextInput
              key={field.name}
              label={fieldHead(field, outcome.unit)}
              name={`counts/numbers/${field.name}`}
              inputMode="decimal"
              autoComplete="off"
              className={styles.number}
              readOnly={because !== null}
              value={text[field.name] ?? ''}
              error={form.errorOf(field.name)}
              onPointerDownCapture={() => form.press(field.name)}
              onChange={event => form.set(field.name, event.currentTarget.value)}
              onBlur={form.keep}
            />
          ))}
        </div>
        <TextInput
          label="Found at"
          name="foundAt"
          placeholder="p. 5, table 2"
          maxLength={300}
          readOnly={because !== null}
          value={text.foundAt ?? ''}
          error={errors.of('foundAt')}
          onPointerDownCapture={() => form.press()}
          onChange={event => form.set('foundAt', event.currentTarget.value)}
          onBlur={form.keep}
        />
        <BesideNumbers
          whose={outcome.name}
          conversion={isStored ? (stored?.conversion ?? null) : null}
          questions={questions}
          because={because}
          isWorking={save.isPending}
          source={
            <SourceSlot
              place={studyPlace(outcome.outcomeId)}
              whose={outcome.name}
              reports={study.reports}
              source={form.source}
              because={because}
              onKeep={next => form.put(next)}
            />
          }
          onConvert={conversionsFor(kind).length > 0 ? () => setConverting(true) : null}
          onAnswer={form.answer}
        />
        {isConverting && (
          <ConvertDialog
            kind={kind}
            whose={outcome.name}
            before={stored?.conversion ?? null}
            known={text}
            isWorking={save.isPending}
            problem={save.isError ? save.error.message : null}
            onApply={converted => form.apply(converted, () => setConverting(false))}
            onClose={() => setConverting(false)}
          />
        )}
        {save.isError && errors.count === 0 && (
          <p className={styles.refused} role="alert">
            {save.error.message}
          </p>
        )}
      </div>
      <EffectPreview
        outcome={outcome}
        numbers={isPossible ? estimable(short(numbers)) : notEstimable('numbers-missing')}
      />
    </div>
  );
}
