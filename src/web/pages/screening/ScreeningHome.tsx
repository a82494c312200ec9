import { IconArrowRight, IconList } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { BlindBadge } from '../../parts/BlindBadge.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { SaveState } from '../../parts/SaveState.tsx';
import { Section } from '../../parts/Section.tsx';
import { useReviewOverview } from '../../queries/useReviewOverview.ts';
import { useSession } from '../../queries/useSession.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { duration } from '../../words/duration.ts';
import { CriteriaList } from './CriteriaPanel.tsx';
import { DiscussionsNote } from './DiscussionsNote.tsx';
import { usePilot } from './pilotQueries.ts';
import styles from './ScreeningHome.module.css';
import { type MyScreening, useMyScreening } from './useMyScreening.ts';
import { useOutbox } from './useOutbox.ts';

const STAGE = 'title-and-abstract';

/** What waits for me at title and abstract, by which criteria, and the way in. */
export function ScreeningHome() {
  const { reviewId = '' } = useParams({ strict: false });
  const personId = useSession().data?.person?.personId ?? '';
  const mine = useMyScreening(reviewId, STAGE, personId);
  const overview = useReviewOverview(reviewId).data;
  const { now } = useOutbox(personId);
  const params = { reviewId, stage: STAGE };
  const [round] = usePilot(reviewId, STAGE).data?.rounds ?? [];
  const left = mine.data ? mine.data.given - mine.data.decided : 0;
  const mayAssign = overview?.may.assign === null;
  return (
    <>
      <PageHead
        title="Screening"
        line={mine.data && lineOf(mine.data)}
        badge={mine.data && !mine.data.isClosed && mine.data.given > 0 && <BlindBadge />}
        actions={
          <>
            {mayAssign && (
              <ActionButton to="/reviews/$reviewId/ranking" params={{ reviewId }}>
                May we stop?
              </ActionButton>
            )}
            {mayAssign && (
              <ActionButton to="/reviews/$reviewId/team" params={{ reviewId }}>
                Team and assignments
              </ActionButton>
            )}
            {mine.data && mine.data.given > 0 && (
              <ActionButton
                icon={<IconList size={16} stroke={1.75} />}
                to="/reviews/$reviewId/screening/$stage"
                params={params}
                search={{ mode: 'list', show: 'all' }}
              >
                Your decisions
              </ActionButton>
            )}
            {left > 0 && (
              <ActionButton
                kind="primary"
                after={<IconArrowRight size={16} stroke={1.75} />}
                to="/reviews/$reviewId/screening/$stage"
                params={params}
              >
                Screen {counted(left, 'record')}
              </ActionButton>
            )}
          </>
        }
      />
      {mine.isError && <ErrorNote problem={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.isPending && <Loading shape="lines" rows={3} />}
      {mine.data?.given === 0 && (
        <EmptyState drawing="records" title="Nothing waits for you here">
          {mayAssign
            ? 'Give out records under Team and assignments, to yourself too if you screen.'
            : 'The lead gives out records to screen. As soon as some are yours, they wait here.'}
        </EmptyState>
      )}
      <div className={styles.notes}>
        {round && round.passed === null && (
          <Note
            kind="info"
            claim={`Pilot round ${round.number}.`}
            action={
              <ActionButton size="small" to="/reviews/$reviewId/pilot" params={{ reviewId }}>
                Look at the pilot
              </ActionButton>
            }
          >
            {round.isFinished
              ? 'Everybody has finished: agreement and disagreements are open to those who took part.'
              : 'Everybody screens the same records first. What the others chose opens when all have finished.'}
          </Note>
        )}
        <DiscussionsNote reviewId={reviewId} />
        {mine.data?.nudge && (
          <Note kind="info" claim={`${mine.data.nudge.from} writes:`}>
            {mine.data.nudge.text}
          </Note>
        )}
      </div>
      {mine.data && mine.data.given > 0 && (
        <>
          <Section title="Your records" aside={<SaveState saving={now.saving} />}>
            <div className={styles.progress}>
              <ProgressBar done={mine.data.decided} of={mine.data.given} label="Records that you have decided on" />
              <OfAll done={mine.data.decided} of={mine.data.given} unit="decided" />
            </div>
          </Section>
          <Section title="Criteria">
            <div className={styles.criteria}>
              <CriteriaList criteria={mine.data.criteria} />
            </div>
          </Section>
        </>
      )}
    </>
  );
}

function lineOf({ given, decided, dueOn, secondsPerRecord, isClosed }: MyScreening): string {
  if (isClosed) return 'Title and abstract is closed: decisions stand, and the team sees them.';
  if (given === 0) return 'Title and abstract';
  if (decided === given) return 'You have decided on every record that was given to you.';
  const time = secondsPerRecord === null ? '' : `, ${duration((given - decided) * secondsPerRecord)} at your pace`;
  return `${counted(given - decided, 'record')} left${time}${dueOn === null ? '' : `, due ${day(dueOn)}`}.`;
}
