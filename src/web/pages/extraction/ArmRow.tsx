import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BodyInputOf } from '#contract/endpoint';
import { removeArmResult, saveArmResult } from '#contract/extraction';
import type { Converted } from '#core/extraction/convert';
import type { Question, ResultQuestion } from '#core/extraction/questionableResult';
import { call } from '../../call.ts';
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
import type { TellTrouble } from './StudyPage.tsx';
import { useDeed } from './useExtraction.ts';

export interface ArmRowProps {
  readonly reviewId: string;
  readonly studyId: string;
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
  const { reviewId, studyId, outcome, arm, fields, text, stored, result, questions, because, onText, tellTrouble } =
    props;
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
  // What was said of the numbers holds for these numbers alone: other ones drop it.
  const bodyOf = (next: ArmText) => {
    const isKept = result !== null && sameAsStored(next, result);
    return {
      ...numbersOf(next, result),
      foundAt: next.foundAt.trim(),
      source: isKept ? result.source : null,
      conversion: isKept && result.conversion ? askedOf(result.conversion) : null,
      answered: isKept ? result.answered : [],
    };
  };
  const apply = ({ provenance, ...converted }: Converted) => {
    if (converted.of !== 'arm') return;
    const { numbers } = converted;
    save.mutate(
      { ...numbers, foundAt: text.foundAt.trim(), conversion: askedOf(provenance) },
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
    save.mutate(isBlank(text) ? null : bodyOf(text), {
      onSuccess: () => tellTrouble(place, false),
      onError: () => tellTrouble(place, true),
    });
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
          <td key={name} className={styles.number}>
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
        <td>
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
            onConvert={() => setConverting(true)}
            onAnswer={answer}
          />
          {isConverting && (
            <ConvertDialog
              kind={outcome.kind}
              whose={arm.name}
              before={result?.conversion ?? null}
              known={{ mean: text.mean, total: text.total }}
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
