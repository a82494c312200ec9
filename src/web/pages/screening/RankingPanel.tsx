import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { replayRanking } from '#contract/ranking';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { useJob } from '../../queries/useJob.ts';
import { count } from '../../words/count.ts';
import styles from './RankingPage.module.css';
import { type RankingOfStage, useMyReasons } from './rankingQueries.ts';
import { LESSON_WORDS } from './rankingWords.ts';
import { WordBars } from './WordBars.tsx';

/** Beside the curve: why the next record is next, what an end now would leave, and the proof that orders are repeatable. */
export function RankingPanel({
  reviewId,
  stage,
  ranking,
}: {
  reviewId: string;
  stage: Stage;
  ranking: RankingOfStage;
}) {
  const mine = useMyReasons(reviewId, stage).data;
  const words = mine?.reasons.find(one => one.recordId === mine.next?.recordId);
  const { outcome, settings, stop } = ranking;
  return (
    <>
      <div className={styles.part}>
        {mine?.next && words ? (
          <>
            <p className={styles.nextTitle}>{mine.next.title}</p>
            <WordBars words={words} />
          </>
        ) : (
          <p className="muted">
            {settings.isOn
              ? 'No records are open to you here. Each screener finds these words beside their own record.'
              : 'Records are not ranked at this stage.'}
          </p>
        )}
        {settings.isOn && (
          <p className={styles.from}>
            {LESSON_WORDS[settings.learnsFrom].name}. {LESSON_WORDS[settings.learnsFrom].means} It never decides.
          </p>
        )}
      </div>
      {outcome && !stop && (
        <div className={styles.part}>
          <h3 className={styles.partName}>If you stop now</h3>
          <dl className={styles.counts}>
            <dt>Screened by people</dt>
            <dd>{count(outcome.screened)}</dd>
            {outcome.partly > 0 && (
              <>
                <dt>Begun, to be finished</dt>
                <dd>{count(outcome.partly)}</dd>
              </>
            )}
            <dt>Not screened</dt>
            <dd>{count(outcome.records - outcome.screened - outcome.partly)}</dd>
          </dl>
          <p className={styles.from}>PRISMA counts the last as “ineligible by automation” and names the rule.</p>
        </div>
      )}
      {ranking.may.change === null && settings.isOn && <Replay reviewId={reviewId} stage={stage} />}
    </>
  );
}

function Replay({ reviewId, stage }: { reviewId: string; stage: Stage }) {
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(reviewId, jobId).data;
  const replay = useMutation({
    mutationFn: () => call(replayRanking, { params: { reviewId, stage } }),
    onSuccess: started => setJobId(started.jobId),
  });
  return (
    <div className={styles.part}>
      <h3 className={styles.partName}>Can the order be repeated?</h3>
      {job ? (
        <JobProgress job={job} name="Computing each order again" />
      ) : (
        <p className="muted">
          Every order follows from the seed and the decisions.{' '}
          <LinkButton onClick={() => !replay.isPending && replay.mutate()}>Compute all of them again</LinkButton>
        </p>
      )}
    </div>
  );
}
