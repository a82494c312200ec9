import { IconCircleCheck } from '@tabler/icons-react';
import type { ReplyOf } from '#contract/endpoint';
import type { getMyScreening } from '#contract/screening';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { CHOICE_WORDS } from './choiceWords.ts';
import { firstAuthors } from './firstAuthors.ts';
import styles from './PilotPage.module.css';
import type { Outcome, Round } from './pilotQueries.ts';

type Disagreement = Outcome['disagreements'][number];
type Criteria = ReplyOf<typeof getMyScreening>['criteria'];

/** Who read what differently, side by side. */
export function PilotDisagreements({
  round,
  outcome,
  criteria,
}: {
  round: Round;
  outcome: Outcome;
  criteria: Criteria;
}) {
  const columns: Column<Disagreement>[] = [
    {
      key: 'record',
      head: 'Record',
      phone: 'title',
      cell: ({ record }) => (
        <>
          <span className={styles.title}>{record.title}</span>
          <span className={styles.below}>
            {firstAuthors(record.authorsText)} {record.year}
          </span>
        </>
      ),
    },
    ...round.people.map(person => ({
      key: person.personId,
      head: person.name.split(' ')[0] ?? person.name,
      phone: 'below' as const,
      cell: ({ decisions }: Disagreement) => {
        const mine = decisions.find(one => one.personId === person.personId);
        if (!mine) return <span className="muted">–</span>;
        return (
          <span className={styles.choice}>
            <span className={styles.phoneName}>{person.name}</span>
            <Badge kind={mine.choice}>{CHOICE_WORDS[mine.choice]}</Badge>
          </span>
        );
      },
    })),
    {
      key: 'criterion',
      head: 'Named reason',
      phone: 'below',
      cell: ({ decisions }) => {
        const named = decisions.flatMap(
          one => criteria.find(criterion => criterion.criterionId === one.criterionId)?.text ?? [],
        );
        return (
          <span className={styles.reason}>{[...new Set(named)].join('; ') || <span className="muted">none</span>}</span>
        );
      },
    },
    {
      key: 'settled',
      head: 'Settled',
      align: 'end',
      phone: 'end',
      cell: ({ settled }) =>
        settled === null ? (
          <span className={`muted ${styles.oneLine}`}>to talk over</span>
        ) : (
          <span className={styles.settled}>
            <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" /> {CHOICE_WORDS[settled]}
          </span>
        ),
    },
  ];
  return (
    <DataTable
      label="Disagreements"
      columns={columns}
      rows={outcome.disagreements}
      rowKey={({ record }) => record.recordId}
      empty={<p className="muted">Nobody read any of these records differently.</p>}
    />
  );
}
