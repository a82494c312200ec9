import type { Stage } from '#core/vocabulary';
import type { Context } from '#services/context';

/** What has happened in a review since its orders last looked: nothing that matters to them, decisions alone, or more. */
export type RankingNews =
  | { readonly kind: 'none' }
  | { readonly kind: 'decisions'; readonly recordIds: readonly string[]; readonly personIds: readonly string[] }
  | { readonly kind: 'anything' };

const DECIDING = new Set(['record-decision', 'withdraw-decision', 'adjudicate-record', 'reopen-record']);
/** Deeds that no order depends on. Whatever stands neither here nor above makes the orders look at everything again. */
const IDLE = new Set([
  ...['add-label', 'change-label', 'remove-label', 'label-records', 'unlabel-records'],
  ...['keep-filter', 'remove-kept-filter'],
  ...['write-note', 'change-note', 'remove-note', 'send-nudge', 'open-discussion', 'write-in-discussion'],
  ...['retrieve-report', 'replay-ranking', 'make-practice-set', 'retire-practice-set'],
  ...['add-study', 'change-study', 'remove-study', 'add-arm', 'change-arm', 'remove-arm', 'extract-results'],
  ...['add-outcome', 'change-outcome', 'remove-outcome', 'remove-results', 'plan-appraisals', 'save-grading'],
]);

/** More than this at once, and looking at everything again is as quick. */
const MOST_EVENTS = 2_000;
/** Who writes an event later may have been given its id earlier: what is so old is looked at twice, which changes nothing. */
const OVERLAP_SECONDS = 60;

/** What has happened since an event; without one, anything may have. */
export async function newsSince(
  ctx: Context,
  { reviewId, stage }: { readonly reviewId: string; readonly stage: Stage },
  seenEventId: string | null,
): Promise<RankingNews> {
  if (seenEventId === null) return { kind: 'anything' };
  const events: { deed: string; record_id: string; actor_id: string | null; stage: string | null; is_new: boolean }[] =
    await ctx.db.query(
      `select event.deed, event.subject_id as record_id, event.actor_id, event.facts ->> 'stage' as stage,
         event.event_id > seen.event_id as is_new
       from audit_events seen
       join audit_events event on event.review_id = seen.review_id
         and event.at >= seen.at - make_interval(secs => $3)
       where seen.review_id = $1 and seen.event_id = $2
       order by event.at, event.event_id limit $4`,
      [reviewId, seenEventId, OVERLAP_SECONDS, MOST_EVENTS + 1],
    );
  // The seen event itself is always among them, unless its review was brought in from an archive.
  if (events.length === 0 || events.length > MOST_EVENTS) return { kind: 'anything' };
  if (events.some(one => one.is_new && !DECIDING.has(one.deed) && !IDLE.has(one.deed))) return { kind: 'anything' };
  const decisions = events.filter(one => DECIDING.has(one.deed) && (one.stage ?? stage) === stage);
  if (decisions.length === 0) return { kind: 'none' };
  return {
    kind: 'decisions',
    recordIds: [...new Set(decisions.map(one => one.record_id))],
    personIds: [...new Set(decisions.flatMap(one => one.actor_id ?? []))],
  };
}
