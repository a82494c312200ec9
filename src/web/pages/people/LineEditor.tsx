import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BodyInputOf } from '#contract/endpoint';
import { changeProfile } from '#contract/profiles';
import type { ProfileLine } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { LineFields } from './LineFields.tsx';
import styles from './Profile.module.css';
import type { OwnProfile } from './useOwnProfile.ts';
import { useRefreshProfile } from './useRefreshProfile.ts';

export type ProfileDraft = Pick<
  OwnProfile,
  | 'headline'
  | 'interests'
  | 'skills'
  | 'rolesWanted'
  | 'languages'
  | 'hoursPerWeek'
  | 'timeZone'
  | 'away'
  | 'affiliation'
  | 'careerStage'
  | 'medicalSchool'
  | 'schoolCountry'
  | 'graduationYear'
  | 'examSteps'
  | 'aims'
  | 'visaNeed'
>;

/** The fields that a line is made of. */
export const FIELDS_OF: Readonly<Record<ProfileLine, readonly (keyof ProfileDraft)[]>> = {
  headline: ['headline'],
  topics: ['interests'],
  publications: [],
  skills: ['skills'],
  rolesWanted: ['rolesWanted'],
  languages: ['languages'],
  hoursPerWeek: ['hoursPerWeek'],
  timeZone: ['timeZone'],
  away: ['away'],
  affiliation: ['affiliation'],
  careerStage: ['careerStage'],
  school: ['medicalSchool', 'schoolCountry', 'graduationYear'],
  examSteps: ['examSteps'],
  aims: ['aims'],
  visa: ['visaNeed'],
};

/** Changes one line and saves it alone. */
export function LineEditor({
  line,
  profile,
  onClose,
}: {
  line: ProfileLine;
  profile: OwnProfile;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState<ProfileDraft>(profile);
  const refresh = useRefreshProfile();
  const saving = useMutation({
    mutationFn: () => {
      const body: BodyInputOf<typeof changeProfile> = Object.fromEntries(
        FIELDS_OF[line].map(field => [field, draft[field]]),
      );
      return call(changeProfile, { body });
    },
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, FIELDS_OF[line]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <form ref={errors.form} className={styles.lineForm} onSubmit={send} noValidate>
      <FormProblem problem={saving.error} errors={errors} />
      <LineFields line={line} draft={draft} errors={errors} onChange={change => setDraft({ ...draft, ...change })} />
      <div className={styles.lineButtons}>
        <ActionButton size="small" onClick={onClose}>
          Leave it
        </ActionButton>
        <ActionButton type="submit" size="small" kind="secondary" isWorking={saving.isPending}>
          Save the line
        </ActionButton>
      </div>
    </form>
  );
}
