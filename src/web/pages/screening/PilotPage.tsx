import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { OfAll } from '../../parts/OfAll.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { Section } from '../../parts/Section.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { useSession } from '../../queries/useSession.ts';
import { counted } from '../../words/counted.ts';
import { PilotAgreement } from './PilotAgreement.tsx';
import { PilotDisagreements } from './PilotDisagreements.tsx';
import { PilotGate } from './PilotGate.tsx';
import styles from './PilotPage.module.css';
import { type Pilot, type Round, usePilot } from './pilotQueries.ts';
import { StageSwitch } from './StageSwitch.tsx';
import { STAGE_WORDS, stageOf } from './stageWords.ts';
import { useMyScreening } from './useMyScreening.ts';

const DrawPilotDialog = lazy(() =>
  import('./DrawPilotDialog.tsx').then(module => ({ default: module.DrawPilotDialog })),
);

/** Do we read the criteria alike? The same records for everybody, before the rest is given out. */
export function PilotPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [stageText, setStage] = useAddress('stage', 'title-and-abstract');
  const stage = stageOf(stageText);
  const personId = useSession().data?.person?.personId ?? '';
  const pilot = usePilot(reviewId, stage);
  const mine = useMyScreening(reviewId, stage, personId);
  const [isDrawing, setIsDrawing] = useState(false);
  const isNarrow = useNarrow();
  if (pilot.isError) return <ErrorNote problem={pilot.error} onRetry={() => void pilot.refetch()} />;
  if (pilot.isPending) return <Loading shape="table" />;
  const [round, ...earlier] = pilot.data.rounds;
  const gate = round && (
    <PilotGate
      key={round.roundId}
      {...{ reviewId, stage, round }}
      pilot={pilot.data}
      onDraw={() => setIsDrawing(true)}
    />
  );
  return (
    <PageWithPanel
      panel={
        round &&
        !isNarrow && (
          <SidePanel title="May screening begin?" width={300} isOpen onClose={() => undefined}>
            {gate}
          </SidePanel>
        )
      }
    >
      <PageHead
        title={round ? `Pilot round ${round.number}` : 'Pilot round'}
        line={round ? lineOf(round) : `${STAGE_WORDS[stage].name}: do we read the criteria alike?`}
        actions={
          <>
            <StageSwitch stage={stage} onSwitch={setStage} />
            {round?.isMine && !round.isFinished && (
              <ActionButton kind="primary" to="/reviews/$reviewId/screening/$stage" params={{ reviewId, stage }}>
                Screen your records
              </ActionButton>
            )}
          </>
        }
      />
      {!round && <NoRound pilot={pilot.data} onDraw={() => setIsDrawing(true)} />}
      {round && !round.outcome && <Waiting round={round} />}
      {round?.outcome && (
        <>
          <PilotAgreement round={round} outcome={round.outcome} />
          <Section
            title={`${counted(round.outcome.disagreements.length, 'disagreement')}, side by side`}
            hint="open to those who took part, because all have finished"
            aside={
              pilot.data.may.pass === null &&
              round.outcome.disagreements.some(one => one.settled === null) && (
                <ActionButton size="small" to="/reviews/$reviewId/conflicts/$stage" params={{ reviewId, stage }}>
                  Settle them
                </ActionButton>
              )
            }
          >
            <PilotDisagreements round={round} outcome={round.outcome} criteria={mine.data?.criteria ?? []} />
          </Section>
        </>
      )}
      {isNarrow && round && <Section title="May screening begin?">{gate}</Section>}
      {earlier.length > 0 && (
        <Section title="Earlier rounds">
          <ul className={styles.earlier}>
            {earlier.map(one => (
              <li key={one.roundId}>
                Round {one.number}: {lineOf(one)}
                {one.outcome?.agreement.value != null && ` Agreement ${one.outcome.agreement.value.toFixed(2)}.`}
                {one.passed?.because && ` Screening began because: “${one.passed.because}”`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isDrawing && (
        <Suspense fallback={null}>
          <DrawPilotDialog
            {...{ reviewId, stage }}
            rounds={pilot.data.rounds.length}
            onClose={() => setIsDrawing(false)}
          />
        </Suspense>
      )}
    </PageWithPanel>
  );
}

function lineOf({ records, people, outcome, isFinished }: Round): string {
  const who = `${counted(records, 'record')}, drawn at random, for ${counted(people.length, 'screener')}, blind.`;
  if (!outcome) return isFinished ? `${who} All have finished.` : who;
  return `${who} On ${records - outcome.disagreements.length} of ${records} all can stand together.`;
}

function NoRound({ pilot, onDraw }: { pilot: Pilot; onDraw: () => void }) {
  return (
    <>
      <EmptyState drawing="records" title="No pilot round yet">
        {pilot.may.draw === null
          ? 'Everybody screens the same fifty records first. Where you differ shows which criterion needs better words, before it costs weeks.'
          : 'The lead can let everybody screen the same records first, to see where the criteria are read differently.'}
      </EmptyState>
      {pilot.may.draw === null && (
        <div className={styles.way}>
          <ActionButton kind="primary" onClick={onDraw}>
            Draw a pilot round
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** No figure and no decision of others before all have finished: only who has how many left. */
function Waiting({ round }: { round: Round }) {
  return (
    <Section title="Not everybody has finished" hint="figures and decisions open when all have">
      <ul className={styles.waiting}>
        {round.people.map(one => (
          <li key={one.personId}>
            <span>{one.name}</span>
            <ProgressBar done={one.done} of={round.records} label={`Decided by ${one.name}`} />
            <OfAll done={one.done} of={round.records} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
