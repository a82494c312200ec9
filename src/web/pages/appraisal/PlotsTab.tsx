import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getAnalysis, listAnalyses } from '#contract/synthesis';
import { PALETTES } from '#core/reporting/palette';
import { summaryFigure } from '#core/reporting/summaryFigure';
import { trafficLightFigure } from '#core/reporting/trafficLightFigure';
import { call } from '../../call.ts';
import { Figure } from '../../parts/Figure.tsx';
import { Note } from '../../parts/Note.tsx';
import { Section } from '../../parts/Section.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import { usePhone } from '../../parts/usePhone.ts';
import type { AppraisalList } from './appraisal.ts';
import { figureData, groupsOf } from './groups.ts';
import styles from './Overview.module.css';
import { RobvisFiles } from './RobvisFiles.tsx';

/** Traffic lights and summary of one tool and outcome: each study once, or by the weight that it has in an analysis. */
export function PlotsTab({ reviewId, list }: { reviewId: string; list: AppraisalList }) {
  const groups = groupsOf(list.appraisals);
  const [key, setKey] = useAddress('of', groups[0]?.key ?? '');
  const [by, setBy] = useAddress('by', 'study');
  const [colours, setColours] = useAddress('colours', 'usual');
  const palette = useFigurePalette();
  const isNarrow = usePhone();
  const group = groups.find(one => one.key === key) ?? groups[0];
  const { weights, name } = useWeights(reviewId, group?.outcomeId ?? null);
  if (!group) return null;
  const unsettled = group.appraisals.filter(one => one.judged === null).length;
  const progress = unsettled > 0 ? `In progress: ${unsettled} of ${group.appraisals.length} are not settled yet.` : '';
  const data = figureData(group, weights, [group.note, progress].filter(Boolean).join(' '));
  if (!data) return null;
  const isByWeight = by === 'weight' && weights.size > 0;
  const options = { isColourBlindSet: colours === 'safe' };
  const summary = { ...options, by: isByWeight ? ('weight' as const) : ('study' as const) };
  const screen = { palette: PALETTES[palette], isNarrow };
  return (
    <>
      <div className={styles.options}>
        {groups.length > 1 && (
          <Select
            label="Of"
            data={groups.map(({ key: value, title, hint }) => ({
              value,
              label: [title, hint].filter(Boolean).join(' · '),
            }))}
            value={group.key}
            allowDeselect={false}
            onChange={next => setKey(next ?? '')}
          />
        )}
        <SegmentedControl
          aria-label="What the bars count"
          data={[
            { value: 'study', label: 'Each study once' },
            { value: 'weight', label: 'By weight', disabled: weights.size === 0 },
          ]}
          value={isByWeight ? 'weight' : 'study'}
          onChange={setBy}
        />
        <Switch
          label="Colours that everybody can tell apart"
          checked={colours === 'safe'}
          onChange={event => setColours(event.currentTarget.checked ? 'safe' : 'usual')}
        />
      </div>
      {weights.size === 0 && (
        <p className={styles.hint}>By weight is possible once an analysis of this outcome has been computed.</p>
      )}
      {isByWeight && <p className={styles.hint}>Weights of “{name}”.</p>}
      {progress && (
        <div className={styles.progress}>
          <Note kind="info" claim="Not finished.">
            {progress}
          </Note>
        </div>
      )}
      <Section title="Each study">
        <Figure
          svg={trafficLightFigure(data, { ...options, ...screen })}
          print={trafficLightFigure(data, options)}
          fileName="risk-of-bias-by-study"
          caption="Judgements of every study in every domain."
        />
      </Section>
      <Section title="All together">
        <Figure
          svg={summaryFigure(data, { ...summary, ...screen })}
          print={summaryFigure(data, summary)}
          fileName="risk-of-bias-summary"
          caption="Share of studies, or of weight, with each judgement in every domain."
        />
      </Section>
      <RobvisFiles reviewId={reviewId} group={group} may={list.may.plan} />
    </>
  );
}

/** Weights of the analysis that the protocol names for this outcome, or of the first one. */
function useWeights(reviewId: string, outcomeId: string | null) {
  const analyses = useQuery({
    queryKey: ['reviews', reviewId, 'analyses'],
    queryFn: ({ signal }) => call(listAnalyses, { params: { reviewId }, signal }),
  });
  const found = analyses.data?.analyses.find(
    one => one.computedAt !== null && (outcomeId === null || one.outcomeId === outcomeId),
  );
  const analysisId = found?.analysisId ?? '';
  const analysis = useQuery({
    queryKey: ['reviews', reviewId, 'analyses', analysisId],
    queryFn: ({ signal }) => call(getAnalysis, { params: { reviewId, analysisId }, signal }),
    enabled: analysisId !== '',
  });
  const shares = analysis.data?.result?.studies.flatMap(one =>
    one.weightPercent === null ? [] : [[one.studyId, one.weightPercent] as const],
  );
  return { weights: new Map(shares ?? []), name: found?.name ?? '' };
}
