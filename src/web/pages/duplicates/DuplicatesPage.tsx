import { IconCopy, IconLink } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { useKeys } from '../../parts/useKeys.ts';
import { isOver, useJob, useStopJob } from '../../queries/useJob.ts';
import { counted } from '../../words/counted.ts';
import { DoubtfulPair, type PairVerdict } from './DoubtfulPair.tsx';
import styles from './Duplicates.module.css';
import { MergedRecords } from './MergedRecords.tsx';
import { type Pair, useClusters, useDuplicateDeeds, useLastRun, usePairs } from './useDuplicates.ts';

const SAID: Readonly<Record<PairVerdict, string>> = {
  same: 'Merged: one record stands for both',
  different: 'Kept as different reports',
  related: 'Kept both, as reports of one study',
};

/** Finding duplicates, deciding on the doubtful ones, and taking a merge back. */
export function DuplicatesPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const pairs = usePairs(reviewId);
  const clusters = useClusters(reviewId);
  const lastRun = useLastRun(reviewId);
  const job = useJob(reviewId, lastRun.data ?? null).data;
  const stopping = useStopJob(reviewId);
  const { find, decide, unmerge, refresh } = useDuplicateDeeds(reviewId);
  const [hasSeenRun, setSeenRun] = useState(false);
  const [skipped, setSkipped] = useState<readonly string[]>([]);

  // The last word is taken back with Z, as everywhere.
  const last = decide.variables;
  const takeBack = () => last && decide.mutate({ pairId: last.pairId, state: 'doubtful' });
  useKeys({ z: takeBack }, { isOff: !last || last.state === 'doubtful' || decide.isPending });

  const state = job?.state;
  // What the job found is there once it has ended: ask anew then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `refresh` is made at every render and does the same.
  useEffect(() => {
    if (state === 'done') void refresh();
  }, [state]);

  if (pairs.error && !pairs.data) return <ErrorNote problem={pairs.error} onRetry={() => void pairs.refetch()} />;
  if (!pairs.data) return <Loading />;
  const { counts, may } = pairs.data;
  const isRunning = job !== undefined && !isOver(job);
  // What a look came to is news once: later its numbers would contradict those of the day.
  if (isRunning && !hasSeenRun) setSeenRun(true);
  const isNews = hasSeenRun && !decide.isSuccess && !unmerge.isSuccess;
  const waiting = pairs.data.pairs.filter(pair => !skipped.includes(pair.pairId));
  const [pair] = waiting;
  const problem = find.error ?? decide.error ?? unmerge.error;

  const say = (at: Pair, said: PairVerdict) =>
    decide.mutate(
      { pairId: at.pairId, state: said },
      {
        onSuccess: () =>
          toast({
            text: SAID[said],
            undo: { word: 'Undo', deed: () => decide.mutate({ pairId: at.pairId, state: 'doubtful' }) },
          }),
      },
    );

  return (
    <>
      <PageHead
        title="Duplicates"
        line={`${counted(counts.removed, 'copy', 'copies')} merged into ${counted(counts.clusters, 'record')}, ${counted(counts.doubtful, 'doubtful pair')} left. Every copy is kept.`}
        actions={
          <>
            <ActionButton to="/reviews/$reviewId/study-links" params={{ reviewId }} icon={<IconLink stroke={1.75} />}>
              Reports of one study
            </ActionButton>
            <ActionButton
              kind={lastRun.data === null ? 'primary' : 'secondary'}
              icon={<IconCopy stroke={1.75} />}
              because={may.find}
              isWorking={find.isPending || isRunning}
              onClick={() => find.mutate()}
            >
              {lastRun.data === null ? 'Find duplicates' : 'Look again'}
            </ActionButton>
          </>
        }
      />
      {problem && <ErrorNote problem={problem} />}
      {job && (job.state !== 'done' || isNews) && (
        <div className={styles.job}>
          <JobProgress
            job={job}
            name="Looking for duplicates"
            {...(isRunning ? { onStop: () => stopping.mutate(job.jobId) } : {})}
          />
        </div>
      )}
      {lastRun.data === null && (
        <EmptyState drawing="way" title="Nobody has looked for duplicates yet">
          The same report often comes from several sources. What is certain is merged, with the reasons, and can be
          taken back; what is doubtful is shown here side by side.
        </EmptyState>
      )}
      {pair && (
        <Section title="The same report or not?" hint={`${counted(waiting.length, 'pair')} to look at`}>
          <DoubtfulPair
            key={pair.pairId}
            pair={pair}
            because={may.decide}
            isWorking={decide.isPending}
            onDecide={said => say(pair, said)}
            onSkip={() => setSkipped(before => [...before, pair.pairId])}
          />
        </Section>
      )}
      {!pair && skipped.length > 0 && counts.doubtful > 0 && (
        <p style={{ marginTop: 24 }}>
          <ActionButton onClick={() => setSkipped([])}>
            Look at {counted(counts.doubtful, 'skipped pair')} again
          </ActionButton>
        </p>
      )}
      {clusters.data && clusters.data.total > 0 && (
        <Section title="Merged" hint={counted(clusters.data.total, 'record with copies', 'records with copies')}>
          <MergedRecords
            reviewId={reviewId}
            clusters={clusters.data.clusters}
            because={may.decide}
            onUnmerge={(clusterId, recordId) =>
              unmerge.mutate(
                { clusterId, recordId },
                { onSuccess: () => toast({ text: 'It stands for itself again' }) },
              )
            }
          />
        </Section>
      )}
    </>
  );
}
