import { Problem } from '#core/problem';
import { forestFigure } from '#core/reporting/forestFigure';
import { forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { PALETTES, type PaletteName } from '#core/reporting/palette';
import type { Analysis as Analysed } from '#core/synthesis/analyse';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { Measure } from '#core/vocabulary';
import { Analysis } from '#entities/Analysis';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { loadExtraction } from '#services/extraction/readExtraction';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';
import { type AnalysisKey, fingerprint, whyNotChange } from '#services/synthesis/analyses';
import { loadOutcomeData, type OutcomeData } from '#services/synthesis/outcomeData';

/** Saved analyses, and how many studies each outcome has numbers of. */
export async function listAnalyses(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const rows = await ctx.db.find(Analysis, { where: { reviewId }, order: { isLocked: 'DESC', createdAt: 'ASC' } });
  const { outcomes } = await loadExtraction(ctx, reviewId);
  const data = new Map<string, OutcomeData>();
  for (const { outcomeId } of outcomes) data.set(outcomeId, await loadOutcomeData(ctx, { reviewId, outcomeId }));
  const names = await namesOf(
    ctx,
    rows.map(row => row.createdBy),
  );
  return {
    analyses: rows.map(row => present(ctx, row, data.get(row.outcomeId), names)),
    outcomes: outcomes.map(outcome => ({
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
  return {
    ...present(ctx, row, data, names),
    result: row.result as Analysed | null, // written by compute
    data: data.studies.map(study => ({ ...study, numbers: { ...study.numbers } })),
    may: {
      change: whyNotAct(viewer, 'analyse') ?? whyNotChange(row),
      lock: whyNotAct(viewer, 'lockAnalysis'),
    },
  };
}

async function loadAnalysis(ctx: Context, key: AnalysisKey): Promise<Analysis> {
  const row = await ctx.db.findOneBy(Analysis, key);
  if (!row) throw new Problem('not-found', 'There is no such analysis.');
  return row;
}

function present(ctx: Context, row: Analysis, data: OutcomeData | undefined, names: ReadonlyMap<string, string>) {
  const specification = row.specification as AnalysisSpec & { measure: Measure }; // parsed by the contract before it was stored
  return {
    ...row,
    specification,
    outcomeName: data ? [data.outcome.name, data.outcome.timepoint].filter(Boolean).join(', ') : '',
    isStale: !data || isOlderThan(ctx, row, data),
    createdByName: names.get(row.createdBy) ?? 'former member',
  };
}

/** Whether the stored result was computed from other data than those of today. */
function isOlderThan(ctx: Context, row: Analysis, data: OutcomeData): boolean {
  const specification = row.specification as AnalysisSpec; // parsed by the contract before it was stored
  return fingerprint(ctx, data, { specification, leftOut: row.leftOut }) !== row.dataFingerprint;
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
  const data = await loadOutcomeData(ctx, row);
  const { outcome, armNames } = data;
  const isStale = isOlderThan(ctx, row, data);
  const better = outcome.isLowerBetter ? [armNames.first, armNames.second] : [armNames.second, armNames.first];
  const [left = '', right = ''] = better;
  const measure =
    outcome.kind === 'generic'
      ? { measure: { title: data.isRatio ? 'Ratio' : 'Estimate', scale: data.isRatio ? 'log' : 'identity' } as const }
      : {};
  const drawing = forestOfAnalysis(row.result as Analysed, {
    arms: armNames,
    favours: { left, right },
    // The arms' numbers stand beside the effects only where these were computed from them.
    ...(isStale ? {} : { numbers: new Map(data.studies.map(study => [study.studyId, study.numbers])) }),
    ...measure,
  });
  return forestFigure(drawing, { palette: PALETTES[palette] });
}
