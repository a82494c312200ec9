import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { type Analysis as Analysed, analyse } from '#core/synthesis/analyse';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import { Analysis } from '#entities/Analysis';
import { insist, type Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';
import { loadOutcomeData, MEASURES_OF, type OutcomeData, studiesToPool } from '#services/synthesis/outcomeData';

export interface AnalysisFields {
  readonly name: string;
  readonly outcomeId: string;
  readonly specification: AnalysisSpec;
  readonly leftOut: { studyId: string; reason: string }[];
}

export interface AnalysisKey {
  readonly reviewId: string;
  readonly analysisId: string;
}

/** Computes an analysis from the extracted data of this moment, with the fingerprint of what it was computed from. */
function compute(
  ctx: Context,
  data: OutcomeData,
  fields: Pick<AnalysisFields, 'specification' | 'leftOut'>,
): { result: Analysed; dataFingerprint: string } {
  const studies = studiesToPool(data, fields.leftOut);
  return { result: analyse(fields.specification, studies), dataFingerprint: fingerprint(ctx, data, fields) };
}

/** Changes when a number, a study's label, the specification or the studies left out change. */
export function fingerprint(
  ctx: Context,
  data: OutcomeData,
  fields: Pick<AnalysisFields, 'specification' | 'leftOut'>,
): string {
  const leftOut = fields.leftOut.map(one => one.studyId).sort();
  return ctx.sha256(canonicalJson({ studies: data.studies, specification: fields.specification, leftOut }));
}

async function prepare(ctx: Context, reviewId: string, fields: AnalysisFields) {
  const data = await loadOutcomeData(ctx, { reviewId, outcomeId: fields.outcomeId });
  if (!MEASURES_OF[data.outcome.kind].some(measure => measure === fields.specification.measure)) {
    const detail = `This outcome can be pooled as ${MEASURES_OF[data.outcome.kind].join(', ')}.`;
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/specification/measure', detail }]);
  }
  return compute(ctx, data, fields);
}

/** Saves an analysis with the result of today's data. */
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
    await tx.db.insert(Analysis, {
      reviewId,
      analysisId,
      ...fields,
      isLocked: false,
      ...computed,
      computedAt: now,
      createdBy: actor.personId,
      createdAt: now,
    });
    tx.witness({ reviewId, subjectKind: 'analysis', subjectId: analysisId, facts: { k: computed.result.k } });
    return { id: analysisId };
  });
}

/** Changes an analysis and computes it again. What the protocol names stays as it is until a lead unlocks it. */
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
    await tx.db.update(Analysis, key, { ...fields, ...computed, computedAt: tx.now() });
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'analysis',
      subjectId: key.analysisId,
      facts: { k: computed.result.k },
    });
  });
}

const LOCKED = 'This is the analysis of the protocol and locked. Try the change as a copy, or ask a lead to unlock it.';

function asksAnother(analysis: Analysis, fields: AnalysisFields): boolean {
  const question = ({ outcomeId, specification, leftOut }: Pick<Analysis, 'outcomeId' | 'specification' | 'leftOut'>) =>
    canonicalJson({ outcomeId, specification, leftOut });
  return question(analysis) !== question(fields);
}

export async function lockAnalysis(ctx: Context, actor: Actor, key: AnalysisKey, isLocked: boolean): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'lockAnalysis'));
  await perform(ctx, actor, isLocked ? 'lock-analysis' : 'unlock-analysis', async tx => {
    const analysis = await lockRow(tx, key);
    if (analysis.isLocked === isLocked) return tx.changedNothing();
    await tx.db.update(Analysis, key, { isLocked });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'analysis', subjectId: key.analysisId });
  });
}

export async function removeAnalysis(ctx: Context, actor: Actor, key: AnalysisKey): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'analyse'));
  await perform(ctx, actor, 'remove-analysis', async tx => {
    const refusal = whyNotChange(await lockRow(tx, key));
    if (refusal) throw new Problem('conflict', refusal);
    await tx.db.delete(Analysis, key);
    tx.witness({ reviewId: key.reviewId, subjectKind: 'analysis', subjectId: key.analysisId });
  });
}

export function whyNotChange(analysis: Analysis): Refusal {
  return analysis.isLocked ? LOCKED : null;
}

async function lockRow(tx: Context, key: AnalysisKey): Promise<Analysis> {
  const analysis = await tx.db.findOne(Analysis, { where: key, lock: { mode: 'pessimistic_write' } });
  if (!analysis) throw new Problem('not-found', 'There is no such analysis.');
  return analysis;
}
