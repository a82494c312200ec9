import { canonicalJson } from '#core/audit/chain';
import {
  CERTAINTY_REASONS,
  type CertaintyReason,
  type CertaintyStart,
  certaintyOf,
  isAnswerTo,
  missingIn,
  REASON_WORDS,
  type ReasonAnswer,
} from '#core/certainty/grading';
import { type FieldProblem, Problem } from '#core/problem';
import { CertaintyGrading } from '#entities/CertaintyGrading';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { gatherEvidence, loadGround } from '#services/certainty/gatherEvidence';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';
import type { AnalysisKey } from '#services/synthesis/analyses';
import { loadSynthesisData } from '#services/synthesis/outcomeData';
import { loadAnalysis } from '#services/synthesis/readAnalyses';

export interface GradingInput {
  readonly start: CertaintyStart;
  readonly reasons: Readonly<Record<string, ReasonAnswer>>;
  readonly plainWords: string;
  readonly note: string;
}

/** Keeps answers to GRADE's reasons. An agreed certainty must be opened again first. */
export async function saveGrading(ctx: Context, actor: Actor, key: AnalysisKey, input: GradingInput): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'gradeCertainty'));
  const fields = { ...input, reasons: requireReasons(input.reasons) };
  await perform(ctx, actor, 'save-grading', async tx => {
    const { reviewId, analysisId } = await loadAnalysis(tx, key);
    const where = { reviewId, analysisId };
    const before = await tx.db.findOne(CertaintyGrading, { where, lock: { mode: 'pessimistic_write' } });
    if (before?.agreedAt)
      throw new Problem('conflict', 'This certainty is agreed. Open it again, with a reason, to change it.');
    const now = { changedBy: actor.personId, changedAt: tx.now() };
    if (before) {
      const { start, reasons, plainWords, note } = before;
      if (canonicalJson({ start, reasons, plainWords, note }) === canonicalJson(fields)) return tx.changedNothing();
      await tx.db.update(CertaintyGrading, where, { ...fields, ...now });
    } else {
      await tx.db.insert(CertaintyGrading, {
        ...where,
        ...fields,
        ...now,
        agreedBy: null,
        agreedAt: null,
        grounds: null,
      });
    }
    tx.witness({ reviewId, subjectKind: 'analysis', subjectId: analysisId });
  });
}

function requireReasons(given: Readonly<Record<string, ReasonAnswer>>): Partial<Record<CertaintyReason, ReasonAnswer>> {
  const problems: FieldProblem[] = [];
  const reasons = CERTAINTY_REASONS.flatMap(reason => {
    const answer = given[reason];
    if (!answer) return [];
    if (!isAnswerTo(reason, answer.levels)) {
      const detail = `${REASON_WORDS[reason]} can’t be rated by ${answer.levels}.`;
      problems.push({ pointer: `/body/reasons/${reason}/levels`, detail });
    }
    return [[reason, answer] as const];
  });
  const [first] = problems;
  if (first) throw new Problem('invalid', first.detail, {}, problems);
  return Object.fromEntries(reasons);
}

/** Agrees on the certainty that the answers add up to, and keeps what it rests on; or opens it again, with a reason. */
export async function agreeOnCertainty(
  ctx: Context,
  actor: Actor,
  key: AnalysisKey,
  { isAgreed, reason }: { readonly isAgreed: boolean; readonly reason: string },
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'gradeCertainty'));
  if (!isAgreed && reason.trim() === '') {
    throw new Problem('invalid', 'Write why.', {}, [
      { pointer: '/body/reason', detail: 'Write why it is opened again.' },
    ]);
  }
  await perform(ctx, actor, isAgreed ? 'rate-certainty' : 'reopen-certainty', async tx => {
    const row = await loadAnalysis(tx, key);
    const where = { reviewId: row.reviewId, analysisId: row.analysisId };
    const grading = await tx.db.findOne(CertaintyGrading, { where, lock: { mode: 'pessimistic_write' } });
    if (!grading) throw new Problem('conflict', 'Nobody has answered anything yet.');
    if ((grading.agreedAt !== null) === isAgreed) return tx.changedNothing();
    const subject = { reviewId: row.reviewId, subjectKind: 'analysis', subjectId: row.analysisId };
    if (!isAgreed) {
      await tx.db.update(CertaintyGrading, where, { agreedAt: null, agreedBy: null, grounds: null });
      return tx.witness({ ...subject, facts: { reason } });
    }
    const refusal = whyNotAgree(grading);
    if (refusal) throw new Problem('conflict', refusal);
    const all = await loadSynthesisData(tx, row.reviewId);
    const gathered = gatherEvidence(tx, row, await loadGround(tx, row.reviewId, all));
    if (!gathered) throw new Problem('not-found', 'The outcome of this analysis is gone.');
    if (gathered.isStale)
      throw new Problem('conflict', 'The data changed since this analysis was computed. Compute it again first.');
    await tx.db.update(CertaintyGrading, where, {
      agreedAt: tx.now(),
      agreedBy: actor.personId,
      grounds: gathered.grounds,
    });
    tx.witness({ ...subject, facts: { certainty: certaintyOf(grading) } });
  });
}

/** Why a grading can't be agreed on, or null. */
export function whyNotAgree(grading: Pick<CertaintyGrading, 'start' | 'reasons'>): string | null {
  const { unanswered, unfounded } = missingIn(grading);
  const words = (reasons: readonly CertaintyReason[]) =>
    reasons.map(reason => REASON_WORDS[reason].toLowerCase()).join(', ');
  if (unanswered.length > 0) return `Still to answer: ${words(unanswered)}.`;
  if (unfounded.length > 0) return `Each rating needs a footnote: ${words(unfounded)}.`;
  return null;
}
