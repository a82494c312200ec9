import { TextInput } from '@mantine/core';
import { use, useState } from 'react';
import type { BodyInputOf } from '#contract/endpoint';
import { removeArmResult, saveArmResult } from '#contract/extraction';
import type { Converted } from '#core/extraction/convert';
import type { Question, ResultQuestion } from '#core/extraction/questionableResult';
import { call } from '../../call.ts';
import { joinedSource, ReadingContext } from '../../parts/reading/reading.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { usePhone } from '../../parts/usePhone.ts';
import styles from './ArmNumbersForm.module.css';
import {
  type ArmField,
  type ArmText,
  armText,
  isBlank,
  numbersOf,
  sameAsStored,
  sameNumbers,
  unreadable,
} from './armText.ts';
import { BesideNumbers } from './BesideNumbers.tsx';
import { ConvertDialog } from './ConvertDialog.tsx';
import type { Arm, Outcome, Study } from './extraction.ts';
import { armPlace, numberInQuote } from './reading/reading.ts';
import { SourceSlot } from './reading/SourceSlot.tsx';
import type { TellTrouble } from './StudyPage.tsx';
import type { Source } from './sheet/sheet.ts';
import { useDeed } from './useExtraction.ts';

export interface ArmRowProps {
  readonly reviewId: string;
  readonly study: Study;
  readonly outcome: Outcome;
  readonly arm: Arm;
  readonly fields: readonly { readonly name: ArmField; readonly head: string }[];
  readonly text: ArmText;
  /** As the server has it. */
  readonly stored: ArmText;
  readonly result: Study['armResults'][number] | null;
  /** Those that nobody has answered yet. */
  readonly questions: readonly Question[];
  readonly because: string | null;
  readonly onText: (text: ArmText) => void;
  readonly tellTrouble: TellTrouble;
}

/** One arm's fields. Leaving one saves the arm; what the server refuses stands at the field in its words. */
export function ArmRow(props: ArmRowProps) {
  const { reviewId, study, outcome, arm, fields, text, stored, result, questions, because, onText, tellTrouble } =
    props;
  const { studyId } = study;
  const reading = use(ReadingContext);
  // What was given here last stands, also while it is on its way and before there are numbers that it goes with.
  const [given, setGiven] = useState<Source | null>();
  const source = given === undefined ? (result?.source ?? null) : given;
  const { armId } = arm;
  const { outcomeId } = outcome;
  const [isConverting, setConverting] = useState(false);
  const place = `${outcomeId}/${armId}`;
  const isPhone = usePhone();
  const params = { reviewId, studyId, armId, outcomeId };
  const save = useDeed(
    reviewId,
    (body: BodyInputOf<typeof saveArmResult> | null) =>
      body === null ? call(removeArmResult, { params }) : call(saveArmResult, { params, body }),
    // One after the other: what was typed last must also be stored last.
    { scope: { id: place } },
  );
  const errors = useFieldErrors(
    save.error,
    fields.map(field => field.name),
  );
  const broken = unreadable(text);
  // A conversion and answers hold for these numbers alone: other ones drop them. Where it was read stays, as in words.
  const bodyOf = (next: ArmText, from = source) => {
    const isKept = result !== null && sameAsStored(next, result);
    return {
      ...numbersOf(next, result),
      foundAt: next.foundAt.trim(),
      source: from,
      conversion: isKept && result.conversion ? askedOf(result.conversion) : null,
      answered: isKept ? result.answered : [],
    };
  };
  const apply = ({ provenance, ...converted }: Converted) => {
    if (converted.of !== 'arm') return;
    const { numbers } = converted;
    save.mutate(
      { ...numbers, foundAt: text.foundAt.trim(), source, conversion: askedOf(provenance) },
      {
        onSuccess: () => {
          onText(armText(numbers, text.foundAt, provenance));
          tellTrouble(place, false);
          setConverting(false);
        },
      },
    );
  };
  const answer = (question: ResultQuestion) => {
    const body = bodyOf(text);
    save.mutate({ ...body, answered: [...body.answered, question] });
  };

  const leave = () => {
    const isSame = sameNumbers(text, stored);
    if (Object.keys(broken).length > 0) {
      tellTrouble(place, true);
      return;
    }
    if (isSame && !save.isError) {
      tellTrouble(place, false);
      return;
    }
    send(text, source);
  };
  const send = (next: ArmText, from: Source | null) => {
    if (isBlank(next)) setGiven(null);
    save.mutate(isBlank(next) ? null : bodyOf(next, from), {
      onSuccess: () => tellTrouble(place, false),
      onError: () => tellTrouble(place, true),
    });
  };
  const put = (next: Source | null, field?: ArmField) => {
    const number = next && field && text[field].trim() === '' ? numberInQuote(next.quote) : null;
    const filled = number !== null && field ? { ...text, [field]: number } : text;
    const from = next && number !== null ? joinedSource(source, next) : next;
    onText(filled);
    setGiven(from);
    if (!isBlank(filled)) send(filled, from);
  };
  const press = (field?: ArmField) => {
    const next = because === null ? reading.take() : null;
    if (next) put(next, field);
  };
  return (
    <>
      <tr className={styles.numbers}>
        <td>
          <p className={styles.arm}>{arm.name}</p>
          {arm.kind === 'other' && <p className={styles.by}>Kept, not pooled</p>}
          {save.isError && errors.count === 0 && (
            <p className={styles.refused} role="alert">
              {save.error.message}
            </p>
          )}
          {errors.others.map(field => (
            <p key={field.pointer} className={styles.refused} role="alert">
              {field.detail}
            </p>
          ))}
        </td>
        {fields.map(({ name, head }) => (
          <td key={name} className={styles.number} onPointerDownCapture={() => press(name)}>
            <TextInput
              {...(isPhone ? { label: head } : {})}
              aria-label={`${head}, ${arm.name}`}
              name={name}
              inputMode="decimal"
              autoComplete="off"
              readOnly={because !== null}
              value={text[name]}
              error={broken[name] ?? errors.of(name)}
              onChange={event => onText({ ...text, [name]: event.currentTarget.value })}
              onBlur={leave}
            />
          </td>
        ))}
        <td onPointerDownCapture={() => press()}>
          <TextInput
            {...(isPhone ? { label: 'Found at' } : {})}
            aria-label={`Found at, ${arm.name}`}
            name="foundAt"
            placeholder="p. 5, table 2"
            maxLength={300}
            autoComplete="off"
            readOnly={because !== null}
            value={text.foundAt}
            onChange={event => onText({ ...text, foundAt: event.currentTarget.value })}
            onBlur={leave}
          />
        </td>
      </tr>
      <tr className={styles.beside}>
        <td colSpan={fields.length + 2}>
          <BesideNumbers
            whose={arm.name}
            conversion={sameAsStored(text, result) ? (result?.conversion ?? null) : null}
            questions={sameAsStored(text, result) ? questions : []}
            because={because}
            isWorking={save.isPending}
            source={
              <SourceSlot
                place={armPlace(outcomeId, armId)}
                whose={`${outcome.name}, ${arm.name}`}
                reports={study.reports}
                source={source}
                because={because}
                onKeep={next => put(next)}
              />
            }
            onConvert={() => setConverting(true)}
            onAnswer={answer}
          />
          {isConverting && (
            <ConvertDialog
              kind={outcome.kind}
              whose={arm.name}
              before={result?.conversion ?? null}
              known={{ mean: text.mean, total: text.total, events: text.events }}
              isWorking={save.isPending}
              problem={save.isError ? save.error.message : null}
              onApply={apply}
              onClose={() => setConverting(false)}
            />
          )}
        </td>
      </tr>
    </>
  );
}

const askedOf = ({ conversion, given, choices }: Converted['provenance']) => ({ conversion, given, choices });
