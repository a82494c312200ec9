import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { MenuButton, type MenuDeed } from '../../parts/MenuButton.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import styles from './TeamPage.module.css';
import type { BoardPerson } from './teamQueries.ts';
import { WorkBar } from './WorkBar.tsx';
import { neededPerDay, workWords } from './workWords.ts';

export interface BoardColumnsInput {
  /** What is planned for a person, hatched into their bar. */
  readonly added: (person: BoardPerson) => number;
  readonly longest: number;
  readonly deedsOf: (person: BoardPerson) => readonly MenuDeed[];
  readonly deedsLabel: (person: BoardPerson) => string;
}

/** Who, how far, how fast, until when, and what can be done about it. */
export function boardColumns({ added, longest, deedsOf, deedsLabel }: BoardColumnsInput): Column<BoardPerson>[] {
  return [
    {
      key: 'person',
      head: 'Person',
      phone: 'title',
      cell: one => (
        <span className={styles.person}>
          <Avatar name={one.name} size={30} />
          <span>
            {one.name}
            <span className={styles.below}>{placeWords(one)}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'bar',
      head: 'Given and done',
      phone: 'below',
      width: '20%',
      cell: one => <WorkBar name={one.name} done={one.done} given={one.given} planned={added(one)} longest={longest} />,
    },
    {
      key: 'count',
      head: 'Decided',
      align: 'end',
      phone: 'end',
      cell: one => (
        <>
          <OfAll done={one.done} of={one.given} />
          {added(one) > 0 && <span className={styles.added}> +{count(added(one))}</span>}
        </>
      ),
    },
    {
      key: 'pace',
      head: 'A day',
      align: 'end',
      phone: 'hidden',
      cell: one => {
        const needed = neededPerDay(one, new Date());
        if (one.given === 0 || one.hasLeft) return <span className="muted">–</span>;
        return (
          <>
            {one.perDay < 10 ? one.perDay : count(Math.round(one.perDay))}
            {needed !== null && <span className={styles.below}>needs {count(needed)}</span>}
          </>
        );
      },
    },
    {
      key: 'due',
      head: 'Due',
      phone: 'hidden',
      cell: one => (one.dueOn ? day(one.dueOn, 'short') : <span className="muted">–</span>),
    },
    {
      key: 'state',
      head: 'State',
      cell: one => {
        const { text, kind } = workWords(one, new Date());
        return (
          <>
            {kind === null ? <span className="muted">{text}</span> : <Badge kind={kind}>{text}</Badge>}
            {one.dueOn && <span className={styles.phoneWord}> due {day(one.dueOn, 'short')}</span>}
          </>
        );
      },
    },
    {
      key: 'deeds',
      head: <span className="for-screen-readers">Deeds</span>,
      align: 'end',
      phone: 'end',
      cell: one => {
        const deeds = deedsOf(one);
        return deeds.length === 0 ? null : <MenuButton size="small" label={deedsLabel(one)} deeds={deeds} />;
      },
    },
  ];
}

function placeWords({ hoursPerWeek, timeZone }: BoardPerson): string {
  const hours = hoursPerWeek === null ? [] : [`${hoursPerWeek} h a week`];
  const zone = timeZone === null || timeZone === '' ? [] : [timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''];
  return [...hours, ...zone].join(' · ');
}
