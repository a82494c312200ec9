import { NumberInput, Select } from '@mantine/core';
import { CHECK_IN_RHYTHMS, type CheckInRhythm } from '#core/people/vocabulary';
import { RHYTHM_WORDS } from './mentorWords.ts';

const MOST_WEEKS = 13;

export interface Rhythm {
  readonly rhythm: CheckInRhythm;
  readonly everyWeeks: number;
}

/** How often the two meet, and with a rhythm of their own after how many weeks. */
export function RhythmFields({
  value,
  onChange,
  description,
  weeksError,
}: {
  value: Rhythm;
  onChange: (value: Rhythm) => void;
  description?: string;
  weeksError: string | undefined;
}) {
  return (
    <>
      <Select
        label="Check-ins"
        description={description}
        comboboxProps={{ withinPortal: false }}
        data={CHECK_IN_RHYTHMS.map(one => ({ value: one, label: RHYTHM_WORDS[one] }))}
        value={value.rhythm}
        allowDeselect={false}
        onChange={next => onChange({ ...value, rhythm: CHECK_IN_RHYTHMS.find(one => one === next) ?? value.rhythm })}
      />
      {value.rhythm === 'own' && (
        <NumberInput
          label="Weeks between two"
          name="everyWeeks"
          min={1}
          max={MOST_WEEKS}
          value={value.everyWeeks}
          error={weeksError}
          onChange={next => onChange({ ...value, everyWeeks: typeof next === 'number' ? next : value.everyWeeks })}
        />
      )}
    </>
  );
}
