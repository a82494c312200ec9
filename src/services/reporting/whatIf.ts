import { isHighRisk } from '#core/appraisal/judgements';
import { relativeWords } from '#core/certainty/findings';
import { findingsTable } from '#core/certainty/findingsTable';
import { CERTAINTY_REASONS, REASON_WORDS } from '#core/certainty/grading';
import { suggestRatings } from '#core/certainty/suggestRatings';
import { Problem } from '#core/problem';
import type { PaletteName } from '#core/reporting/palette';
import { Analysis } from '#entities/Analysis';
import { CertaintyGrading } from '#entities/CertaintyGrading';
import { type Ground, gatherEvidence, judgementsOf, loadGround } from '#services/certainty/gatherEvidence';
import { buildFindings } from '#services/certainty/readFindings';
import type { Actor, Context } from '#services/context';
import { standInReview } from '#services/standing';
import { computeAnalysis } from '#services/synthesis/computeAnalysis';
import { loadSynthesisData, outcomeDataOf } from '#services/synthesis/outcomeData';
import { choicesOf, drawForestOf } from '#services/synthesis/readAnalyses';

export interface WithoutStudies {
  /** Studies whose overall judgement for the outcome is a high risk of bias. */
  readonly highRisk: boolean;
  readonly studyIds: readonly string[];
}

/** An analysis as it would be without some studies. Nothing is stored: the analysis of the protocol stays as it is. */
async function analysisWithout(
  ctx: Context,
  row: Analysis,
  ground: Ground,
  without: WithoutStudies,
): Promise<Analysis> {
  const outcome = ground.all.outcomes.find(one => one.outcomeId === row.outcomeId);
  if (!outcome) return row;
  const data = outcomeDataOf(ground.all, outcome);
  const judged = judgementsOf(ground.appraisals, row.outcomeId);
  const out = new Set(without.studyIds);
  const leftOut = data.studies
    .filter(({ studyId }) => {
      const judgement = judged.get(studyId);
      return out.has(studyId) || (without.highRisk && judgement !== undefined && isHighRisk(judgement));
    })
    .map(({ studyId }) => ({ studyId, reason: 'switched off' }));
  const kept = row.leftOut.filter(one => !leftOut.some(({ studyId }) => studyId === one.studyId));
  const choices = { specification: choicesOf(row).specification, leftOut: [...kept, ...leftOut] };
  const { result, dataFingerprint } = await computeAnalysis(ctx, data, choices);
  return { ...row, leftOut: choices.leftOut, result, dataFingerprint };
}

function sideOf(ctx: Context, row: Analysis, ground: Ground, grading: CertaintyGrading | null, palette: PaletteName) {
  const gathered = gatherEvidence(ctx, row, ground);
  if (!gathered?.evidence.effect || !row.result)
    return { svg: null, effect: null, studies: gathered?.evidence.k ?? 0, people: null, suggestions: [] };
  const { evidence, data, isRandomised } = gathered;
  const suggestions = suggestRatings(evidence, grading?.start ?? (isRandomised ? 'high' : 'low'));
  return {
    svg: drawForestOf(ctx, row, data, palette),
    effect: relativeWords(evidence),
    studies: evidence.k,
    people: evidence.people,
    suggestions: CERTAINTY_REASONS.map(reason => ({ reason: REASON_WORDS[reason], ...suggestions[reason] })),
  };
}

/**
 * Every computed analysis with and without some studies, side by side: forest plot, effect, what the data suggest for
 * certainty, and the summary of findings. The stored analyses don't change.
 */
export async function compareWithout(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  without: WithoutStudies,
  palette: PaletteName,
) {
  await standInReview(ctx, actor, reviewId);
  const all = await loadSynthesisData(ctx, reviewId);
  const unknown = without.studyIds.find(id => !all.studies.some(({ studyId }) => studyId === id));
  if (unknown) throw new Problem('not-found', 'There is no such study.');
  const ground = await loadGround(ctx, reviewId, all);
  const rows = await ctx.db.find(Analysis, { where: { reviewId }, order: { isLocked: 'DESC', createdAt: 'ASC' } });
  const gradings = new Map((await ctx.db.findBy(CertaintyGrading, { reviewId })).map(one => [one.analysisId, one]));
  const computed = rows.filter(row => row.result !== null);
  const changed = new Map<string, Analysis>();
  for (const row of computed) changed.set(row.analysisId, await analysisWithout(ctx, row, ground, without));
  const high = new Set(
    computed.flatMap(row =>
      [...judgementsOf(ground.appraisals, row.outcomeId)].flatMap(([id, word]) => (isHighRisk(word) ? [id] : [])),
    ),
  );
  const before = await buildFindings(ctx, reviewId, { known: ground });
  const after = await buildFindings(ctx, reviewId, {
    swap: analysis => changed.get(analysis.analysisId) ?? analysis,
    known: ground,
  });
  return {
    studies: all.studies.map(({ studyId, label }) => ({
      studyId,
      label,
      isHighRisk: high.has(studyId),
      isOff: without.studyIds.includes(studyId) || (without.highRisk && high.has(studyId)),
    })),
    analyses: computed.map(row => {
      const grading = gradings.get(row.analysisId) ?? null;
      return {
        analysisId: row.analysisId,
        name: row.name,
        isLocked: row.isLocked,
        before: sideOf(ctx, row, ground, grading, palette),
        after: sideOf(ctx, changed.get(row.analysisId) ?? row, ground, grading, palette),
      };
    }),
    findings: { before: findingsTable(before.findings), after: findingsTable(after.findings) },
  };
}
