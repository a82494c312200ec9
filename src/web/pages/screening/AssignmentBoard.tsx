import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { takeBackRecords } from '#contract/screening';
import type { Stage } from '#core/vocabulary';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { toast } from '../../parts/toast.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { STAGE_WORDS } from './stageWords.ts';
import styles from './TeamPage.module.css';
import type { Board, BoardPerson, Gift } from './teamQueries.ts';
import { WorkBar } from './WorkBar.tsx';
import { workWords } from './workWords.ts';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(module => ({ default: module.ConfirmDialog })),
);

export interface AssignmentBoardProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly board: Board;
  /** What is planned, hatched into the bars before anything happens. */
  readonly preview: Gift | null;
}

/** Who has how much, how far they are, and the way to take work back. */
export function AssignmentBoard({ reviewId, stage, board, preview }: AssignmentBoardProps) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<BoardPerson | null>(null);
  const { unit } = STAGE_WORDS[stage];
  const takeBack = useMutation({
    mutationFn: ({ personId }: BoardPerson) => call(takeBackRecords, { params: { reviewId, stage, personId } }),
    onSuccess: async ({ takenBack }, person) => {
      setAsked(null);
      toast({ text: `${counted(takenBack, unit)} taken back from ${person.name}. What they decided stays` });
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
  });
  const added = (person: BoardPerson) => preview?.perPerson.find(one => one.personId === person.personId)?.added ?? 0;
  const longest = Math.max(1, ...board.people.map(one => one.given + added(one)));
  const people = board.people.filter(one => one.canScreen || one.given > 0);
  const columns: Column<BoardPerson>[] = [
    {
      key: 'person',
      head: 'Person',
      phone: 'title',
      cell: one => (
        <span className={styles.person}>
          <Avatar name={one.name} size={30} /> {one.name}
        </span>
      ),
    },
    {
      key: 'bar',
      head: 'Given and done',
      phone: 'below',
      width: '26%',
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
      cell: one =>
        one.given > one.done && !board.isClosed ? (
          <MenuButton
            size="small"
            label={`What to do with the ${unit}s of ${one.name}`}
            deeds={[
              {
                name: `Take back ${counted(one.given - one.done, `open ${unit}`)}`,
                isDangerous: true,
                onClick: () => setAsked(one),
                because: board.may.assign,
              },
            ]}
          />
        ) : null,
    },
  ];
  return (
    <>
      {takeBack.isError && (
        <Note kind="error" claim="Nothing was taken back.">
          {takeBack.error instanceof CallProblem ? takeBack.error.message : 'Try it again.'}
        </Note>
      )}
      <DataTable label="Work by person" columns={columns} rows={people} rowKey={one => one.personId} />
      {asked && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={`Take back ${counted(asked.given - asked.done, `open ${unit}`)} from ${asked.name}?`}
            verb="Take them back"
            isWorking={takeBack.isPending}
            onConfirm={() => takeBack.mutate(asked)}
            onClose={() => setAsked(null)}
          >
            The {counted(asked.done, 'decision')} of {asked.name} stay. The open {unit}s wait to be given out again.
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
