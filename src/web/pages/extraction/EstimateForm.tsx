import { SegmentedControl, TextInput } from '@mantine/core';
import { use, useState } from 'react';
import type { BodyInputOf } from '#contract/endpoint';
import { removeStudyResult, saveStudyResult } from '#contract/extraction';
import type { Converted } from '#core/extraction/convert';
import { impossibleEstimate } from '#core/extraction/impossibleResult';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import { questionsOnEstimate, type ResultQuestion } from '#core/extraction/questionableResult';
import { studyNumbers } from '#core/extraction/studyNumbers';
import type { EstimateOutcomeKind } from '#core/extraction/vocabulary';
import { call } from '../../call.ts';
import { joinedSource, ReadingContext } from '../../parts/reading/reading.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './ArmNumbersForm.module.css';
import { BesideNumbers } from './BesideNumbers.tsx';
import { ConvertDialog } from './ConvertDialog.tsx';
import { EffectPreview } from './EffectPreview.tsx';
import {
  ESTIMATE_FIELDS,
  type EstimateText,
  estimateOf,
  estimateText,
  isEmptyEstimate,
  sameAsStored,
  usedEstimate,
} from './estimateText.ts';
import type { Outcome, Study } from './extraction.ts';
import { numberInQuote, studyPlace } from './reading/reading.ts';
import { SourceSlot } from './reading/SourceSlot.tsx';
import { readNumber } from './readNumber.ts';
import type { TellTrouble } from './StudyPage.tsx';
import type { Source } from './sheet/sheet.ts';
import { useDeed } from './useExtraction.ts';

/** A study's own estimate with its interval, as reported. Saved when all three numbers are there. */
export function EstimateForm({
  reviewId,
  study,
  outcome,
  kind,
  because,
  tellTrouble,
}: {
  reviewId: string;
  study: Study;
  outcome: Outcome;
  kind: EstimateOutcomeKind;
  because: string | null;
  tellTrouble: TellTrouble;
}) {
  const { outcomeId } = outcome;
  const stored = study.studyResults.find(result => result.outcomeId === outcomeId);
  const [text, setText] = useState<EstimateText>(() => estimateText(stored));
  const params = { reviewId, studyId: study.studyId, outcomeId };
  const save = useDeed(
    reviewId,
    (body: BodyInputOf<typeof saveStudyResult> | null) =>
      body === null ? call(removeStudyResult, { params }) : call(saveStudyResult, { params, body }),
    { scope: { id: outcomeId } },
  );
  const errors = useFieldErrors(save.error, ['estimate', 'lower', 'upper', 'percentConfidence', 'foundAt']);
  const estimate = usedEstimate(text, stored);
  const [isConverting, setConverting] = useState(false);
  const isAlwaysRatio = OUTCOME_KIND_TABLE[kind].isRatio === true;
  const isStored = sameAsStored(text, stored);

  const reading = use(ReadingContext);
  const [given, setGiven] = useState<Source | null>();
  const source = given === undefined ? (stored?.source ?? null) : given;

  // A conversion and answers hold for these numbers alone: other ones drop them. Where it was read stays, as in words.
  const bodyOf = (next: EstimateText, from = source) => {
    const numbers = usedEstimate(next, stored);
    const kept = sameAsStored(next, stored) ? stored : undefined;
    return (
      numbers && {
        ...numbers,
        foundAt: next.foundAt.trim(),
        source: from,
        conversion: kept?.conversion ? askedOf(kept.conversion) : null,
        answered: kept?.answered ?? [],
      }
    );
  };
  const apply = ({ provenance, ...converted }: Converted) => {
    if (converted.of !== 'estimate') return;
    const body = { ...converted.numbers, foundAt: text.foundAt.trim(), source, conversion: askedOf(provenance) };
    save.mutate(body, {
      onSuccess: () => {
        setText({ ...estimateText({ ...converted.numbers, conversion: provenance }), foundAt: text.foundAt });
        tellTrouble(outcomeId, false);
        setConverting(false);
      },
    });
  };
  const answer = (question: ResultQuestion) => {
    const body = bodyOf(text);
    if (body) save.mutate({ ...body, answered: [...body.answered, question] });
  };

  const keep = (next: EstimateText) => {
    const isSame = JSON.stringify(next) === JSON.stringify(estimateText(stored));
    const isWhole = estimateOf(next) !== null;
    if (isSame && !save.isError) tellTrouble(outcomeId, false);
    else if (isWhole || (isEmptyEstimate(next) && stored)) {
      send(next, source);
    } else tellTrouble(outcomeId, !isEmptyEstimate(next));
  };
  const send = (next: EstimateText, from: Source | null) =>
    save.mutate(bodyOf(next, from), {
      onSuccess: () => tellTrouble(outcomeId, false),
      onError: () => tellTrouble(outcomeId, true),
    });
  const put = (next: Source | null, name?: (typeof ESTIMATE_FIELDS)[number]['name']) => {
    const number = next && name && text[name].trim() === '' ? numberInQuote(next.quote) : null;
    const filled = number !== null && name ? { ...text, [name]: number } : text;
    const from = next && number !== null ? joinedSource(source, next) : next;
    setText(filled);
    setGiven(from);
    if (estimateOf(filled) !== null) send(filled, from);
  };
  const press = (name?: (typeof ESTIMATE_FIELDS)[number]['name']) => {
    const next = because === null ? reading.take() : null;
    if (next) put(next, name);
  };
  // While one types, numbers that can't be are not drawn; the server says what is wrong on leaving the field.
  const isPossible = estimate !== null && impossibleEstimate(estimate, kind).length === 0;
  return (
    <div className={styles.form}>
      <div className={styles.estimate}>
        {!isAlwaysRatio && (
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
        )}
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
              onPointerDownCapture={() => press(name)}
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
          onPointerDownCapture={() => press()}
          onChange={event => setText({ ...text, foundAt: event.currentTarget.value })}
          onBlur={() => keep(text)}
        />
        <div className={styles.wide}>
          <BesideNumbers
            whose="the estimate"
            conversion={isStored ? (stored?.conversion ?? null) : null}
            questions={
              isStored && stored
                ? questionsOnEstimate(stored).filter(({ question }) => !stored.answered.includes(question))
                : []
            }
            because={because}
            isWorking={save.isPending}
            source={
              <SourceSlot
                place={studyPlace(outcomeId)}
                whose={outcome.name}
                reports={study.reports}
                source={source}
                because={because}
                onKeep={next => put(next)}
              />
            }
            onConvert={() => setConverting(true)}
            onAnswer={answer}
          />
        </div>
        {isConverting && (
          <ConvertDialog
            kind={kind}
            whose={study.label}
            before={stored?.conversion ?? null}
            known={{ estimate: text.estimate, lower: text.lower, upper: text.upper }}
            isWorking={save.isPending}
            problem={save.isError ? save.error.message : null}
            onApply={apply}
            onClose={() => setConverting(false)}
          />
        )}
        {save.isError && errors.count === 0 && (
          <p className={`${styles.refused} ${styles.wide}`} role="alert">
            {save.error.message}
          </p>
        )}
      </div>
      <EffectPreview
        outcome={outcome}
        isRatio={isPossible && estimate.isRatio}
        numbers={studyNumbers(kind, { arms: [], estimate: isPossible ? estimate : null })}
      />
    </div>
  );
}

const askedOf = ({ conversion, given, choices }: Converted['provenance']) => ({ conversion, given, choices });
