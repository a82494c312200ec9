import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import type { getHomeTeams } from '#contract/homeParts';
import { Avatar } from '../../parts/Avatar.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import styles from './Home.module.css';

type Load = ReplyOf<typeof getHomeTeams>['workloads'][number];

const DAY_MS = 86_400_000;
const QUIET_DAYS = 4;

/** What is known of somebody's pace, without blame: what the day would ask, or since when there was no decision. */
function paceWords({ given, done, dueOn, lastAt, perDay }: Load, now: number): { text: string; isBehind: boolean } {
  const quiet = lastAt === null ? null : Math.floor((now - Date.parse(lastAt)) / DAY_MS);
  if (quiet !== null && quiet >= QUIET_DAYS) return { text: `no decision for ${quiet} days`, isBehind: true };
  if (dueOn !== null) {
    const days = Math.max(1, Math.ceil((Date.parse(`${dueOn}T23:59:59`) - now) / DAY_MS));
    const needed = Math.ceil((given - done) / days);
    if (needed > Math.max(1, perDay)) return { text: `needs ${needed} a day`, isBehind: true };
    return { text: 'on time', isBehind: false };
  }
  return { text: lastAt === null ? 'not begun' : '', isBehind: false };
}

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
