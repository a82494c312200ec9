import type { Phase } from '#core/screening/phase';
import { type LessonSource, type RemarkAudience, STAGES, type Stage } from '#core/vocabulary';
import type { Refusal } from '#policies/refusal';
import { hasRole, type ReviewStanding, settlesAtStage } from '#policies/standing';

/**
 * The whole blinding rule. A person always sees their own decisions. Anybody else's, and whatever follows from them
 * (verdicts, conflicts, counts of inclusions, agreement), is seen
 * – by every member once the lead has closed the stage, and
 * – before that by leads and adjudicators alone, and only of records whose independent phase is over, so that somebody
 *   who leads and screens learns nothing of a record that they have yet to decide on; who settles full texts alone while
 *   screening blind at title and abstract, not before that stage is closed.
 */
export function maySeeOthersDecisions(viewer: ReviewStanding, stage: Stage, phase: Phase): boolean {
  if (viewer.closedStages.includes(stage)) return true;
  return settlesOpenly(viewer, stage) && phase !== 'independent';
}

/**
 * Whether a decision may teach the order that a screener meets records in. From "own" nobody else's ever does. From
 * "team" everybody's do, but only on records on which all who were asked have decided: no order tells anything of a
 * record that is still open to anybody. That a screener may then guess from the order how records went that they have
 * decided themselves is what the lead chose, and the page says so.
 */
export function mayTeachOrder(from: LessonSource, isOwn: boolean, isOpenToAnybody: boolean): boolean {
  return from === 'own' ? isOwn : !isOpenToAnybody;
}

/** What decides whether somebody sees what came out of a pilot round. */
export interface PilotCase {
  readonly isFinished: boolean;
  readonly hasTakenPart: boolean;
}

/**
 * A pilot is there to be talked over: once everybody has decided on all its records, those who took part see each other's
 * decisions on these records, and so do leads and adjudicators. Before that nobody does, not even a lead.
 */
export function maySeePilot(viewer: ReviewStanding, at: PilotCase & { readonly stage: Stage }): boolean {
  return at.isFinished && (at.hasTakenPart || settlesOpenly(viewer, at.stage));
}

/** Why a decision on a record of a pilot stands: whoever took part may have seen the others'. */
export function whyNotChangeInPilot(at: PilotCase): Refusal {
  if (!at.isFinished || !at.hasTakenPart) return null;
  return 'Everybody has decided on this pilot round and you may see what they chose, so your decision stands.';
}

/** The known answers of a practice set, and whatever follows from them, are for who has finished it, about themselves. */
export function maySeePracticeAnswers(at: { readonly isFinished: boolean }): boolean {
  return at.isFinished;
}

/** What decides whether somebody sees what another one showed in a practice set. */
export interface PassportCase {
  readonly isFinished: boolean;
  readonly isShared: boolean;
  /** Whether the set was made for the team of a review that the viewer leads; who practised was told so before. */
  readonly isOfLedReview: boolean;
}

/** A result is its owner's. Others see it when it is shared; leads of the review whose set it was, once it is finished. */
export function maySeePassportPage(at: PassportCase): boolean {
  return at.isFinished && (at.isShared || at.isOfLedReview);
}

/** Whether any decision of others may be seen at a stage at all: what lists, counts and badges ask first. */
export function maySeeOutcomes(viewer: ReviewStanding, stage: Stage): boolean {
  return viewer.closedStages.includes(stage) || settlesOpenly(viewer, stage);
}

/**
 * Which records reach full text follows from the decisions at title and abstract: who settles full texts, but screens there
 * and does not settle there, waits until that stage is closed.
 */
export function waitsForFirstStage(viewer: ReviewStanding, stage: Stage): boolean {
  if (stage !== 'full-text' || viewer.closedStages.includes(stage)) return false;
  return viewer.screensAt.includes('title-and-abstract') && !maySeeOutcomes(viewer, 'title-and-abstract');
}

function settlesOpenly(viewer: ReviewStanding, stage: Stage): boolean {
  return settlesAtStage(viewer, stage) && !waitsForFirstStage(viewer, stage);
}

/**
 * Labels and notes tell what somebody thinks of a record. One's own are always seen; what others keep for themselves
 * never is; what they share is seen exactly when their decisions at the stage of the remark are.
 */
export function maySeeRemark(
  viewer: ReviewStanding,
  remark: { readonly personId: string; readonly audience: RemarkAudience; readonly stage: Stage },
  phase: Phase,
): boolean {
  if (remark.personId === viewer.personId) return true;
  return remark.audience === 'shared' && maySeeOthersDecisions(viewer, remark.stage, phase);
}

/** What decides whether somebody knows of a discussion on a record. */
export interface DiscussionCase {
  readonly stage: Stage;
  readonly phase: Phase;
  /** Whether this person had decided on the record when the discussion was opened. */
  readonly isInvited: boolean;
}

/**
 * A discussion on a conflict is the one way in which screeners learn what the others chose before the stage is closed.
 * Who settles conflicts opens it, once everybody asked has decided; from then on those who had decided see each other's
 * decisions on this record, what is said, and how it is settled. It opens this record to them and no other one, and it
 * opens nothing to a screener who had not decided by then. Everybody else sees it when they see the decisions.
 */
export function maySeeDiscussion(viewer: ReviewStanding, at: DiscussionCase): boolean {
  return at.isInvited || maySeeOthersDecisions(viewer, at.stage, at.phase);
}

/** Why a person may not change the own decision on a record that they were invited to discuss: until it is settled they may. */
export function whyNotChangeInDiscussion(phase: Phase, act: 'change' | 'withdraw'): Refusal {
  if (phase === 'adjudicated') return 'The conflict on this record is settled, so your decision stands.';
  if (act === 'change') return null;
  return 'This record is under discussion: you may change your decision, but not take it back.';
}

/**
 * A file that has not been put with its report yet tells, by the reports that it may be of, which records passed title and
 * abstract: whoever is blind to that sees only what they uploaded themselves.
 */
export function maySeeUpload(viewer: ReviewStanding, uploadedBy: string): boolean {
  return uploadedBy === viewer.personId || maySeeOutcomes(viewer, 'title-and-abstract');
}

/**
 * What a person marks in a full text tells what they think of it: others see a shared mark exactly when they see the
 * decisions at full text, and never one that its author keeps.
 */
export function maySeeMark(
  viewer: ReviewStanding,
  mark: { readonly personId: string; readonly audience: RemarkAudience },
  phase: Phase,
): boolean {
  return maySeeRemark(viewer, { ...mark, stage: 'full-text' }, phase);
}

const SETTLING_DEEDS: readonly string[] = ['adjudicate-record', 'reopen-record'];
const FULL_TEXT_DEEDS: readonly string[] = ['retrieve-report', 'upload-full-text', 'file-full-text'];

/**
 * Whether what somebody did may count to their credit before this reader's eyes. One's own always; that another one settled
 * a conflict tells that there was one, and what was sought and brought as full text tells how many records passed.
 */
export function maySeeCredit(
  viewer: ReviewStanding,
  event: { readonly actorId: string; readonly deed: string; readonly stage: Stage | null },
): boolean {
  if (event.actorId === viewer.personId) return true;
  if (FULL_TEXT_DEEDS.includes(event.deed)) return maySeeOutcomes(viewer, 'title-and-abstract');
  if (!SETTLING_DEEDS.includes(event.deed)) return true;
  return event.stage ? maySeeOutcomes(viewer, event.stage) : STAGES.every(stage => maySeeOutcomes(viewer, stage));
}

const REMARK_DEEDS = [
  ...(['label-records', 'unlabel-records', 'write-note', 'change-note', 'remove-note'] as const),
  ...(['mark-full-text', 'change-mark', 'remove-mark'] as const),
] as const;
const DISCUSSION_DEEDS = ['open-discussion', 'write-in-discussion'] as const;

/**
 * Deeds of others that a reader of the audit trail may not know of yet: that somebody remarked on a record tells of doubt,
 * and a discussion that its decisions differ.
 */
export function hiddenDeeds(viewer: ReviewStanding): readonly string[] {
  return viewer.closedStages.length === STAGES.length ? [] : [...REMARK_DEEDS, ...DISCUSSION_DEEDS];
}

/** Why a person may not find records by what the decisions on title and abstract say together. */
export function whyNotSeeVerdicts(viewer: ReviewStanding): Refusal {
  if (maySeeOutcomes(viewer, 'title-and-abstract')) return null;
  return 'Screening is blind: verdicts would tell what the others chose. The lead opens them.';
}

/** Why a person may not see counts that come of everybody's decisions. */
export function whyNotSeeFlow(viewer: ReviewStanding): Refusal {
  const isBlind = !maySeeOutcomes(viewer, 'title-and-abstract') || !maySeeOutcomes(viewer, 'full-text');
  return isBlind ? 'Screening is blind: these counts would tell what the others chose. The lead opens them.' : null;
}

/**
 * Why a person may not change a decision of their own: who may see what the others chose on this record doesn't decide
 * independently any more.
 */
export function whyNotChangeOwn(viewer: ReviewStanding, stage: Stage, phase: Phase): Refusal {
  if (viewer.closedStages.includes(stage)) return 'This stage is closed: decisions stand as they are.';
  if (!maySeeOthersDecisions(viewer, stage, phase)) return null;
  return 'Everybody has decided on this record and you may see what they chose, so your decision stands.';
}

/** How far the assessors of one appraisal are. */
export interface AssessmentPhase {
  /** Two who are blind to each other, or one alone. */
  readonly needed: number;
  readonly finished: number;
  readonly isSettled: boolean;
}

/**
 * Nobody but its author sees an assessment, nor what follows from it, before everybody who assesses the same thing has
 * finished: not a lead either, who may assess it yet.
 */
export function maySeeAssessments(at: AssessmentPhase): boolean {
  return at.isSettled || at.finished >= at.needed;
}

/** Why an assessor may not change what they said: who may see the other's doesn't judge independently any more. */
export function whyNotChangeAssessment(at: AssessmentPhase): Refusal {
  if (at.needed === 1 || !maySeeAssessments(at)) return null;
  return 'Everybody has finished and can see what the others said, so your assessment stands. Differences are settled together.';
}

/** How far the extractors of one study are who extract it blind to each other. */
export interface SheetPhase {
  readonly finished: number;
  readonly isSettled: boolean;
}

/**
 * Nobody but its author sees a sheet, nor what follows from it (values, differences, agreement), before both have finished:
 * not a lead either, who may be one of the two.
 */
export function maySeeSheets(at: SheetPhase): boolean {
  return at.isSettled || at.finished >= 2;
}

/** Why an extractor may not change the own sheet: who may see the other's doesn't extract independently any more. */
export function whyNotChangeSheet(at: SheetPhase): Refusal {
  if (!maySeeSheets(at)) return null;
  return 'Both have finished and can see what the other wrote, so your sheet stands. Differences are settled together.';
}

/** Why a person may not take the whole review along while sheets in it must stay hidden from them. */
export function whyNotExportSheets(blindStudies: number): Refusal {
  if (blindStudies === 0) return null;
  const what = blindStudies === 1 ? '1 study is' : `${blindStudies} studies are`;
  return `${what} being extracted blind: others have begun, and you extract there too, or a seat is free. The whole review holds what they wrote.`;
}

/** Why a person may not take the whole review along, decisions and all. */
export function whyNotExportWhole(viewer: ReviewStanding, ownOpenRecords: number): Refusal {
  if (!hasRole(viewer, 'lead')) return 'Only a lead of the team may do this.';
  if (ownOpenRecords === 0) return null;
  return `You have ${ownOpenRecords} left to screen yourself, and the whole review holds what the others chose. Finish them first.`;
}

/** Why a person may not take along assessments that others have begun and that they may assess themselves. */
export function whyNotExportAssessments(blindAppraisals: number): Refusal {
  if (blindAppraisals === 0) return null;
  const what = blindAppraisals === 1 ? '1 appraisal' : `${blindAppraisals} appraisals`;
  return `${what} of risk of bias must stay hidden from you: others have begun, and you assess there too, or a seat is free. The whole review holds what they said.`;
}
