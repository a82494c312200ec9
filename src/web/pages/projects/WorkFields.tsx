import { NumberInput, Select, TextInput } from '@mantine/core';
import { WORK_UNITS } from '#core/people/vocabulary';
import type { FieldErrors } from '../../parts/useFieldErrors.ts';
import type { OpeningFields } from './openingBody.ts';
import styles from './Project.module.css';

const optional = (words: string) => (
  <>
    {words} <span className="muted">optional</span>
  </>
);
const numberOf = (value: string | number) => (value === '' ? null : Number(value));

/** The work that the seat is tied to: how much, how long, from when, by when. */
export function WorkFields({
  fields,
  errors,
  onChange,
}: {
  fields: OpeningFields;
  errors: FieldErrors;
  onChange: (change: Partial<OpeningFields>) => void;
}) {
  return (
    <>
      <div className={styles.three}>
        <NumberInput
          label={optional('Work')}
          name="workCount"
          min={1}
          allowDecimal={false}
          thousandSeparator=","
          placeholder="400"
          value={fields.workCount ?? ''}
          error={errors.of('workCount')}
          onChange={value => onChange({ workCount: numberOf(value) })}
        />
        <Select
          label="counted in"
          name="workUnit"
          data={[...WORK_UNITS]}
          value={fields.workUnit}
          error={errors.of('workUnit')}
          onChange={value => onChange({ workUnit: WORK_UNITS.find(unit => unit === value) ?? null })}
        />
        <NumberInput
          label={optional('Hours in all')}
          name="totalHours"
          min={0.5}
          step={0.5}
          value={fields.totalHours ?? ''}
          error={errors.of('totalHours')}
          onChange={value => onChange({ totalHours: numberOf(value) })}
        />
      </div>
      <div className={styles.pair}>
        <TextInput
          label={optional('Begins on')}
          name="startsOn"
          type="date"
          value={fields.startsOn ?? ''}
          error={errors.of('startsOn')}
          onChange={event => onChange({ startsOn: event.target.value || null })}
        />
        <TextInput
          label={optional('Due on')}
          name="dueOn"
          type="date"
          value={fields.dueOn ?? ''}
          error={errors.of('dueOn')}
          onChange={event => onChange({ dueOn: event.target.value || null })}
        />
      </div>
    </>
  );
}
