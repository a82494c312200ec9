import { Tabs } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLock, IconTable } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { AnswerSentence } from '../../parts/AnswerSentence.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { counted } from '../../words/counted.ts';
import { since } from '../../words/since.ts';
import { AnalysisDeedsFoot } from './AnalysisDeedsFoot.tsx';
import styles from './AnalysisPage.module.css';
import { answerOf } from './answer.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { ForestTab } from './ForestTab.tsx';
import { FunnelTab } from './FunnelTab.tsx';
import { liveAnalysis, storedAnalysis } from './liveAnalysis.ts';
import {
  type AnalysisList,
  copyName,
  freshPlan,
  type OutcomeData,
  type Plan,
  planOfSaved,
  type SavedAnalysis,
} from './plan.ts';
import { SavedTab } from './SavedTab.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { StaleNote } from './StaleNote.tsx';
import { StudiesTab } from './StudiesTab.tsx';
import { useAnalysisDeeds } from './useAnalysisDeeds.ts';

export interface AnalysisPageProps {
  readonly reviewId: string;
  readonly list: AnalysisList;
  readonly outcomeId: string;
  readonly data: OutcomeData;
  readonly saved: SavedAnalysis | null;
}

/** One analysis: the answer, the figure, its numbers; settings at the right, which the figure follows at once. */
export function AnalysisPage({ reviewId, list, outcomeId, data, saved }: AnalysisPageProps) {
  const base = useMemo(() => (saved ? planOfSaved(saved) : freshPlan(data)), [saved, data]);
  const [draft, setDraft] = useState<Plan | null>(null);
  const plan = draft ?? base;
  const [tab, setTab] = useAddress('tab', 'forest');
  const isNarrow = useNarrow();
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const deeds = useAnalysisDeeds(reviewId);
  // What the protocol names stays as it is: the first change of it makes a copy with a name of its own.
  const edit = (next: Plan) =>
    setDraft(draft === null && saved?.may.change ? { ...next, name: copyName(next.name, list) } : next);

  // Typing and choosing stay quick; the figure follows when there is time.
  const shownPlan = useDeferredValue(plan);
  const isStored = draft === null && saved?.isStale === true;
  const result = useMemo(
    () =>
      isStored && saved ? (storedAnalysis(saved) ?? liveAnalysis(shownPlan, data)) : liveAnalysis(shownPlan, data),
    [isStored, saved, shownPlan, data],
  );
  const mixesScales = data.outcome.kind === 'generic' && data.isRatio === null && data.studies.length > 1;
  usePlace(saved ? saved.name : 'New analysis');

  const studiesWithNumbers = data.studies.filter(study => study.because === null).length;
  const people = data.studies.reduce((sum, { numbers }) => sum + (numbers.n1i ?? 0) + (numbers.n2i ?? 0), 0);
  const line = [
    data.outcome.kind === 'generic' ? null : `${data.armNames.first} against ${data.armNames.second}`,
    counted(result.k, 'study', 'studies'),
    people > 0 && !isStored && result.k === studiesWithNumbers ? counted(people, 'person', 'people') : null,
    draft
      ? 'not saved'
      : saved?.computedAt
        ? `${saved.isStale ? 'computed' : 'agrees with the data of today, computed'} ${since(saved.computedAt)}`
        : 'not saved',
  ];
  const isEmpty = data.studies.length === 0;
  return (
    <PageWithPanel
      panel={
        isEmpty ? null : (
          <SettingsPanel
            isOpen={!isNarrow || isPanelOpen}
            onClose={() => setIsPanelOpen(false)}
            list={list}
            outcomeId={outcomeId}
            data={data}
            plan={plan}
            onChange={edit}
            foot={
              <AnalysisDeedsFoot
                list={list}
                outcomeId={outcomeId}
                saved={saved}
                draft={draft}
                plan={plan}
                deeds={deeds}
                onDraft={setDraft}
              />
            }
          />
        )
      }
    >
      <PageHead
        title={plan.name}
        badge={
          draft ? (
            <Badge kind="neutral">
              {saved?.may.change ? 'Copy, not saved' : saved ? 'Changed, not saved' : 'Not saved'}
            </Badge>
          ) : (
            saved?.isLocked && (
              <Badge kind="accent" icon={<IconLock size={14} stroke={1.75} />}>
                Analysis of the protocol
              </Badge>
            )
          )
        }
        line={line.filter(Boolean).join(' · ')}
        actions={
          isEmpty ? undefined : (
            <>
              {isNarrow && (
                <ActionButton icon={<IconAdjustmentsHorizontal stroke={1.75} />} onClick={() => setIsPanelOpen(true)}>
                  Settings
                </ActionButton>
              )}
              <ExportMenu reviewId={reviewId} saved={draft ? null : saved} plan={plan} result={result} data={data} />
            </>
          )
        }
      />
      {isEmpty ? (
        <NoNumbers reviewId={reviewId} outcomeName={data.outcome.name} />
      ) : (
        <>
          {saved && isStored && <StaleNote saved={saved} deeds={deeds} outcomeId={outcomeId} plan={base} />}
          {mixesScales ? (
            <AnswerSentence claim="These estimates can’t be pooled together.">
              Some studies gave a ratio, others a difference. Record them under two outcomes.
            </AnswerSentence>
          ) : (
            <Answer {...answerOf(result, data)} />
          )}
          <Tabs value={tab} onChange={next => setTab(next ?? 'forest')} keepMounted={false} className={styles.tabs}>
            <Tabs.List>
              <Tabs.Tab value="forest">Forest plot</Tabs.Tab>
              <Tabs.Tab value="small-study">Small-study effects</Tabs.Tab>
              <Tabs.Tab value="studies">Studies</Tabs.Tab>
              <Tabs.Tab value="saved">Saved analyses</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="forest">
              {!mixesScales && <ForestTab result={result} data={data} name={plan.name} isStale={isStored} />}
            </Tabs.Panel>
            <Tabs.Panel value="small-study">
              {!mixesScales && <FunnelTab result={result} data={data} name={plan.name} />}
            </Tabs.Panel>
            <Tabs.Panel value="studies">
              <StudiesTab result={result} data={data} plan={plan} onChange={edit} reviewId={reviewId} />
            </Tabs.Panel>
            <Tabs.Panel value="saved">
              <SavedTab list={list} analysisId={saved?.analysisId ?? null} deeds={deeds} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </PageWithPanel>
  );
}

function Answer({ claim, rest }: { claim: string; rest: string }) {
  return <AnswerSentence claim={claim}>{rest}</AnswerSentence>;
}

function NoNumbers({ reviewId, outcomeName }: { reviewId: string; outcomeName: string }) {
  return (
    <EmptyState
      drawing="plot"
      title={`No study has numbers on ${outcomeName} yet`}
      ways={[
        {
          icon: <IconTable size={20} stroke={1.75} />,
          title: 'Extract the first numbers',
          line: 'Open a study and type what its arms report.',
          action: (
            <ActionButton kind="primary" to="/reviews/$reviewId/extraction" params={{ reviewId }}>
              Go to extraction
            </ActionButton>
          ),
        },
      ]}
    >
      The forest plot is drawn as soon as the first study has numbers on this outcome.
    </EmptyState>
  );
}
