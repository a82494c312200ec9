import { convertedIn } from '#core/extraction/convertedResults';
import { comparesSides } from '#core/extraction/kinds/outcomeKinds';
import { Problem } from '#core/problem';
import { armTitles } from '#core/reporting/armCells';
import { forestFigure } from '#core/reporting/forestFigure';
import { forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { measureOfOutcome } from '#core/reporting/outcomeMeasure';
import { PALETTES, type PaletteName } from '#core/reporting/palette';
import type { Analysis as Analysed } from '#core/synthesis/analyse';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import { NOTHING_FURTHER, type Specification } from '#core/synthesis/specification';
import { type UsedStudy, whatChanged } from '#core/synthesis/whatChanged';
import type { Measure } from '#core/vocabulary';
import { Analysis } from '#entities/Analysis';
import { AnalysisVersion } from '#entities/AnalysisVersion';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';
import { type AnalysisKey, whyNotChange } from '#services/synthesis/analyses';
import { studiesOf } from '#services/synthesis/analysisVersions';
import { type AnalysisChoices, fingerprint, studiesUsed } from '#services/synthesis/computeAnalysis';
import { loadOutcomeData, loadSynthesisData, type OutcomeData, outcomeDataOf } from '#services/synthesis/outcomeData';

/** Saved analyses, and how many studies each outcome has numbers of. */
export async function listAnalyses(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const rows = await ctx.db.find(Analysis, { where: { reviewId }, order: { isLocked: 'DESC', createdAt: 'ASC' } });
  const all = await loadSynthesisData(ctx, reviewId);
  const data = new Map(all.outcomes.map(outcome => [outcome.outcomeId, outcomeDataOf(all, outcome)]));
  const names = await namesOf(
    ctx,
    rows.map(row => row.createdBy),
  );
  return {
    analyses: rows.map(row => present(ctx, row, data.get(row.outcomeId), names)),
    outcomes: all.outcomes.map(outcome => ({
      ...outcome,
      studies: data.get(outcome.outcomeId)?.studies.filter(study => study.because === null).length ?? 0,
    })),
    may: { analyse: whyNotAct(viewer, 'analyse'), lock: whyNotAct(viewer, 'lockAnalysis') },
  };
}

/** One analysis with its result as it was computed, and the data as they are today. */
export async function readAnalysis(ctx: Context, actor: Actor, key: AnalysisKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const row = await loadAnalysis(ctx, key);
  const data = await loadOutcomeData(ctx, row);
  const names = await namesOf(ctx, [row.createdBy]);
  const today = studiesUsed(data, choicesOf(row));
  return {
    ...present(ctx, row, data, names),
    result: row.result as SpecifiedAnalysis | null, // written by computeAnalysis
    data: today,
    changes: await changesSince(ctx, row, today),
    may: {
      change: whyNotAct(viewer, 'analyse') ?? whyNotChange(row),
      lock: whyNotAct(viewer, 'lockAnalysis'),
    },
  };
}

async function changesSince(ctx: Context, row: Analysis, today: readonly UsedStudy[]) {
  const { reviewId, analysisId, version } = row;
  const stored = await ctx.db.findOneBy(AnalysisVersion, { reviewId, analysisId, version });
  const before = stored ? studiesOf(stored) : null;
  return before ? whatChanged(before, today) : null;
}

export async function loadAnalysis(ctx: Context, { reviewId, analysisId }: AnalysisKey): Promise<Analysis> {
  const row = await ctx.db.findOneBy(Analysis, { reviewId, analysisId });
  if (!row) throw new Problem('not-found', 'There is no such analysis.');
  return row;
}

export function choicesOf(row: Analysis): AnalysisChoices & { specification: { measure: Measure } } {
  // Parsed by the contract before it was stored; what is older lacks the choices that came later.
  const specification = { ...NOTHING_FURTHER, ...row.specification } as Specification & { measure: Measure };
  return { specification, leftOut: row.leftOut };
}

function present(ctx: Context, row: Analysis, data: OutcomeData | undefined, names: ReadonlyMap<string, string>) {
  return {
    ...row,
    specification: choicesOf(row).specification,
    outcomeName: data ? [data.outcome.name, data.outcome.timepoint].filter(Boolean).join(', ') : '',
    isStale: !data || isOlderThan(ctx, row, data),
    createdByName: names.get(row.createdBy) ?? 'former member',
  };
}

/** Whether the stored result was computed from other data than those of today. */
export function isOlderThan(ctx: Context, row: Analysis, data: OutcomeData): boolean {
  const choices = choicesOf(row);
  return fingerprint(ctx, studiesUsed(data, choices), choices) !== row.dataFingerprint;
}

/** The forest plot of a saved analysis, from its stored result: the picture of what was computed then. */
export async function drawForest(ctx: Context, actor: Actor, key: AnalysisKey, palette: PaletteName) {
  await standInReview(ctx, actor, key.reviewId);
  const row = await loadAnalysis(ctx, key);
  if (!row.result) throw new Problem('conflict', 'This analysis has not been computed yet.');
  return { fileName: `${row.name}.svg`, svg: await forestSvg(ctx, row, palette) };
}

/** As above, for exports. */
export async function forestSvg(ctx: Context, row: Analysis, palette: PaletteName): Promise<string> {
  return drawForestOf(ctx, row, await loadOutcomeData(ctx, row), palette);
}

/** As above, where the outcome's data are at hand. The analysis must have been computed. */
export function drawForestOf(ctx: Context, row: Analysis, data: OutcomeData, palette: PaletteName): string {
  const { outcome, armNames } = data;
  const isStale = isOlderThan(ctx, row, data);
  const { comparison } = choicesOf(row).specification;
  const arms = comparison ? { first: comparison.first.join(' or '), second: comparison.second.join(' or ') } : armNames;
  const better = outcome.isLowerBetter ? [arms.first, arms.second] : [arms.second, arms.first];
  const [left = '', right = ''] = better;
  const { per } = choicesOf(row).specification.doseResponse ?? { per: 1 };
  const result = row.result as Analysed; // written by computeAnalysis
  const measure = measureOfOutcome(result, outcome, data.isRatio, per);
  const drawing = forestOfAnalysis(result, {
    arms: armTitles(outcome.kind, arms),
    ...(comparesSides(outcome.kind) && measure.noEffect !== null ? { favours: { left, right } } : {}),
    converted: convertedIn(data.conversions, comparison),
    // The arms' numbers stand beside the effects only where these were computed from them.
    ...(isStale
      ? {}
      : { numbers: new Map(studiesUsed(data, choicesOf(row)).map(study => [study.studyId, study.numbers])) }),
    measure,
  });
  return forestFigure(drawing, { palette: PALETTES[palette] });
}
