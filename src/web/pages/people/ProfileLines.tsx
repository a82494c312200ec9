import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { changeProfile } from '#contract/profiles';
import { type Audience, PROFILE_LINES, type ProfileLine } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Note } from '../../parts/Note.tsx';
import { Section } from '../../parts/Section.tsx';
import { LineEditor } from './LineEditor.tsx';
import { lineValue } from './lineValue.tsx';
import { ProfileRow } from './ProfileRow.tsx';
import type { OwnProfile } from './useOwnProfile.ts';
import { useRefreshProfile } from './useRefreshProfile.ts';

const GROUPS = [
  {
    title: 'What you bring',
    hint: 'who sees it',
    lines: ['headline', 'topics', 'publications', 'skills', 'rolesWanted', 'languages'],
  },
  { title: 'Your time', hint: undefined, lines: ['hoursPerWeek', 'timeZone', 'away'] },
  {
    title: 'About your path',
    hint: 'never raises or lowers a fit',
    lines: ['affiliation', 'careerStage', 'school', 'examSteps', 'aims', 'visa'],
  },
] as const satisfies readonly { title: string; hint: string | undefined; lines: readonly ProfileLine[] }[];

const WORK: readonly ProfileLine[] = [...GROUPS[0].lines, ...GROUPS[1].lines];

/** Every line with its audience; each is changed and saved alone. */
export function ProfileLines({ profile }: { profile: OwnProfile }) {
  const [open, setOpen] = useState<ProfileLine | null>(null);
  const navigate = useNavigate();
  const refresh = useRefreshProfile();
  const sharing = useMutation({
    mutationFn: (audiences: Partial<Record<ProfileLine, Audience>>) => call(changeProfile, { body: { audiences } }),
    onSuccess: refresh,
  });
  const isAllPrivate = PROFILE_LINES.every(line => (profile.audiences[line] ?? 'self') === 'self');
  const shareWork = () => sharing.mutate(Object.fromEntries(WORK.map(line => [line, 'applied'])));
  return (
    <>
      {sharing.isError && <ErrorNote problem={sharing.error} safe="Who sees what is as it was." />}
      {isAllPrivate && (
        <Note
          kind="info"
          claim="Nothing of this is shared yet."
          action={
            <ActionButton size="small" isWorking={sharing.isPending} onClick={shareWork}>
              Share where I apply
            </ActionButton>
          }
        >
          Your path stays with you either way. Leads find you by topic when you share topics with everybody.
        </Note>
      )}
      {GROUPS.map(group => (
        <Section
          key={group.title}
          title={group.title}
          aside={group.hint && <span className="muted">{group.hint}</span>}
        >
          {group.lines.map(line => (
            <ProfileRow
              key={line}
              line={line}
              audience={profile.audiences[line] ?? 'self'}
              onAudience={audience => sharing.mutate({ [line]: audience })}
              value={lineValue(line, profile)}
              onOpen={() =>
                line === 'publications' ? void navigate({ href: '/profile/publications' }) : setOpen(line)
              }
              editor={open === line && <LineEditor line={line} profile={profile} onClose={() => setOpen(null)} />}
            />
          ))}
        </Section>
      ))}
    </>
  );
}
