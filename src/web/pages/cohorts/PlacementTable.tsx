import type { ReactNode } from 'react';
import type { tryAllocation } from '#contract/cohorts';
import type { ReplyOf } from '#contract/endpoint';
import { AnswerSentence } from '../../parts/AnswerSentence.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { counted } from '../../words/counted.ts';
import styles from './Cohort.module.css';
import type { CohortReply } from './CohortPage.tsx';
import { METHOD_WORDS } from './methodWords.ts';
import { WithoutSeat } from './WithoutSeat.tsx';

export type AllocationReply = ReplyOf<typeof tryAllocation>['allocation'];
type Placement = AllocationReply['placements'][number];

function proofOf(allocation: AllocationReply): string {
  const isStable = allocation.method === 'people-first' || allocation.method === 'leads-first';
  if (isStable)
    return allocation.blocking.length === 0
      ? 'Proof: no person and no opening would both rather have each other.'
      : `${counted(allocation.blocking.length, 'pair')} would rather have each other, which no stable answer should have.`;
  const rather =
    allocation.blocking.length === 0
      ? 'It is stable as well.'
      : `It is not stable: ${counted(allocation.blocking.length, 'pair')} would rather have each other.`;
  const proof =
    allocation.isProven === true
      ? 'Proof: a second solver (HiGHS) finds no better answer by this rule.'
      : allocation.isProven === false
        ? 'A second solver (HiGHS) finds a better answer: do not settle by this, and tell the administrator.'
        : 'Optimal by its rule, found by a flow of least cost.';
  return `${proof} ${rather}`;
}

/** Who goes where and why, what it proves, and who is left. */
export function PlacementTable({
  cohort,
  allocation,
  deeds,
}: {
  cohort: CohortReply;
  allocation: AllocationReply;
  deeds?: (placement: Placement) => ReactNode;
}) {
  const nameOf = (id: string) => cohort.people.find(person => person.personId === id)?.name ?? 'You';
  const titleOf = (id: string) => cohort.openings.find(opening => opening.openingId === id)?.title ?? '';
  const columns: readonly Column<Placement>[] = [
    {
      key: 'person',
      head: 'Person',
      phone: 'title',
      cell: one => <span className={styles.name}>{nameOf(one.personId)}</span>,
    },
    { key: 'opening', head: 'Opening', phone: 'second', cell: one => titleOf(one.openingId) },
    {
      key: 'ranks',
      head: 'Wish, lead’s rank',
      phone: 'second',
      cell: one => `${one.wish ?? '–'}, ${one.leadRank ?? '–'}`,
    },
    {
      key: 'why',
      head: 'Why it fits',
      phone: 'below',
      cell: one => (
        <span className={styles.second}>
          {one.isLocked ? 'Set by hand. ' : ''}
          {one.reasons.join(' ')}
        </span>
      ),
    },
    ...(deeds ? [{ key: 'deeds', head: '', align: 'end' as const, phone: 'end' as const, cell: deeds }] : []),
  ];
  return (
    <>
      <AnswerSentence
        claim={`${counted(allocation.placements.length, 'person', 'people')} placed, ${allocation.unplaced.length} left.`}
      >
        {METHOD_WORDS[allocation.method].means} {allocation.because ?? proofOf(allocation)}
      </AnswerSentence>
      <DataTable
        label="Placements"
        columns={columns}
        rows={allocation.placements}
        rowKey={one => `${one.personId} ${one.openingId}`}
        isMarked={one => one.isLocked}
        empty={<p className={styles.second}>Nobody is placed by this.</p>}
      />
      <WithoutSeat allocation={allocation} nameOf={nameOf} titleOf={titleOf} />
    </>
  );
}
