import { useMutation, useQueryClient } from '@tanstack/react-query';
import { finishPractice } from '#contract/practice';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { count } from '../../words/count.ts';
import { outboxOf } from './outbox.ts';
import styles from './Practice.module.css';
import type { PracticeSet } from './practiceQueries.ts';
import type { Screening } from './useScreening.ts';

/** After the last record: what was passed over, or the end, which shows the answers and can't be taken back. */
export function PracticeEnd({
  set,
  screening,
  personId,
}: {
  set: PracticeSet;
  screening: Screening;
  personId: string;
}) {
  const { practiceSetId } = set;
  const queries = useQueryClient();
  const finish = useMutation({
    mutationFn: async () => {
      await outboxOf(personId).flush();
      await call(finishPractice, { params: { practiceSetId } });
    },
    // The page goes on to the answers as soon as the set says that it is finished.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['practice'] }),
  });
  const left = screening.passedOver.length;
  return (
    <div className={styles.end}>
      <h1>{left === 0 ? `You have decided on all ${count(set.records)}` : 'That was the last one'}</h1>
      <p>
        {left === 0
          ? 'When you finish, the answers are shown and your decisions stand. A set can be done once, since afterwards you know it.'
          : `${left === 1 ? 'One record has' : `${count(left)} records have`} no decision yet. The result counts all of them.`}
      </p>
      {left === 0 && (
        <p className="muted">
          {set.forReview
            ? `The leads of ${set.forReview.title} see your result. Others see it only if you share it.`
            : 'Nobody sees your result unless you share it on your profile.'}
        </p>
      )}
      {finish.isError && <ErrorNote problem={finish.error} safe="Your decisions are kept." />}
      {left > 0 ? (
        <ActionButton kind="primary" size="large" onClick={() => screening.goTo(screening.passedOver[0] ?? 0)}>
          Go to {left === 1 ? 'the one' : 'those'} that you passed over
        </ActionButton>
      ) : (
        <ActionButton
          kind="primary"
          size="large"
          isWorking={finish.isPending}
          because={typeof screening.saving === 'object' ? 'Some decisions still wait for the network.' : null}
          onClick={() => finish.mutate()}
        >
          Finish and see how you did
        </ActionButton>
      )}
    </div>
  );
}
