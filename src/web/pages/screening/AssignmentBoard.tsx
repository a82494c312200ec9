import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { takeBackRecords } from '#contract/assignments';
import type { Stage } from '#core/vocabulary';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import type { MenuDeed } from '../../parts/MenuButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { boardColumns } from './boardColumns.tsx';
import { STAGE_WORDS } from './stageWords.ts';
import styles from './TeamPage.module.css';
import type { Board, BoardPerson, Gift } from './teamQueries.ts';
import { isQuiet, quietDays } from './workWords.ts';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(module => ({ default: module.ConfirmDialog })),
);
const NudgeDialog = lazy(() => import('./NudgeDialog.tsx').then(module => ({ default: module.NudgeDialog })));

export interface AssignmentBoardProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly board: Board;
  /** What is planned, hatched into the bars before anything happens. */
  readonly preview: Gift | null;
  /** Begins to move somebody's open records to others. */
  readonly onMove: (person: BoardPerson) => void;
}

/** Who has how much, how far they are, and the ways to help: offer the work to others, write a note, take it back. */
export function AssignmentBoard({ reviewId, stage, board, preview, onMove }: AssignmentBoardProps) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<BoardPerson | null>(null);
  const [noted, setNoted] = useState<BoardPerson | null>(null);
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
  const people = board.people.filter(one => one.canScreen || one.given > 0);
  const open = (person: BoardPerson) => person.given - person.done;
  const deedsOf = (person: BoardPerson): readonly MenuDeed[] => {
    if (open(person) === 0 || board.isClosed) return [];
    const because = board.may.assign;
    return [
      { name: `Offer ${counted(open(person), `open ${unit}`)} to others`, onClick: () => onMove(person), because },
      { name: 'Send a friendly note', onClick: () => setNoted(person), because },
      {
        name: `Take back ${counted(open(person), `open ${unit}`)}`,
        isDangerous: true,
        onClick: () => setAsked(person),
        because,
      },
    ];
  };
  const quiet = board.isClosed ? [] : people.filter(one => isQuiet(one, new Date()));
  return (
    <>
      {takeBack.isError && (
        <Note kind="error" claim="Nothing was taken back.">
          {takeBack.error instanceof CallProblem ? takeBack.error.message : 'Try it again.'}
        </Note>
      )}
      <DataTable
        label="Work by person"
        columns={boardColumns({
          added,
          longest: Math.max(1, ...board.people.map(one => one.given + added(one))),
          deedsOf,
          deedsLabel: one => `What to do with the ${unit}s of ${one.name}`,
        })}
        rows={people}
        rowKey={one => one.personId}
      />
      {quiet.map(one => (
        <div key={one.personId} className={styles.quiet}>
          <Note kind="info" claim={`${one.name} may be away.`}>
            No decision for {counted(quietDays(one, new Date()), 'day')}, {counted(open(one), unit)} open.
            <span className={styles.ways}>
              <LinkButton onClick={() => onMove(one)}>{`Offer the ${counted(open(one), unit)} to others`}</LinkButton>
              {one.nudgedAt === null || isDayAgo(one.nudgedAt) ? (
                <LinkButton onClick={() => setNoted(one)}>Send a friendly note</LinkButton>
              ) : (
                <span className="muted">a note went out today</span>
              )}
            </span>
          </Note>
        </div>
      ))}
      <Suspense fallback={null}>
        {noted && <NudgeDialog reviewId={reviewId} stage={stage} person={noted} onClose={() => setNoted(null)} />}
        {asked && (
          <ConfirmDialog
            title={`Take back ${counted(open(asked), `open ${unit}`)} from ${asked.name}?`}
            verb="Take them back"
            isWorking={takeBack.isPending}
            onConfirm={() => takeBack.mutate(asked)}
            onClose={() => setAsked(null)}
          >
            The {counted(asked.done, 'decision')} of {asked.name} stay. The open {unit}s wait to be given out again.
          </ConfirmDialog>
        )}
      </Suspense>
    </>
  );
}

const DAY_MS = 86_400_000;

function isDayAgo(instant: string): boolean {
  return Date.now() - new Date(instant).getTime() > DAY_MS;
}
