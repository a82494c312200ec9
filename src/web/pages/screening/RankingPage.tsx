import { IconAdjustments } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { Section } from '../../parts/Section.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { CopyText } from './CopyText.tsx';
import { RankingDeeds } from './RankingDeeds.tsx';
import styles from './RankingPage.module.css';
import { RankingPanel } from './RankingPanel.tsx';
import { RecallSection } from './RecallSection.tsx';
import { type RankingOfStage, useRanking } from './rankingQueries.ts';
import { LESSON_WORDS } from './rankingWords.ts';
import { ScreeningEnded } from './ScreeningEnded.tsx';
import { StageSwitch } from './StageSwitch.tsx';
import { StoppingRules } from './StoppingRules.tsx';
import { STAGE_WORDS, stageOf } from './stageWords.ts';

const SettingsDialog = lazy(() =>
  import('./RankingSettingsDialog.tsx').then(module => ({ default: module.RankingSettingsDialog })),
);
const StopDialog = lazy(() => import('./StopDialog.tsx').then(module => ({ default: module.StopDialog })));
const DrawSampleDialog = lazy(() =>
  import('./DrawSampleDialog.tsx').then(module => ({ default: module.DrawSampleDialog })),
);

/** May we stop screening? What was found in the order of the ranking, what may be left, and three rules on the same data. */
export function RankingPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [stageText, setStage] = useAddress('stage', 'title-and-abstract');
  const stage = stageOf(stageText);
  const ranking = useRanking(reviewId, stage);
  const [open, setOpen] = useState<'settings' | 'rank' | 'sample' | 'stop' | null>(null);
  const isNarrow = useNarrow();
  if (ranking.isError) return <ErrorNote problem={ranking.error} onRetry={() => void ranking.refetch()} />;
  if (ranking.isPending) return <Loading shape="table" />;
  const { settings, outcome, stop, may } = ranking.data;
  const panel = <RankingPanel {...{ reviewId, stage }} ranking={ranking.data} />;
  const left = outcome ? outcome.records - outcome.screened - outcome.partly : 0;
  const deeds = (
    <RankingDeeds {...{ reviewId, left }} ranking={ranking.data} isFullText={stage === 'full-text'} onOpen={setOpen} />
  );
  return (
    <PageWithPanel
      panel={
        !isNarrow && (
          <SidePanel title="Next in the order, and why" width={300} isOpen onClose={() => undefined} foot={deeds}>
            {panel}
          </SidePanel>
        )
      }
    >
      <PageHead
        title="May we stop screening?"
        line={lineOf(ranking.data, STAGE_WORDS[stage].name)}
        actions={
          <>
            <StageSwitch stage={stage} onSwitch={setStage} />
            {may.change === null && (
              <ActionButton icon={<IconAdjustments size={16} stroke={1.75} />} onClick={() => setOpen('settings')}>
                Ranking and stopping
              </ActionButton>
            )}
          </>
        }
      />
      {stop && <ScreeningEnded reviewId={reviewId} stage={stage} ranking={ranking.data} />}
      {!settings.isOn && !stop && (
        <Note kind="info" claim="Records are not ranked here.">
          They come in the order in which they were given out.{' '}
          {may.change === null && <LinkButton onClick={() => setOpen('rank')}>Rank them</LinkButton>}
        </Note>
      )}
      {!outcome && (
        <EmptyState drawing="records" title="What was found stays hidden while screening is blind">
          {settings.isOn
            ? `Your order learns from: ${LESSON_WORDS[settings.learnsFrom].name.toLowerCase()}. ${LESSON_WORDS[settings.learnsFrom].means}`
            : 'The lead decides whether records are ranked.'}
        </EmptyState>
      )}
      {outcome && outcome.screened === 0 && (
        <EmptyState drawing="records" title="Nothing is decided yet">
          The curve begins with the first record on which everybody asked has decided.
        </EmptyState>
      )}
      {outcome && outcome.screened > 0 && (
        <>
          <RecallSection
            outcome={outcome}
            settings={settings}
            whyNotDraw={may.sample}
            onDraw={() => setOpen('sample')}
          />
          <Section title="Three stopping rules, same data" hint="they may disagree; the protocol’s rule decides">
            <StoppingRules settings={settings} outcome={outcome} />
          </Section>
          <Section title="For the Methods" aside={<CopyText text={stop?.methods ?? outcome.methods} />}>
            <p className={styles.methods}>{stop?.methods ?? outcome.methods}</p>
          </Section>
        </>
      )}
      {isNarrow && (
        <Section title="Next in the order, and why">
          {panel}
          <div className={styles.form}>{deeds}</div>
        </Section>
      )}
      <Suspense fallback={null}>
        {(open === 'settings' || open === 'rank') && (
          <SettingsDialog
            {...{ reviewId, stage }}
            settings={open === 'rank' ? { ...settings, isOn: true } : settings}
            onClose={() => setOpen(null)}
          />
        )}
        {open === 'sample' && (
          <DrawSampleDialog {...{ reviewId, stage }} unscreened={left} onClose={() => setOpen(null)} />
        )}
        {open === 'stop' && outcome && (
          <StopDialog
            {...{ reviewId, stage }}
            notScreened={left}
            methods={outcome.methods}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </PageWithPanel>
  );
}

function lineOf({ outcome }: RankingOfStage, stage: string): string {
  if (!outcome) return stage;
  const { screened, records, found, foundAt } = outcome;
  const most = foundAt[Math.ceil(found * 0.95) - 1];
  const held = most === undefined ? '' : `; the first ${count(most)} held 95 % of them`;
  return `${count(screened)} of ${counted(records, 'record')} decided by everybody asked. ${count(found)} included or in conflict${held}.`;
}
