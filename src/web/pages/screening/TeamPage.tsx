import { IconUserPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { Section } from '../../parts/Section.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { useReviewOverview } from '../../queries/useReviewOverview.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { AgreementSection } from './AgreementSection.tsx';
import { AssignmentBoard } from './AssignmentBoard.tsx';
import { CloseStage } from './CloseStage.tsx';
import { GiveOutPanel } from './GiveOutPanel.tsx';
import { MembersSection } from './MembersSection.tsx';
import { PassportsSection } from './PassportsSection.tsx';
import { StageSwitch } from './StageSwitch.tsx';
import { STAGE_WORDS, stageOf } from './stageWords.ts';
import styles from './TeamPage.module.css';
import { type Board, type Gift, useBoard } from './teamQueries.ts';

/** Who does what by when, how far pairs agree, and who is in the team. Leads give out work; others see the team. */
export function TeamPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [stageText, setStage] = useAddress('stage', 'title-and-abstract');
  const stage = stageOf(stageText);
  const overview = useReviewOverview(reviewId);
  const whyNotAssign = overview.data?.may.assign;
  const board = useBoard(reviewId, stage, whyNotAssign === null);
  const [preview, setPreview] = useState<Gift | null>(null);
  const [isFormOpen, setIsFormOpen] = useState(false);
  const [from, setFrom] = useState<string | null>(null);
  const isNarrow = useNarrow();

  if (overview.isError) return <ErrorNote problem={overview.error} onRetry={() => void overview.refetch()} />;
  if (overview.isPending) return <Loading shape="table" />;
  if (whyNotAssign !== null) {
    return (
      <>
        <PageHead title="Team" line="The lead gives out records to screen. What is yours waits under Screening." />
        <MembersSection projectId={overview.data.projectId} />
      </>
    );
  }
  const { unit } = STAGE_WORDS[stage];
  return (
    <PageWithPanel
      panel={
        board.data &&
        !board.data.isClosed && (
          <GiveOutPanel
            key={stage}
            reviewId={reviewId}
            stage={stage}
            board={board.data}
            from={from}
            onFrom={setFrom}
            onPreview={setPreview}
            isOpen={!isNarrow || isFormOpen}
            onClose={() => setIsFormOpen(false)}
          />
        )
      }
    >
      <PageHead
        title="Team and assignments"
        line={board.data && lineOf(board.data)}
        actions={
          <>
            <StageSwitch stage={stage} onSwitch={setStage} />
            <ActionButton to="/reviews/$reviewId/ranking" params={{ reviewId }} search={{ stage }}>
              Ranking
            </ActionButton>
            <ActionButton to="/reviews/$reviewId/pilot" params={{ reviewId }} search={{ stage }}>
              Pilot round
            </ActionButton>
          </>
        }
      />
      {board.isError && <ErrorNote problem={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <Loading shape="table" />}
      {board.data && (
        <>
          <Figures board={board.data} unit={unit} />
          {isNarrow && !board.data.isClosed && (
            <ActionButton
              kind="primary"
              isWide
              icon={<IconUserPlus size={18} stroke={1.75} />}
              onClick={() => setIsFormOpen(true)}
            >
              Give out {unit}s
            </ActionButton>
          )}
          <AssignmentBoard
            reviewId={reviewId}
            stage={stage}
            board={board.data}
            preview={preview}
            onMove={person => {
              setFrom(person.personId);
              setIsFormOpen(true);
            }}
          />
          <CloseStage reviewId={reviewId} stage={stage} board={board.data} />
        </>
      )}
      <AgreementSection reviewId={reviewId} stage={stage} />
      <PassportsSection reviewId={reviewId} />
      <MembersSection projectId={overview.data.projectId} />
    </PageWithPanel>
  );
}

function Figures({ board, unit }: { board: Board; unit: string }) {
  const given = board.people.reduce((sum, one) => sum + one.given, 0);
  const done = board.people.reduce((sum, one) => sum + one.done, 0);
  const figures = [
    { value: board.records, words: `${unit}s at this stage` },
    { value: board.waiting, words: board.mode === 'single' ? 'wait for a screener' : 'wait for screeners' },
    { value: board.decidedByAll, words: 'decided by all who were asked' },
    { value: given - done, words: 'decisions still to come' },
  ];
  return (
    <Section title="Where it stands">
      <dl className={styles.figures}>
        {figures.map(figure => (
          <div key={figure.words}>
            <dd className={styles.figure}>{count(figure.value)}</dd>
            <dt className="muted">{figure.words}</dt>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const HOW: Readonly<Record<Board['mode'], string>> = {
  double: 'Two screeners a record, each blind to the other.',
  single: 'One screener a record.',
  share: 'One screener a record, and a second one for a share drawn by lot.',
};

function lineOf(board: Board): string {
  const how = HOW[board.mode];
  if (board.isClosed) return `${how} This stage is closed.`;
  return board.waiting === 0 ? how : `${how} ${counted(board.waiting, 'waits', 'wait')} to be given out.`;
}
