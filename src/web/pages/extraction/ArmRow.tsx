import { TextInput } from '@mantine/core';
import { removeArmResult, saveArmResult } from '#contract/extraction';
import { call } from '../../call.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { usePhone } from '../../parts/usePhone.ts';
import styles from './ArmNumbersForm.module.css';
import { type ArmField, type ArmText, isBlank, numbersOf, sameNumbers, unreadable } from './armText.ts';
import type { Arm } from './extraction.ts';
import type { TellTrouble } from './StudyPage.tsx';
import { useDeed } from './useExtraction.ts';

export interface ArmRowProps {
  readonly reviewId: string;
  readonly studyId: string;
  readonly outcomeId: string;
  readonly arm: Arm;
  readonly fields: readonly { readonly name: ArmField; readonly head: string }[];
  readonly text: ArmText;
  /** As the server has it. */
  readonly stored: ArmText;
  readonly because: string | null;
  readonly onText: (text: ArmText) => void;
  readonly tellTrouble: TellTrouble;
}

/** One arm's fields. Leaving one saves the arm; what the server refuses stands at the field in its words. */
export function ArmRow(props: ArmRowProps) {
  const { reviewId, studyId, outcomeId, arm, fields, text, stored, because, onText, tellTrouble } = props;
  const { armId } = arm;
  const place = `${outcomeId}/${armId}`;
  const isPhone = usePhone();
  const params = { reviewId, studyId, armId, outcomeId };
  const save = useDeed(
    reviewId,
    (next: ArmText) =>
      isBlank(next)
        ? call(removeArmResult, { params })
        : call(saveArmResult, { params, body: { ...numbersOf(next), foundAt: next.foundAt.trim() } }),
    // One after the other: what was typed last must also be stored last.
    { scope: { id: place } },
  );
  const errors = useFieldErrors(
    save.error,
    fields.map(field => field.name),
  );
  const broken = unreadable(text);

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
    save.mutate(text, {
      onSuccess: () => tellTrouble(place, false),
      onError: () => tellTrouble(place, true),
    });
  };
  return (
    <tr>
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
  );
}
