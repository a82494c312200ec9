import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { NOTHING_FURTHER, type Specification } from '#core/synthesis/specification';
import { Analysis } from '#entities/Analysis';
import { AnalysisVersion } from '#entities/AnalysisVersion';
import { insist, type Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';
import { type ComputedAnalysis, computeAnalysis } from '#services/synthesis/computeAnalysis';
import { loadOutcomeData } from '#services/synthesis/outcomeData';

export interface AnalysisFields {
  readonly name: string;
  readonly outcomeId: string;
  readonly specification: Specification;
  readonly leftOut: { studyId: string; reason: string }[];
}

export interface AnalysisKey {
  readonly reviewId: string;
  readonly analysisId: string;
}

async function prepare(ctx: Context, reviewId: string, fields: AnalysisFields): Promise<ComputedAnalysis> {
  const data = await loadOutcomeData(ctx, { reviewId, outcomeId: fields.outcomeId });
  return computeAnalysis(ctx, data, fields);
}

/** Saves an analysis with the result of today's data, as its first version. */
export async function saveAnalysis(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  fields: AnalysisFields,
): Promise<{ id: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'analyse'));
  const computed = await prepare(ctx, reviewId, fields);
  return perform(ctx, actor, 'save-analysis', async tx => {
    const analysisId = tx.newId();
    const now = tx.now();
    const { result, dataFingerprint } = computed;
    await tx.db.insert(Analysis, {
      reviewId,
      analysisId,
      ...fields,
      isLocked: false,
      result,
      dataFingerprint,
      version: 1,
      computedAt: now,
      createdBy: actor.personId,
      createdAt: now,
    });
    await keepVersion(tx, actor, { reviewId, analysisId }, 1, fields, computed);
    tx.witness({ reviewId, subjectKind: 'analysis', subjectId: analysisId, facts: { k: result.k, version: 1 } });
    return { id: analysisId };
  });
}

/** Changes an analysis and computes it again, as its next version. What the protocol names stays until a lead unlocks it. */
export async function updateAnalysis(
  ctx: Context,
  actor: Actor,
  key: AnalysisKey,
  fields: AnalysisFields,
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'analyse'));
  const computed = await prepare(ctx, key.reviewId, fields);
  await perform(ctx, actor, 'save-analysis', async tx => {
    const analysis = await lockRow(tx, key);
    // A locked analysis may be computed again from new data, but asks the same question as before.
    if (analysis.isLocked && asksAnother(analysis, fields)) throw new Problem('conflict', LOCKED);
    const { result, dataFingerprint } = computed;
    const isSame = dataFingerprint === analysis.dataFingerprint && analysis.name === fields.name;
    // The same click twice makes one version; so does computing again what is up to date.
    if (isSame && !asksAnother(analysis, fields)) return tx.changedNothing();
    const version = analysis.version + 1;
    await tx.db.update(Analysis, { ...key }, { ...fields, result, dataFingerprint, version, computedAt: tx.now() });
    await keepVersion(tx, actor, key, version, fields, computed);
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'analysis',
      subjectId: key.analysisId,
      facts: { k: result.k, version },
    });
  });
}

async function keepVersion(
  tx: Context,
  actor: Actor,
  key: AnalysisKey,
  version: number,
  { name, specification, leftOut }: AnalysisFields,
  { studies, result }: ComputedAnalysis,
): Promise<void> {
  await tx.db.insert(AnalysisVersion, {
    ...key,
    version,
    name,
    specification,
    leftOut,
    studies,
    result,
    madeBy: actor.personId,
    madeAt: tx.now(),
  });
}

const LOCKED = 'This is the analysis of the protocol and locked. Try the change as a copy, or ask a lead to unlock it.';

/** Choices that analyses of the first version don't name. */
const NOT_ASKED = { ...NOTHING_FURTHER, generalised: null };

function asksAnother(analysis: Analysis, fields: AnalysisFields): boolean {
  const question = ({ outcomeId, specification, leftOut }: Pick<Analysis, 'outcomeId' | 'specification' | 'leftOut'>) =>
    canonicalJson({ outcomeId, specification: { ...NOT_ASKED, ...specification }, leftOut });
  return question(analysis) !== question(fields);
}

/** Locks an analysis as the one of the protocol. An outcome has one for each comparison; the rest are exploratory. */
export async function lockAnalysis(ctx: Context, actor: Actor, key: AnalysisKey, isLocked: boolean): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'lockAnalysis'));
  await perform(ctx, actor, isLocked ? 'lock-analysis' : 'unlock-analysis', async tx => {
    const analysis = await lockRow(tx, key);
    if (analysis.isLocked === isLocked) return tx.changedNothing();
    if (isLocked) await refuseSecondOne(tx, analysis);
    await tx.db.update(Analysis, { ...key }, { isLocked });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'analysis', subjectId: key.analysisId });
  });
}

async function refuseSecondOne(tx: Context, analysis: Analysis): Promise<void> {
  const { reviewId, outcomeId } = analysis;
  const locked = await tx.db.find(Analysis, {
    where: { reviewId, outcomeId, isLocked: true },
    lock: { mode: 'pessimistic_write' },
  });
  const other = locked.find(one => comparisonOf(one) === comparisonOf(analysis));
  if (!other) return;
  const detail = `“${other.name}” is the analysis of the protocol for this outcome already. Unlock it first.`;
  throw new Problem('conflict', detail, { analysisId: other.analysisId });
}

function comparisonOf({ specification }: Analysis): string {
  // Written by saveAnalysis; the first version knew no comparisons.
  return canonicalJson((specification as Partial<Specification>).comparison ?? null);
}

export async function removeAnalysis(ctx: Context, actor: Actor, key: AnalysisKey): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'analyse'));
  await perform(ctx, actor, 'remove-analysis', async tx => {
    const refusal = whyNotChange(await lockRow(tx, key));
    if (refusal) throw new Problem('conflict', refusal);
    await tx.db.delete(Analysis, { ...key });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'analysis', subjectId: key.analysisId });
  });
}

export function whyNotChange(analysis: Analysis): Refusal {
  return analysis.isLocked ? LOCKED : null;
}

async function lockRow(tx: Context, key: AnalysisKey): Promise<Analysis> {
  const analysis = await tx.db.findOne(Analysis, { where: { ...key }, lock: { mode: 'pessimistic_write' } });
  if (!analysis) throw new Problem('not-found', 'There is no such analysis.');
  return analysis;
}
