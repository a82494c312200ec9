import { Link } from '@tanstack/react-router';
import { Avatar } from '../../parts/Avatar.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import styles from './Home.module.css';
import { type Load, paceWords } from './paceWords.ts';

const COLUMNS: readonly Column<Load>[] = [
  {
    key: 'person',
    head: 'Person',
    phone: 'title',
    cell: load => (
      <span className={styles.personCell}>
        <Avatar name={load.person.name} />
        <span>
          {load.person.name}
          <span className={styles.under}>{load.reviewTitle}</span>
        </span>
      </span>
    ),
  },
  {
    key: 'done',
    head: 'Given and done',
    width: '200px',
    phone: 'below',
    cell: load => (
      <div className={styles.progress}>
        <ProgressBar done={load.done} of={load.given} label={`${load.person.name}: decided`} />
        <p className={styles.standing}>
          <OfAll done={load.done} of={load.given} />
        </p>
      </div>
    ),
  },
  { key: 'perDay', head: 'A day', align: 'end', phone: 'hidden', cell: load => load.perDay },
  { key: 'due', head: 'Due', phone: 'hidden', cell: load => (load.dueOn === null ? '–' : day(load.dueOn, 'short')) },
  {
    key: 'pace',
    head: '',
    align: 'end',
    phone: 'below',
    cell: load => {
      const { text, isBehind } = paceWords(load, Date.now());
      return <span className={isBehind ? styles.behind : 'muted'}>{text}</span>;
    },
  },
];

/** Who has how much open work in the reviews that I lead, the most first. */
export function Workloads({ workloads }: { workloads: readonly Load[] }) {
  const [first] = workloads;
  if (!first) return null;
  return (
    <Section
      title="Workloads"
      hint="most open work first"
      aside={
        <Link to="/reviews/$reviewId/team" params={{ reviewId: first.reviewId }}>
          Assignment board
        </Link>
      }
    >
      <DataTable
        label="Workloads"
        columns={COLUMNS}
        rows={workloads}
        rowKey={load => `${load.reviewId} ${load.stage} ${load.person.personId}`}
      />
    </Section>
  );
}
