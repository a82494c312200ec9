import type { ExtractionMode } from '#core/extraction/vocabulary';
import type { Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { maySeeSheets, type SheetPhase, whyNotChangeSheet } from '#policies/visibility';

/** What decides whether somebody may extract a study, or settle it. */
export interface ExtractCase extends SheetPhase {
  readonly mode: ExtractionMode;
  readonly begun: number;
  readonly isMine: boolean;
  readonly isMineFinished: boolean;
}

/** Why a person may not write a value of a study: into the own sheet, or, where one extracts, into the review. */
export function whyNotFill(viewer: ReviewStanding, at: ExtractCase): Refusal {
  if (at.mode === 'double' && at.isSettled) {
    return whyNotAct(viewer, 'settleExtraction') === null
      ? null
      : 'This study is settled. An adjudicator or a lead corrects what stands.';
  }
  const refusal = whyNotAct(viewer, 'extract');
  if (refusal || at.mode !== 'double') return refusal;
  if (at.isMine) {
    if (!at.isMineFinished) return null;
    return whyNotChangeSheet(at) ?? 'You have finished this study. Open it again to change it.';
  }
  return at.begun < 2 ? null : 'Two people extract this study already.';
}

/** Why a person may not change what a study is called, its arms and reports: both extractors build on them. */
export function whyNotReshape(viewer: ReviewStanding, at: ExtractCase): Refusal {
  const refusal = whyNotAct(viewer, 'extract');
  if (refusal || at.mode !== 'double' || at.begun === 0) return refusal;
  return whyNotAct(viewer, 'designForm') === null
    ? null
    : 'Two people extract this study blind, and somebody has begun: only a lead changes its label, arms and reports now.';
}

/** Why a person may not say that they are done with a study. */
export function whyNotFinish(viewer: ReviewStanding, at: ExtractCase): Refusal {
  const refusal = whyNotAct(viewer, 'extract');
  if (refusal) return refusal;
  if (at.mode !== 'double') return null;
  return at.isMine ? null : 'You have not begun to extract this study.';
}

/** Why a person may not take back that they are done. */
export function whyNotReopenSheet(viewer: ReviewStanding, at: ExtractCase): Refusal {
  return whyNotAct(viewer, 'extract') ?? (at.isMineFinished ? whyNotChangeSheet(at) : 'You are not done with it yet.');
}

/** Why a person may not free the seat of an extractor who has not finished: one's own, or, for a lead, anybody's. */
export function whyNotFreeSeat(viewer: ReviewStanding, at: ExtractCase, isOwn: boolean): Refusal {
  const refusal = whyNotAct(viewer, isOwn ? 'extract' : 'designForm');
  if (refusal) return refusal;
  if (at.mode !== 'double') return 'Only where two extract blind does an extractor hold a seat.';
  return at.isSettled ? 'This study is settled.' : null;
}

/** Why a person may not decide what stands where two extractors differ. */
export function whyNotSettleExtraction(viewer: ReviewStanding, at: ExtractCase): Refusal {
  const refusal = whyNotAct(viewer, 'settleExtraction');
  if (refusal) return refusal;
  if (at.mode !== 'double') return 'One person extracts this study: there is nothing to settle.';
  if (!maySeeSheets(at)) return 'Both extractors must finish first.';
  return null;
}

/** Why a person may not say that they have checked what another one extracted. */
export function whyNotCheck(viewer: ReviewStanding, at: ExtractCase): Refusal {
  const refusal = whyNotAct(viewer, 'checkExtraction');
  if (refusal) return refusal;
  if (at.mode !== 'checked') return 'This study is extracted without a check.';
  if (at.isMine) return 'You extracted it yourself: somebody else checks it.';
  return at.finished === 0 ? 'Whoever extracts it is not done yet.' : null;
}
