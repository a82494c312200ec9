import { findTool } from '#core/appraisal/appraisalTools';
import { OVERALL } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import { Problem } from '#core/problem';
import type { AppraisalData } from '#core/reporting/appraisalData';
import { hasRobvisForm, type RobvisRow, readRobvis, writeRobvis } from '#core/reporting/robvisCsv';
import type { AppraisalToolWord } from '#core/vocabulary';
import { Appraisal } from '#entities/Appraisal';
import { AppraisalConsensus } from '#entities/AppraisalConsensus';
import type { JudgedDomains } from '#entities/Assessment';
import { Review } from '#entities/Review';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { type ListedAppraisal, loadAppraisals, settledOf } from '#services/appraisal/readAppraisals';
import type { Actor, Context } from '#services/context';
import { loadOutcome } from '#services/extraction/outcomes';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';
import { loadWeights } from '#services/synthesis/loadWeights';

/** Appraisals that can stand in one figure or table. */
export interface OneSet {
  readonly tool: AppraisalToolWord;
  readonly variant: string;
  readonly outcomeId: string | null;
}

function toolOfSet({ tool, variant }: OneSet): { tool: AppraisalTool; judges: 'result' | 'study'; version: string } {
  const found = findTool(tool, variant);
  if (!found) throw new Problem('invalid', 'This tool has no such variant.');
  return { tool: found.tool, judges: found.offered.judges, version: found.offered.version };
}

/** What is settled of a set, as the figures and tables take it, with the weights of the outcome's analysis. */
export async function loadAppraisalData(ctx: Context, reviewId: string, set: OneSet): Promise<AppraisalData> {
  const { tool } = toolOfSet(set);
  const listed = (await loadAppraisals(ctx, reviewId)).filter(one => isIn(one, set));
  const weights = await loadWeights(ctx, reviewId, set.outcomeId);
  const unsettled = listed.filter(one => settledOf(one) === null).length;
  return {
    domains: tool.domains.map(({ id, name }) => ({ id, name })),
    judgements: tool.judgements,
    studies: listed.map(one => {
      const judged = settledOf(one)?.judged;
      const weight = weights.get(one.study.studyId);
      return {
        studyId: one.study.studyId,
        label: one.study.label,
        judgements: tool.domains.map(({ id }) => judged?.[id]?.judgement ?? null),
        overall: judged?.[OVERALL]?.judgement ?? null,
        ...(weight === undefined ? {} : { weightPercent: weight }),
      };
    }),
    ...noteOf(listed, unsettled),
  };
}

/** The plan's remark, and that something is not settled yet. */
function noteOf(listed: readonly ListedAppraisal[], unsettled: number): { note?: string } {
  const remarks = [...new Set(listed.map(one => one.appraisal.note))].filter(remark => remark !== '');
  const progress = unsettled > 0 ? [`In progress: ${unsettled} of ${listed.length} are not settled yet.`] : [];
  const note = [...remarks, ...progress].join(' ');
  return note === '' ? {} : { note };
}

function isIn({ appraisal }: ListedAppraisal, { tool, variant, outcomeId }: OneSet): boolean {
  return appraisal.tool === tool && appraisal.variant === variant && appraisal.outcomeId === outcomeId;
}

/** Settled judgements as a table for robvis. */
export async function exportRobvis(ctx: Context, actor: Actor, reviewId: string, set: OneSet): Promise<string> {
  await standInReview(ctx, actor, reviewId);
  const { tool } = toolOfSet(set);
  if (!hasRobvisForm(tool)) throw new Problem('conflict', `robvis has no table for ${tool.name}.`);
  return writeRobvis(await loadAppraisalData(ctx, reviewId, set));
}

export interface RobvisInput extends OneSet {
  readonly fileName: string;
  readonly text: string;
}

/**
 * Takes judgements from a table of robvis: each study by its label, planned if it wasn't. What somebody has begun to
 * assess, or what is settled, stays as it is and is named.
 */
export async function importRobvis(ctx: Context, actor: Actor, reviewId: string, input: RobvisInput) {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'planAppraisals'));
  const { tool, judges, version } = toolOfSet(input);
  if (!hasRobvisForm(tool)) throw new Problem('conflict', `robvis has no table for ${tool.name}.`);
  const outcomeId = judges === 'result' ? input.outcomeId : null;
  if (judges === 'result' && outcomeId === null) {
    throw new Problem('invalid', 'Say which outcome was judged.', {}, [
      { pointer: '/body/outcomeId', detail: 'Choose the outcome.' },
    ]);
  }
  if (outcomeId !== null) await loadOutcome(ctx, { reviewId, outcomeId });
  const rows = readRobvis(input.text, tool);
  return perform(ctx, actor, 'import-judgements', async tx => {
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const studies = new Map((await tx.db.findBy(Study, { reviewId })).map(study => [plainLabel(study.label), study]));
    const listed = await loadAppraisals(tx, reviewId);
    const skipped: { line: number; label: string; reason: string }[] = [];
    let settled = 0;
    const seen = new Set<string>();
    for (const row of rows) {
      const study = studies.get(plainLabel(row.label));
      const known = listed.find(
        one =>
          one.study.studyId === study?.studyId &&
          one.appraisal.tool === input.tool &&
          one.appraisal.outcomeId === outcomeId,
      );
      const reason = whySkip(row, study, known, seen, input.variant);
      if (reason !== null || !study) {
        skipped.push({ line: row.line, label: row.label, reason: reason ?? '' });
        continue;
      }
      seen.add(study.studyId);
      const appraisal = known?.appraisal ?? (await plan(tx, actor, reviewId, study, { ...input, outcomeId }, version));
      await settle(tx, actor, appraisal, row, input.fileName);
      settled++;
    }
    if (settled === 0) tx.changedNothing();
    else tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { tool: input.tool, settled } });
    return { read: rows.length, settled, skipped };
  });
}

function plainLabel(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, ' ');
}

function whySkip(
  { label }: RobvisRow,
  study: Study | undefined,
  known: ListedAppraisal | undefined,
  seen: ReadonlySet<string>,
  variant: string,
): string | null {
  if (!study) return `There is no study called "${label}" in this review.`;
  if (seen.has(study.studyId)) return 'This study stands in the file twice.';
  if (known && known.appraisal.variant !== variant) return 'It is planned for another effect of interest.';
  if (known?.consensus) return 'It is settled already.';
  if (known && known.assessments.length > 0) return 'Somebody has begun to assess it here.';
  return null;
}

async function plan(
  tx: DeedContext,
  actor: Actor,
  reviewId: string,
  { studyId }: Study,
  set: OneSet,
  toolVersion: string,
) {
  const { tool, variant, outcomeId } = set;
  const appraisal = {
    ...{ reviewId, appraisalId: tx.newId(), studyId, outcomeId, aspectId: outcomeId ?? studyId },
    ...{ tool, variant, toolVersion, assessorsNeeded: 1, plannedBy: actor.personId, plannedAt: tx.now() },
  };
  await tx.db.insert(Appraisal, appraisal);
  return appraisal;
}

async function settle(
  tx: DeedContext,
  actor: Actor,
  { reviewId, appraisalId }: Pick<Appraisal, 'reviewId' | 'appraisalId'>,
  row: RobvisRow,
  importedFrom: string,
): Promise<void> {
  const judged: JudgedDomains = Object.fromEntries(
    Object.entries(row.judgements).map(([id, judgement]) => [id, { judgement, suggested: null, stars: null }]),
  );
  const settled = { settledBy: actor.personId, settledAt: tx.now(), importedFrom };
  await tx.db.insert(AppraisalConsensus, { reviewId, appraisalId, answers: {}, ownJudgements: {}, judged, ...settled });
}
