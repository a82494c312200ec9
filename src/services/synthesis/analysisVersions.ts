import { Problem } from '#core/problem';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import type { Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';
import type { Measure } from '#core/vocabulary';
import { Analysis } from '#entities/Analysis';
import { AnalysisVersion } from '#entities/AnalysisVersion';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';
import type { AnalysisKey } from '#services/synthesis/analyses';

/** Every version of an analysis without its numbers, the latest first. */
export async function listVersions(ctx: Context, actor: Actor, { reviewId, analysisId }: AnalysisKey) {
  await standInReview(ctx, actor, reviewId);
  if (!(await ctx.db.existsBy(Analysis, { reviewId, analysisId }))) {
    throw new Problem('not-found', 'There is no such analysis.');
  }
  const rows = await ctx.db.find(AnalysisVersion, { where: { reviewId, analysisId }, order: { version: 'DESC' } });
  const names = await namesOf(
    ctx,
    rows.map(row => row.madeBy),
  );
  return { versions: rows.map(row => present(row, names)) };
}

/** One version with the numbers that it was computed from and its result. */
export async function readVersion(
  ctx: Context,
  actor: Actor,
  { reviewId, analysisId, version }: AnalysisKey & { readonly version: number },
) {
  await standInReview(ctx, actor, reviewId);
  const row = await ctx.db.findOneBy(AnalysisVersion, { reviewId, analysisId, version });
  if (!row) throw new Problem('not-found', 'There is no such version of this analysis.');
  return {
    ...present(row, await namesOf(ctx, [row.madeBy])),
    studies: studiesOf(row),
    result: row.result as SpecifiedAnalysis | null, // written by keepVersion
  };
}

export function studiesOf({ studies }: AnalysisVersion): UsedStudy[] | null {
  return studies as UsedStudy[] | null; // written by keepVersion
}

function present(row: AnalysisVersion, names: ReadonlyMap<string, string>) {
  return {
    ...row,
    specification: row.specification as Specification & { measure: Measure }, // parsed by the contract before it was stored
    k: (row.result as SpecifiedAnalysis | null)?.k ?? null, // written by keepVersion
    madeByName: names.get(row.madeBy) ?? 'former member',
  };
}
