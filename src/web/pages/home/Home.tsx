import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getHome } from '#contract/home';
import { listProjects } from '#contract/projects';
import type { ProfileKind } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { usePhone } from '../../parts/usePhone.ts';
import { useSession } from '../../queries/useSession.ts';
import { counted } from '../../words/counted.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { greeting } from './greeting.ts';
import styles from './Home.module.css';
import { HomeAside } from './HomeAside.tsx';
import { HomeCards } from './HomeCards.tsx';
import { KeptOpenings } from './KeptOpenings.tsx';
import { MyCredit } from './MyCredit.tsx';
import { MyMentoring } from './MyMentoring.tsx';
import { MyPosts } from './MyPosts.tsx';
import { MyReviews } from './MyReviews.tsx';
import { SuggestedOpenings } from './SuggestedOpenings.tsx';
import { useHomeApprovals, useHomeTeams, useHomeWatch, useMentoring } from './useHomeParts.ts';
import { WaitingList } from './WaitingList.tsx';
import { Workloads } from './Workloads.tsx';
import { type HomeReply, type ProjectRow, type Waiting, waitingOf } from './waiting.tsx';

const today = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** What waits for me: my next deed in each review, offers, applicants; my reviews; openings that fit. */
export function Home() {
  const person = useSession().data?.person;
  const home = useQuery({ queryKey: ['home'], queryFn: ({ signal }) => call(getHome, { signal }) });
  const projects = useQuery({ queryKey: ['projects'], queryFn: ({ signal }) => call(listProjects, { signal }) });
  const approvals = useHomeApprovals();
  const mentoring = useMentoring();
  const problem = home.error ?? projects.error;
  const isReady =
    home.data !== undefined && projects.data !== undefined && !approvals.isPending && !mentoring.isPending;
  const waiting = isReady
    ? waitingOf(home.data, projects.data.projects, approvals.data, mentoring.data?.mentorships ?? [])
    : null;
  const isPhone = usePhone();
  const now = new Date();
  if (!person) return null;
  return (
    <>
      <PageHead
        title={greeting(person.name, now)}
        line={waiting ? lineOf(waiting.length, now) : today.format(now)}
        actions={
          home.data && home.data.reviews.length > 0 && !isPhone ? (
            <ActionButton to="/projects/new" icon={<IconPlus stroke={1.75} />}>
              New project
            </ActionButton>
          ) : undefined
        }
      />
      {!isReady && !problem && <Loading shape="table" />}
      {problem && (
        <ErrorNote
          problem={problem}
          safe="Nothing of your work is lost: this page only reads."
          onRetry={() => void Promise.all([home.refetch(), projects.refetch()])}
        />
      )}
      {isReady && waiting && (
        <Content home={home.data} projects={projects.data.projects} waiting={waiting} kind={person.kind} />
      )}
    </>
  );
}

function Content({
  home,
  projects,
  waiting,
  kind,
}: {
  home: HomeReply;
  projects: readonly ProjectRow[];
  waiting: readonly Waiting[];
  kind: ProfileKind;
}) {
  // Without a profile there is no reason to suggest anything.
  const suggested = home.suggestedOpenings.filter(opening => opening.fit !== null);
  const isLead = projects.some(project => project.roles.includes('lead'));
  const teams = useHomeTeams(isLead).data;
  const watch = useHomeWatch(isLead).data;
  const isNew = home.reviews.length === 0 && waiting.length === 0 && home.seatsToFill.length === 0;
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {isNew && <FirstSteps kind={kind} profileIsEmpty={home.profileIsEmpty} />}
        <HomeCards home={home} teams={teams} watch={watch} />
        <WaitingList waiting={waiting} />
        {home.reviews.length > 0 && <MyReviews reviews={home.reviews} teams={teams} watch={watch} />}
        {teams && <Workloads workloads={teams.workloads} />}
        {teams && <MyPosts posts={teams.posts} />}
        {suggested.length > 0 && <SuggestedOpenings openings={suggested} />}
        {!isNew && home.profileIsEmpty && (
          <Note kind="info" claim="Openings can’t be suggested yet.">
            <Link to="/profile">Say what you would like to work on</Link>, and they come with reasons.
          </Note>
        )}
      </div>
      <div className={styles.aside}>
        <KeptOpenings />
        <HomeAside
          seats={home.seatsToFill}
          projects={projects.filter(project => project.reviewId === null && !project.roles.includes('lead'))}
        />
        <MyMentoring isGraduate={kind === 'img'} />
        <MyCredit />
      </div>
    </div>
  );
}

function lineOf(waiting: number, now: Date): string {
  const words =
    waiting === 0
      ? 'Nothing waits for you here'
      : `${counted(waiting, 'thing')} ${waiting === 1 ? 'waits' : 'wait'} for you`;
  return `${today.format(now)}. ${words}.`;
}
