import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { retirePracticeSet } from '#contract/practice';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import styles from './Practice.module.css';
import { type PracticeSet, usePracticeSets } from './practiceQueries.ts';
import { ResultShares } from './ResultShares.tsx';

const MakePracticeDialog = lazy(() =>
  import('./MakePracticeDialog.tsx').then(module => ({ default: module.MakePracticeDialog })),
);

/** Records with known answers, to see how one screens before anything depends on it. */
export function PracticePage() {
  const sets = usePracticeSets();
  const [isMaking, setIsMaking] = useState(false);
  const mayOffer = sets.data?.may.offerEverybody === null;
  // The one that waits longest for its end is the next thing to do.
  const next = sets.data?.sets.find(set => set.may.decide === null);
  return (
    <>
      <PageHead
        title="Practice"
        line="Screen records whose answers are known. You see how you did when you have finished; others only if you share it, or where it says so."
        actions={
          mayOffer && (
            <ActionButton icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setIsMaking(true)}>
              Make a practice set
            </ActionButton>
          )
        }
      />
      {sets.isError && <ErrorNote problem={sets.error} onRetry={() => void sets.refetch()} />}
      {sets.isPending && <Loading shape="lines" rows={3} />}
      {sets.data?.sets.length === 0 && (
        <EmptyState drawing="records" title="No practice set is offered to you yet">
          The lead of a review makes one under Team and assignments; an administrator makes one for everybody here.
        </EmptyState>
      )}
      <div className={styles.list}>
        {sets.data?.sets.map(set => (
          <SetCard key={set.practiceSetId} set={set} isNext={set === next} />
        ))}
      </div>
      {isMaking && (
        <Suspense fallback={null}>
          <MakePracticeDialog forReviewId={null} onClose={() => setIsMaking(false)} />
        </Suspense>
      )}
    </>
  );
}

function SetCard({ set, isNext }: { set: PracticeSet; isNext: boolean }) {
  const { practiceSetId, result } = set;
  const queries = useQueryClient();
  const retire = useMutation({
    mutationFn: () => call(retirePracticeSet, { params: { practiceSetId } }),
    onSuccess: async () => {
      toast({ text: 'It is offered no more. Results stay.' });
      await queries.invalidateQueries({ queryKey: ['practice'] });
    },
  });
  return (
    <article className={styles.set}>
      <div className={styles.setHead}>
        <div>
          <h2 className={styles.name}>{set.name}</h2>
          <p className="muted">
            {counted(set.records, 'record')} {ORIGINS[set.origin]}
            {set.forReview
              ? ` · for the team of ${set.forReview.title}: its leads see your result when you have finished`
              : ' · for everybody: nobody sees your result unless you share it'}
          </p>
        </div>
        <div className={styles.deeds}>
          {set.isRetired && <Badge kind="neutral">offered no more</Badge>}
          {result ? (
            <ActionButton to="/practice/$practiceSetId/outcome" params={{ practiceSetId }}>
              Look at the answers
            </ActionButton>
          ) : (
            !set.isRetired && (
              <ActionButton
                kind={isNext ? 'primary' : 'secondary'}
                to="/practice/$practiceSetId"
                params={{ practiceSetId }}
                after={<IconArrowRight size={16} stroke={1.75} />}
              >
                {set.decided === 0 ? 'Begin' : set.decided === set.records ? 'Finish' : 'Go on'}
              </ActionButton>
            )
          )}
        </div>
      </div>
      {result && <ResultShares result={result} />}
      {!result && set.decided > 0 && (
        <ProgressBar done={set.decided} of={set.records} label="Records that you have decided on" />
      )}
      {set.may.retire === null && !set.isRetired && (
        <p>
          <LinkButton onClick={() => retire.mutate()}>Offer it no more</LinkButton>
        </p>
      )}
      {retire.isError && <ErrorNote problem={retire.error} />}
    </article>
  );
}

const ORIGINS: Readonly<Record<PracticeSet['origin'], string>> = {
  'finished-review': 'of a finished review',
  table: 'of a labelled table',
};
