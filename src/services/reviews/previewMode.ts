import { DECISIONS_NEEDED } from '#core/screening/disagreement';
import { phase } from '#core/screening/phase';
import { modeOfRecord } from '#core/screening/secondScreener';
import type { ScreeningMode } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { type StageKey, waitingRecords } from '#services/screening/assignmentBoard';
import { loadSituations, type Situations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

/**
 * What another way of screening would do to a stage. It tells how many records would be decided, never how: a lead who
 * screens could otherwise try one way after the other and learn what the others chose.
 */
export async function previewMode(
  ctx: Context,
  actor: Actor,
  key: StageKey,
  wanted: { readonly mode: ScreeningMode; readonly sharePercent: number },
) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'configure'));
  const now = await loadSituations(ctx, viewer, key.stage);
  const rule = { ...viewer.rules[key.stage], ...wanted };
  const after: Situations = new Map(
    [...now].map(([recordId, situation]) => [recordId, { ...situation, mode: modeOfRecord(rule, recordId) }]),
  );
  return { now: progressOf(now), after: progressOf(after), extraDecisions: extraOf(after) };
}

function progressOf(situations: Situations) {
  const decided = [...situations.values()].filter(one => phase(one) !== 'independent').length;
  return { decided, open: situations.size - decided, toGiveOut: waitingRecords(situations).length };
}

function extraOf(situations: Situations): number {
  return [...situations.values()].reduce(
    (sum, { mode, decisions }) => sum + Math.max(0, decisions.length - DECISIONS_NEEDED[mode]),
    0,
  );
}
