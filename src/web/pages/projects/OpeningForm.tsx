import { NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { EARNINGS } from '#core/people/vocabulary';
import { ROLES } from '#core/vocabulary';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { TimeZoneField } from '../../parts/TimeZoneField.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { roleName } from '../../words/roleName.ts';
import type { OpeningFields } from './openingBody.ts';
import styles from './Project.module.css';
import { EARNING_WORDS } from './postWords.ts';
import { WorkFields } from './WorkFields.tsx';

const ROLE_CHOICES = ROLES.filter(role => role !== 'lead').map(role => ({ value: role, label: roleName(role) }));
const FIELDS = [
  'role',
  'title',
  'asks',
  'earns',
  'requiredSkills',
  'hoursPerWeek',
  'timeZone',
  'capacity',
  'closesOn',
  'workCount',
  'workUnit',
  'totalHours',
  'startsOn',
  'dueOn',
  'languages',
  'earnsKind',
] as const;

const optional = (words: string) => (
  <>
    {words} <span className="muted">optional</span>
  </>
);

/** What a seat asks and earns. What is required here is a hard rule: who lacks it comes after all others. */
export function OpeningForm({
  initial,
  problem,
  onSend,
  buttons,
}: {
  initial: OpeningFields;
  problem: unknown;
  onSend: (fields: OpeningFields) => void;
  buttons: ReactNode;
}) {
  const [fields, setFields] = useState(initial);
  const errors = useFieldErrors(problem, FIELDS);
  const set = (change: Partial<OpeningFields>) => setFields({ ...fields, ...change });
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(fields);
  };
  return (
    <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
      <FormProblem problem={problem} errors={errors} />
      <Select
        label="Role"
        name="role"
        data={ROLE_CHOICES}
        value={fields.role}
        error={errors.of('role')}
        onChange={value => set({ role: ROLES.find(role => role === value) ?? fields.role })}
      />
      <TextInput
        label="Title"
        name="title"
        placeholder="Extractor, 24 studies"
        value={fields.title}
        error={errors.of('title')}
        onChange={event => set({ title: event.target.value })}
      />
      <Textarea
        label={optional('What they’d do')}
        name="asks"
        autosize
        minRows={3}
        maxRows={12}
        value={fields.asks}
        error={errors.of('asks')}
        onChange={event => set({ asks: event.target.value })}
      />
      <WorkFields fields={fields} errors={errors} onChange={set} />
      <Select
        label={optional('It earns')}
        name="earnsKind"
        clearable
        data={EARNINGS.map(one => ({ value: one, label: EARNING_WORDS[one] }))}
        value={fields.earnsKind}
        error={errors.of('earnsKind')}
        onChange={value => set({ earnsKind: EARNINGS.find(one => one === value) ?? null })}
      />
      <Textarea
        label={optional('What it earns, and what it does not')}
        name="earns"
        description="Acknowledgement or authorship, and on which conditions. One role alone rarely makes an author."
        autosize
        minRows={2}
        maxRows={8}
        value={fields.earns}
        error={errors.of('earns')}
        onChange={event => set({ earns: event.target.value })}
      />
      <TagsInput
        label={optional('Skills it can’t do without')}
        name="requiredSkills"
        description="Press Enter after each. Who names skills but lacks one of these comes after all others."
        value={fields.requiredSkills}
        error={errors.of('requiredSkills')}
        onChange={requiredSkills => set({ requiredSkills })}
      />
      <TagsInput
        label={optional('Languages it can’t do without')}
        name="languages"
        value={fields.languages}
        error={errors.of('languages')}
        onChange={languages => set({ languages })}
      />
      <div className={styles.pair}>
        <NumberInput
          label={optional('Hours a week')}
          name="hoursPerWeek"
          min={1}
          max={80}
          allowDecimal={false}
          value={fields.hoursPerWeek ?? ''}
          error={errors.of('hoursPerWeek')}
          onChange={value => set({ hoursPerWeek: value === '' ? null : Number(value) })}
        />
        <TimeZoneField
          label={optional('Time zone of meetings')}
          value={fields.timeZone}
          error={errors.of('timeZone')}
          onChange={timeZone => set({ timeZone })}
        />
      </div>
      <div className={styles.pair}>
        <NumberInput
          label="Seats"
          name="capacity"
          min={1}
          max={50}
          allowDecimal={false}
          value={fields.capacity}
          error={errors.of('capacity')}
          onChange={value => set({ capacity: Number(value) })}
        />
        <TextInput
          label={optional('Open until')}
          name="closesOn"
          type="date"
          value={fields.closesOn ?? ''}
          error={errors.of('closesOn')}
          onChange={event => set({ closesOn: event.target.value || null })}
        />
      </div>
      <div className={styles.buttons}>{buttons}</div>
    </form>
  );
}
