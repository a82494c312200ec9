import { NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { saveProfile } from '#contract/profiles';
import { PROFILE_KINDS } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Section } from '../../parts/Section.tsx';
import { TimeZoneField } from '../../parts/TimeZoneField.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { sessionQuery } from '../../queries/sessionQuery.ts';
import { RolePicker } from '../projects/RolePicker.tsx';
import { kindName } from './kindName.ts';
import styles from './Profile.module.css';
import type { ProfileReply } from './ProfileCard.tsx';

const FIELDS = [
  'kind',
  'headline',
  'interests',
  'skills',
  'rolesWanted',
  'languages',
  'hoursPerWeek',
  'timeZone',
] as const;

/** The whole profile, saved at once. What is left blank never excludes anybody. */
export function ProfileForm({ profile }: { profile: ProfileReply }) {
  const { personId: _, name: __, ...saved } = profile;
  const [fields, setFields] = useState(saved);
  const queries = useQueryClient();
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change });
  const saving = useMutation({
    mutationFn: () => call(saveProfile, { body: fields }),
    onSuccess: async () => {
      const keys = [['profile'], ['people'], ['openings'], ['home'], sessionQuery.queryKey];
      await Promise.all(keys.map(queryKey => queries.invalidateQueries({ queryKey })));
      toast({ text: 'Profile saved' });
    },
  });
  const errors = useFieldErrors(saving.error, FIELDS);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
      <FormProblem problem={saving.error} errors={errors} />
      <Section title="What you bring">
        <div className={styles.fields}>
          <Select
            label="You are"
            name="kind"
            data={PROFILE_KINDS.map(kind => ({ value: kind, label: kindName(kind) }))}
            value={fields.kind}
            error={errors.of('kind')}
            onChange={value => set({ kind: PROFILE_KINDS.find(kind => kind === value) ?? fields.kind })}
          />
          <TextInput
            label="In one line"
            name="headline"
            placeholder="Two years on a TB ward; careful extraction"
            value={fields.headline}
            error={errors.of('headline')}
            onChange={event => set({ headline: event.target.value })}
          />
          <Textarea
            label="Topics"
            name="interests"
            description="What you know and want to work on, in your own words. Openings are compared with these."
            autosize
            minRows={3}
            maxRows={10}
            value={fields.interests}
            error={errors.of('interests')}
            onChange={event => set({ interests: event.target.value })}
          />
          <TagsInput
            label="Skills"
            name="skills"
            description="Press Enter after each: screening, data extraction, R, PubMed."
            value={fields.skills}
            error={errors.of('skills')}
            onChange={skills => set({ skills })}
          />
          <RolePicker
            label="Roles you look for"
            name="rolesWanted"
            description="None means any role."
            roles={fields.rolesWanted}
            error={errors.of('rolesWanted')}
            onChange={rolesWanted => set({ rolesWanted })}
          />
          <TagsInput
            label="Languages you read"
            name="languages"
            value={fields.languages}
            error={errors.of('languages')}
            onChange={languages => set({ languages })}
          />
        </div>
      </Section>
      <Section title="Your time">
        <div className={styles.pair}>
          <NumberInput
            label="Hours a week"
            name="hoursPerWeek"
            min={0}
            max={80}
            allowDecimal={false}
            value={fields.hoursPerWeek ?? ''}
            error={errors.of('hoursPerWeek')}
            onChange={value => set({ hoursPerWeek: value === '' ? null : Number(value) })}
          />
          <TimeZoneField
            label="Time zone"
            value={fields.timeZone}
            error={errors.of('timeZone')}
            description={
              fields.timeZone === null && ownZone ? `This device says ${ownZone.replaceAll('_', ' ')}.` : undefined
            }
            onChange={timeZone => set({ timeZone })}
          />
        </div>
      </Section>
      <div className={styles.buttons}>
        <ActionButton type="submit" kind="primary" isWorking={saving.isPending} isWide>
          Save the profile
        </ActionButton>
      </div>
    </form>
  );
}
