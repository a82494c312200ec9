import { Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { use, useState } from 'react';
import { ARM_KINDS } from '#core/vocabulary';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ReadingContext, type Source } from '../../parts/reading/reading.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './ArmFields.module.css';
import { ARM_KIND_WORDS, type Arm, type ArmBody, type Study } from './extraction.ts';
import { armNamePlace, numberInQuote, randomisedPlace } from './reading/reading.ts';
import { SourceSlot } from './reading/SourceSlot.tsx';
import { numberText, readNumber } from './readNumber.ts';
import type { TellTrouble } from './StudyPage.tsx';
import { useArmDeeds } from './useExtraction.ts';

/** Name and kind of one arm, saved on leaving the field. */
export function ArmFields({
  reviewId,
  study,
  arm,
  because,
  becauseFill,
  onRemove,
  tellTrouble,
}: {
  reviewId: string;
  study: Study;
  arm: Arm;
  because: string | null;
  /** Why one may not say how many were randomised: a value that each extractor gives alone. */
  becauseFill: string | null;
  onRemove: () => void;
  tellTrouble: TellTrouble;
}) {
  const { change } = useArmDeeds(reviewId, study.studyId);
  const errors = useFieldErrors(change.error, ['name', 'kind', 'randomised']);
  const [name, setName] = useState(arm.name);
  const [randomised, setRandomised] = useState(numberText(arm.randomised));
  const people = readNumber(randomised);
  const reading = use(ReadingContext);
  const keep = (part: Partial<ArmBody>) =>
    change.mutate(
      { armId: arm.armId, body: { name, kind: arm.kind, position: arm.position, randomised: arm.randomised, ...part } },
      {
        onSuccess: () => tellTrouble(arm.armId, false),
        onError: () => tellTrouble(arm.armId, true),
      },
    );
  const putRandomised = (source: Source | null) => {
    const found = source && randomised.trim() === '' ? numberInQuote(source.quote) : null;
    if (found !== null) setRandomised(found);
    const number = found === null ? people : readNumber(found);
    // A place without a number is the place of nothing: it waits until there is one.
    if (number.isRead && number.value !== null) keep({ randomised: number.value, randomisedSource: source });
  };
  const press = (isAllowed: boolean, put: (source: Source) => void) => () => {
    const source = isAllowed ? reading.take() : null;
    if (source) put(source);
  };
  return (
    <li className={styles.arm}>
      <div className={styles.name}>
        <div onPointerDownCapture={press(because === null, nameSource => keep({ nameSource }))}>
          <TextInput
            label="Name"
            name="name"
            maxLength={200}
            readOnly={because !== null}
            value={name}
            error={errors.of('name') ?? (change.isError && errors.count === 0 ? change.error.message : undefined)}
            onChange={event => setName(event.currentTarget.value)}
            onBlur={() => (name !== arm.name || change.isError) && keep({})}
          />
        </div>
        <SourceSlot
          place={armNamePlace(arm.armId)}
          whose={`the name ${arm.name}`}
          reports={study.reports}
          source={arm.nameSource}
          because={because}
          onKeep={nameSource => keep({ nameSource })}
        />
      </div>
      <Select
        label="Kind"
        name="kind"
        readOnly={because !== null}
        data={ARM_KINDS.map(value => ({ value, label: ARM_KIND_WORDS[value] }))}
        value={arm.kind}
        error={errors.of('kind')}
        onChange={next => {
          const kind = ARM_KINDS.find(word => word === next);
          if (kind && kind !== arm.kind) keep({ kind });
        }}
      />
      <div>
        <div onPointerDownCapture={press(becauseFill === null, putRandomised)}>
          <TextInput
            label="Randomised"
            name="randomised"
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
        </div>
        {people.isRead && people.value !== null && (
          <SourceSlot
            place={randomisedPlace(arm.armId)}
            whose={`the number randomised to ${arm.name}`}
            reports={study.reports}
            source={arm.randomisedSource}
            because={becauseFill}
            onKeep={putRandomised}
          />
        )}
      </div>
      <span className={styles.remove}>
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
