import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { settleCohort, tryAllocation } from '#contract/cohorts';
import { ALLOCATION_METHODS, type AllocationMethod } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import styles from './Cohort.module.css';
import type { CohortReply } from './CohortPage.tsx';
import { METHOD_WORDS } from './methodWords.ts';
import { PlacementTable } from './PlacementTable.tsx';
import { type TeamRule, TeamRules } from './TeamRules.tsx';
import { useRefreshCohort } from './useRefreshCohort.ts';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(module => ({ default: module.ConfirmDialog })),
);

interface Pair {
  readonly personId: string;
  readonly openingId: string;
}

const without = (pairs: readonly Pair[], pair: Pair) =>
  pairs.filter(one => one.personId !== pair.personId || one.openingId !== pair.openingId);

/** What would come of it: every method in numbers, the chosen one in names; locks and conflicts are set on the rows, rules on teams above them. */
export function SettleDesk({ cohort }: { cohort: CohortReply }) {
  const [word, setWord] = useAddress('method', 'people-first');
  const method: AllocationMethod = ALLOCATION_METHODS.find(one => one === word) ?? 'people-first';
  const [locks, setLocks] = useState<readonly Pair[]>([]);
  const [conflicts, setConflicts] = useState<readonly Pair[]>([]);
  const [rules, setRules] = useState<readonly TeamRule[]>([]);
  const [isSettling, setIsSettling] = useState(false);
  const refresh = useRefreshCohort();
  const { cohortId } = cohort;
  const wanted = { method, locks: [...locks], conflicts: [...conflicts], rules: [...rules] };
  const tried = useQuery({
    queryKey: ['cohorts', cohortId, 'try', wanted, cohort.people.length, cohort.openings.length],
    queryFn: ({ signal }) => call(tryAllocation, { params: { cohortId }, body: wanted, signal }),
    enabled: cohort.peopleCount > 0 && cohort.openings.length > 0,
  });
  const settling = useMutation({
    mutationFn: () => call(settleCohort, { params: { cohortId }, body: wanted }),
    onSettled: () => setIsSettling(false),
    onSuccess: refresh,
  });
  if (cohort.peopleCount === 0 || cohort.openings.length === 0)
    return (
      <Section title="What would come of it">
        <p className={styles.second}>As soon as an opening and a person are in, you see here who would go where.</p>
      </Section>
    );
  const problem = tried.error ?? settling.error;
  const nameOf = (id: string) => cohort.people.find(person => person.personId === id)?.name ?? '';
  const titleOf = (id: string) => cohort.openings.find(opening => opening.openingId === id)?.title ?? '';
  return (
    <Section title="What would come of it" hint="nothing is stored until you settle">
      {problem && <ErrorNote problem={problem} safe="The cohort is as it was." onRetry={() => void tried.refetch()} />}
      {tried.isPending && !problem && <Loading shape="table" />}
      {tried.data && (
        <>
          <table className={styles.compared}>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Placed</th>
                <th scope="col">First wishes</th>
                <th scope="col">Sum of fits</th>
                <th scope="col">Weakest fit</th>
                <th scope="col">Unstable pairs</th>
              </tr>
            </thead>
            <tbody>
              {tried.data.compared.map(row => (
                <tr
                  key={row.method}
                  data-chosen={row.method === method || undefined}
                  data-barred={row.because !== null || undefined}
                >
                  <th scope="row">
                    <LinkButton onClick={() => setWord(row.method)}>{METHOD_WORDS[row.method].name}</LinkButton>
                    {row.because !== null && <span className={styles.second}> rule not kept</span>}
                  </th>
                  <td>{row.placed}</td>
                  <td>{row.firstWishes}</td>
                  <td>{row.total.toFixed(1)}</td>
                  <td>{row.minimum === null ? '–' : row.minimum.toFixed(1)}</td>
                  <td>{row.blocking}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <TeamRules cohort={cohort} rules={rules} onChange={setRules} />
          <PlacementTable
            cohort={cohort}
            allocation={tried.data.allocation}
            deeds={one =>
              one.isLocked ? (
                <LinkButton onClick={() => setLocks(without(locks, one))}>Unlock</LinkButton>
              ) : (
                <span className={styles.deeds}>
                  <LinkButton
                    onClick={() => setLocks([...locks, { personId: one.personId, openingId: one.openingId }])}
                  >
                    Lock
                  </LinkButton>
                  <LinkButton
                    onClick={() => setConflicts([...conflicts, { personId: one.personId, openingId: one.openingId }])}
                  >
                    Not together
                  </LinkButton>
                </span>
              )
            }
          />
          {conflicts.map(pair => (
            <p key={`${pair.personId} ${pair.openingId}`} className={styles.second}>
              Not together: {nameOf(pair.personId)} and {titleOf(pair.openingId)}.{' '}
              <LinkButton onClick={() => setConflicts(without(conflicts, pair))}>Allow it</LinkButton>
            </p>
          ))}
          <div className={styles.buttons}>
            <ActionButton
              kind={cohort.myRanking ? 'secondary' : 'primary'}
              because={cohort.may.settle ?? (tried.data.allocation.because && `${tried.data.allocation.because}.`)}
              onClick={() => setIsSettling(true)}
            >
              Settle by “{METHOD_WORDS[method].name}”
            </ActionButton>
          </div>
        </>
      )}
      {isSettling && (
        <Suspense>
          <ConfirmDialog
            title={`Settle the cohort by “${METHOD_WORDS[method].name}”?`}
            verb="Settle the cohort"
            isWorking={settling.isPending}
            onConfirm={() => settling.mutate()}
            onClose={() => setIsSettling(false)}
          >
            The lists are closed. Leads see their people and make the offers; each person takes the seat or leaves it.
          </ConfirmDialog>
        </Suspense>
      )}
    </Section>
  );
}
