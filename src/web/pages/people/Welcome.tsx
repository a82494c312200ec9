import { SegmentedControl, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyInputOf } from '#contract/endpoint';
import { changeProfile } from '#contract/profiles';
import { listMyPublications } from '#contract/publications';
import { type Audience, PROFILE_KINDS, type ProfileLine } from '#core/people/vocabulary';
import { ROLES, type Role } from '#core/vocabulary';
import { call } from '../../call.ts';
import { Brand } from '../../layouts/Brand.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { roleName } from '../../words/roleName.ts';
import { FindPublications } from './FindPublications.tsx';
import { kindName } from './kindName.ts';
import { ProposedPublications } from './ProposedPublications.tsx';
import { type OwnProfile, useOwnProfile } from './useOwnProfile.ts';
import { useRefreshProfile } from './useRefreshProfile.ts';
import styles from './Welcome.module.css';
import { WelcomeKeys } from './WelcomeKeys.tsx';
import { WelcomeOpenings } from './WelcomeOpenings.tsx';

type ProfileChange = BodyInputOf<typeof changeProfile>;

const STEPS = ['You', 'Topics and time', 'Keys'] as const;
const HOURS = [2, 4, 6, 8, 10, 15];
const SEATS: readonly Role[] = ['screener', 'extractor', 'writer', 'statistician', 'librarian', 'mentor'];
const WORK: readonly ProfileLine[] = [
  'headline',
  'topics',
  'publications',
  'skills',
  'rolesWanted',
  'languages',
  'hoursPerWeek',
  'timeZone',
  'away',
];

/** A first fit in three minutes: who one is, what one knows and when, and the keys. Each answer is saved at once. */
export function Welcome() {
  const [word, setWord] = useAddress('step', '1');
  const step = Math.min(3, Math.max(1, Number(word) || 1));
  const profile = useOwnProfile();
  const refresh = useRefreshProfile();
  const navigate = useNavigate();
  const saving = useMutation({
    mutationFn: (body: ProfileChange) => call(changeProfile, { body }),
    onSuccess: refresh,
  });
  const leave = async (share: boolean) => {
    const audiences: Partial<Record<ProfileLine, Audience>> = share
      ? Object.fromEntries(WORK.map(line => [line, 'applied']))
      : {};
    await saving.mutateAsync({ isWelcomed: true, audiences });
    await navigate({ to: share ? '/openings' : '/home' });
  };
  if (profile.isPending) return <Loading shape="page" />;
  if (profile.isError) return <ErrorNote problem={profile.error} onRetry={() => void profile.refetch()} />;
  const go = (next: number) => setWord(String(next), 'push');
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand to="/home" />
        <ol className={styles.steps} aria-label="Steps">
          {STEPS.map((name, place) => (
            <li key={name} data-state={place + 1 < step ? 'done' : place + 1 === step ? 'now' : 'later'}>
              <span className={styles.mark}>{place + 1 < step ? <IconCheck size={14} stroke={2} /> : place + 1}</span>
              <span className={styles.stepName}>{name}</span>
            </li>
          ))}
        </ol>
        <button type="button" className={styles.later} onClick={() => void leave(false)}>
          Do it later
        </button>
      </header>
      <div className={styles.columns}>
        <main className={styles.main}>
          {saving.isError && <ErrorNote problem={saving.error} safe="What you said before is saved." />}
          {step === 1 && <You profile={profile.data} onSave={saving.mutate} />}
          {step === 2 && <Topics profile={profile.data} onSave={saving.mutate} />}
          {step === 3 && <WelcomeKeys />}
        </main>
        <aside className={styles.side} aria-label="What this already opens">
          <WelcomeOpenings />
          <div className={styles.foot}>
            <div className={styles.buttons}>
              {step > 1 && (
                <ActionButton size="large" onClick={() => go(step - 1)}>
                  Back
                </ActionButton>
              )}
              {step < 3 ? (
                <ActionButton kind="primary" size="large" onClick={() => go(step + 1)}>
                  {step === 1 ? 'Go on to your topics' : 'Go on to your keys'}
                </ActionButton>
              ) : (
                <ActionButton kind="primary" size="large" isWorking={saving.isPending} onClick={() => void leave(true)}>
                  Share and see openings
                </ActionButton>
              )}
            </div>
            <p className={styles.second}>
              {step < 3 ? (
                'All of it is private until you share it.'
              ) : (
                <>
                  Leads whom you apply to then see topics, skills and hours, not your path.{' '}
                  <Link to="/profile">Choose line by line</Link>
                </>
              )}
            </p>
          </div>
        </aside>
      </div>
    </div>
  );
}

interface StepProps {
  readonly profile: OwnProfile;
  readonly onSave: (body: ProfileChange) => void;
}

function You({ profile, onSave }: StepProps) {
  return (
    <>
      <h1 className={styles.title}>Who are you here?</h1>
      <p className={styles.line}>It decides what your home shows first. It never raises or lowers a fit.</p>
      <div className={styles.chips}>
        {PROFILE_KINDS.map(kind => (
          <Choice key={kind} isOn={profile.kind === kind} onToggle={() => onSave({ kind })}>
            {kindName(kind)}
          </Choice>
        ))}
      </div>
    </>
  );
}

function Topics({ profile, onSave }: StepProps) {
  const [words, setWords] = useState(profile.interests);
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const publications = useQuery({
    queryKey: ['profile', 'publications'],
    queryFn: ({ signal }) => call(listMyPublications, { signal }),
  });
  const proposed = publications.data?.publications.filter(one => one.state === 'proposed') ?? [];
  const topics = profile.topics.filter(topic => topic.change !== 'removed');
  const toggleRole = (role: Role) =>
    onSave({
      rolesWanted: ROLES.filter(one =>
        one === role ? !profile.rolesWanted.includes(one) : profile.rolesWanted.includes(one),
      ),
    });
  return (
    <>
      <h1 className={styles.title}>What do you know, what interests you?</h1>
      <p className={styles.line}>
        Three words are enough. If you have published, your publications say it better: tick yours, and the topics
        follow.
      </p>
      <FindPublications />
      <ProposedPublications publications={proposed} />
      <Textarea
        label="In your own words"
        placeholder="tuberculosis, vaccines, heart failure"
        autosize
        minRows={2}
        value={words}
        onChange={event => setWords(event.target.value)}
        onBlur={() => words !== profile.interests && onSave({ interests: words })}
      />
      {topics.length > 0 && (
        <p className={styles.topics}>
          {topics.slice(0, 10).map(topic => (
            <span key={topic.topic} className={styles.topic}>
              {topic.topic}
            </span>
          ))}
          <Link to="/profile/topics">Correct them</Link>
        </p>
      )}
      <div className={styles.pair}>
        <div>
          <h2 className={styles.section}>Hours a week</h2>
          <SegmentedControl
            fullWidth
            aria-label="Hours a week"
            data={HOURS.map(hours => ({ value: String(hours), label: hours === 15 ? 'more' : String(hours) }))}
            value={
              profile.hoursPerWeek === null
                ? ''
                : String(HOURS.find(hours => hours >= (profile.hoursPerWeek ?? 0)) ?? 15)
            }
            onChange={value => onSave({ hoursPerWeek: Number(value), timeZone: profile.timeZone ?? ownZone })}
          />
          <p className={styles.second}>
            By the clock of {(profile.timeZone ?? ownZone).replaceAll('_', ' ')}. You can block exam weeks later.
          </p>
        </div>
        <div>
          <h2 className={styles.section}>Roles you’d like</h2>
          <div className={styles.chips}>
            {SEATS.map(role => (
              <Choice key={role} isOn={profile.rolesWanted.includes(role)} onToggle={() => toggleRole(role)}>
                {roleName(role)}
              </Choice>
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

function Choice({ isOn, onToggle, children }: { isOn: boolean; onToggle: () => void; children: string }) {
  return (
    <button type="button" className={styles.choice} aria-pressed={isOn} onClick={onToggle}>
      {isOn && <IconCheck size={16} stroke={1.75} aria-hidden="true" />} {children}
    </button>
  );
}
