import { IconAdjustmentsHorizontal, IconFlask, IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import type { getOutcomeData } from '#contract/synthesis';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { AnswerSentence } from '../../parts/AnswerSentence.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { AnalysisDeedsFoot } from './AnalysisDeedsFoot.tsx';
import { AnalysisTabs } from './AnalysisTabs.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { headLine, networkHeadLine } from './headLine.ts';
import { HeavyState } from './heavy/HeavyState.tsx';
import { storedAnalysis } from './liveAnalysis.ts';
import { NoNumbers } from './NoNumbers.tsx';
import {
  type AnalysisList,
  comparedData,
  copyName,
  freshPlan,
  outcomeDataOf,
  type Plan,
  planOfSaved,
  type SavedAnalysis,
} from './plan.ts';
import { SentencesDialog } from './SentencesDialog.tsx';
import { OutcomeField, SettingsPanel } from './SettingsPanel.tsx';
import { StaleNote } from './StaleNote.tsx';
import { SavedTab } from './tabs/SavedTab.tsx';
import { useAnalysisDeeds } from './useAnalysisDeeds.ts';
import { useResult } from './useResult.ts';

export interface AnalysisPageProps {
  readonly reviewId: string;
  readonly list: AnalysisList;
  readonly outcomeId: string;
  readonly reply: ReplyOf<typeof getOutcomeData>;
  readonly saved: SavedAnalysis | null;
}

/** One analysis: the answer, the figure, its numbers; settings at the right, which the figure follows at once. */
export function AnalysisPage({ reviewId, list, outcomeId, reply, saved }: AnalysisPageProps) {
  const whole = useMemo(() => outcomeDataOf(reply), [reply]);
  const base = useMemo(() => (saved ? planOfSaved(saved) : freshPlan(whole)), [saved, whole]);
  const [draft, setDraft] = useState<Plan | null>(null);
  const plan = draft ?? base;
  const [tab, setTab] = useAddress('tab', 'forest');
  const [bias, setBias] = useAddress('bias', 'shown');
  const isNarrow = useNarrow();
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [areSentencesOpen, setAreSentencesOpen] = useState(false);
  const deeds = useAnalysisDeeds(reviewId);
  const navigate = useNavigate();
  // What the protocol names stays as it is: the first change of it makes a copy with a name of its own.
  const edit = (next: Plan) =>
    setDraft(draft === null && saved?.may.change ? { ...next, name: copyName(next.name, list) } : next);

  // Typing and choosing stay quick; the figure follows when there is time.
  const shownPlan = useDeferredValue(plan);
  const { comparison } = shownPlan.specification;
  const data = useMemo(() => comparedData(whole, comparison), [whole, comparison]);
  const isStored = draft === null && saved?.isStale === true;
  const stored = useMemo(() => (isStored && saved ? storedAnalysis(saved) : null), [isStored, saved]);
  const live = useResult(shownPlan, data);
  const result = stored ?? live.result;
  const mixesScales = data.outcome.kind === 'generic' && data.isRatio === null && data.studies.length > 1;
  const isEmpty = data.studies.length === 0;
  usePlace(saved ? saved.name : 'New analysis');

  const openOutcome = (next: string) => {
    const other = list.analyses.find(one => one.outcomeId === next);
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, analysis: other?.analysisId ?? 'new', outcome: next }),
    });
  };
  const foot = (
    <>
      <AnalysisDeedsFoot
        list={list}
        outcomeId={outcomeId}
        saved={saved}
        draft={draft}
        plan={plan}
        deeds={deeds}
        onDraft={setDraft}
      />
      {result && <LinkButton onClick={() => setAreSentencesOpen(true)}>Sentences for Methods and Results</LinkButton>}
    </>
  );
  return (
    <PageWithPanel
      panel={
        isEmpty ? null : (
          <SettingsPanel
            isOpen={!isNarrow || isPanelOpen}
            onClose={() => setIsPanelOpen(false)}
            data={whole}
            plan={plan}
            tab={tab}
            hasBias={bias === 'shown'}
            onBias={shown => setBias(shown ? 'shown' : 'hidden')}
            onChange={edit}
            head={<OutcomeField outcomes={list.outcomes} outcomeId={outcomeId} onOpen={openOutcome} />}
            foot={foot}
          />
        )
      }
    >
      <PageHead
        title={plan.name}
        badge={<StateBadge saved={saved} isDraft={draft !== null} />}
        line={
          (tab === 'network' ? networkHeadLine(shownPlan, data, saved, draft !== null) : null) ??
          (result ? headLine(result, data, saved, draft !== null) : '')
        }
        actions={
          isEmpty || !result ? undefined : (
            <>
              {isNarrow && (
                <ActionButton icon={<IconAdjustmentsHorizontal stroke={1.75} />} onClick={() => setIsPanelOpen(true)}>
                  Settings
                </ActionButton>
              )}
              <ExportMenu plan={plan} result={result} data={data} isStale={isStored} hasBias={bias === 'shown'} />
            </>
          )
        }
      />
      {isEmpty && <NoNumbers reviewId={reviewId} outcomeName={data.outcome.name} />}
      {!isEmpty && saved && isStored && <StaleNote saved={saved} deeds={deeds} outcomeId={outcomeId} plan={base} />}
      {!isEmpty && mixesScales && (
        <AnswerSentence claim="These estimates can’t be pooled together.">
          Some studies gave a ratio, others a difference. Record them under two outcomes.
        </AnswerSentence>
      )}
      {!isEmpty && !mixesScales && !result && (
        <HeavyState word="The pooled effect" progress={live.progress} problem={live.problem} isWholePage />
      )}
      {!isEmpty && !mixesScales && result && (
        <AnalysisTabs
          reviewId={reviewId}
          tab={tab}
          onTab={setTab}
          result={result}
          data={data}
          plan={shownPlan}
          name={plan.name}
          isStale={isStored}
          hasBias={bias === 'shown'}
          onChange={edit}
          onSettings={isNarrow ? () => setIsPanelOpen(true) : null}
          more={{
            value: 'saved',
            label: 'Saved analyses',
            panel: (
              <SavedTab
                reviewId={reviewId}
                list={list}
                analysisId={saved?.analysisId ?? null}
                deeds={deeds}
                isRatio={data.isRatio === true}
              />
            ),
          }}
        />
      )}
      {areSentencesOpen && result && (
        <SentencesDialog plan={plan} data={data} result={result} onClose={() => setAreSentencesOpen(false)} />
      )}
    </PageWithPanel>
  );
}

/** The analysis of the protocol, or one that explores; and whether what is on the page is saved. */
function StateBadge({ saved, isDraft }: { saved: SavedAnalysis | null; isDraft: boolean }) {
  if (isDraft || !saved) {
    const word = saved?.may.change ? 'Copy, not saved' : saved ? 'Changed, not saved' : 'Not saved';
    return <Badge kind="neutral">{word}</Badge>;
  }
  return saved.isLocked ? (
    <Badge kind="accent" icon={<IconLock size={14} stroke={1.75} />}>
      Analysis of the protocol
    </Badge>
  ) : (
    <Badge kind="info" icon={<IconFlask size={14} stroke={1.75} />}>
      Exploratory
    </Badge>
  );
}
