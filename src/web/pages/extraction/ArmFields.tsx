import { Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ARM_KINDS } from '#core/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { ARM_KIND_WORDS, type Arm, type ArmBody } from './extraction.ts';
import styles from './Rows.module.css';
import { numberText, readNumber } from './readNumber.ts';
import type { TellTrouble } from './StudyPage.tsx';
import { useArmDeeds } from './useExtraction.ts';

/** Name and kind of one arm, saved on leaving the field. */
export function ArmFields({
  reviewId,
  studyId,
  arm,
  because,
  becauseFill,
  onRemove,
  tellTrouble,
}: {
  reviewId: string;
  studyId: string;
  arm: Arm;
  because: string | null;
  /** Why one may not say how many were randomised: a value that each extractor gives alone. */
  becauseFill: string | null;
  onRemove: () => void;
  tellTrouble: TellTrouble;
}) {
  const { change } = useArmDeeds(reviewId, studyId);
  const errors = useFieldErrors(change.error, ['name', 'kind', 'randomised']);
  const [name, setName] = useState(arm.name);
  const [randomised, setRandomised] = useState(numberText(arm.randomised));
  const people = readNumber(randomised);
  const keep = (part: Partial<ArmBody>) =>
    change.mutate(
      { armId: arm.armId, body: { name, kind: arm.kind, position: arm.position, randomised: arm.randomised, ...part } },
      {
        onSuccess: () => tellTrouble(arm.armId, false),
        onError: () => tellTrouble(arm.armId, true),
      },
    );
  return (
    <li className={styles.row} style={{ alignItems: 'flex-start' }}>
      <TextInput
        className={styles.words}
        label="Name"
        name="name"
        maxLength={200}
        readOnly={because !== null}
        value={name}
        error={errors.of('name') ?? (change.isError && errors.count === 0 ? change.error.message : undefined)}
        onChange={event => setName(event.currentTarget.value)}
        onBlur={() => (name !== arm.name || change.isError) && keep({})}
      />
      <Select
        label="Kind"
        name="kind"
        w={160}
        readOnly={because !== null}
        data={ARM_KINDS.map(value => ({ value, label: ARM_KIND_WORDS[value] }))}
        value={arm.kind}
        error={errors.of('kind')}
        onChange={next => {
          const kind = ARM_KINDS.find(word => word === next);
          if (kind && kind !== arm.kind) keep({ kind });
        }}
      />
      <TextInput
        label="Randomised"
        name="randomised"
        w={120}
        inputMode="numeric"
        autoComplete="off"
        placeholder="not known"
        readOnly={becauseFill !== null}
        value={randomised}
        error={people.isRead ? errors.of('randomised') : people.problem}
        onChange={event => setRandomised(event.currentTarget.value)}
        onBlur={() => {
          if (!people.isRead) tellTrouble(arm.armId, true);
          else if (people.value !== arm.randomised || change.isError) keep({ randomised: people.value });
        }}
      />
      <span style={{ paddingTop: 26 }}>
        <ActionButton
          kind="quiet"
          icon={<IconTrash stroke={1.75} />}
          because={because}
          becauseAt="tip"
          label={`Remove the arm ${arm.name}`}
          onClick={onRemove}
        >
          Remove
        </ActionButton>
      </span>
    </li>
  );
}
