import { STAGES, type Stage } from '#core/vocabulary';
import { maySeePilot } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type Due } from '#services/notifications/remind';
import { loadFacts } from '#services/reviews/steps';
import { loadRounds } from '#services/screening/pilotRounds';
import { standInReview } from '#services/standing';

/** Conflicts come of decisions: reviews where nobody decided lately have no new ones. */
const LATELY_MS = 3_600_000;

/**
 * Conflicts, for those alone who may see them at that stage. Whether there are any is asked of each of them as what they are
 * in this review: a screener who is blind there has none to be told of, and neither has a lead on records of their own.
 */
export async function conflictsWaiting(ctx: Context): Promise<Due[]> {
  const rows: { review_id: string; title: string; person_id: string; stage: Stage; last_on: string }[] =
    await ctx.db.query(
      `select review.review_id, review.title, seat.person_id, d.stage, to_char(max(d.decided_at), 'YYYY-MM-DD') as last_on
       from screening_decisions d join reviews review on review.review_id = d.review_id
       join memberships seat on seat.project_id = review.project_id and seat.left_at is null
         and seat.roles && array['lead', 'adjudicator']
       where d.decided_at > $1 and not (d.stage = any(review.closed_stages))
         and not exists (select 1 from notifications n where n.person_id = seat.person_id and n.kind = 'conflicts-waiting'
           and n.about_key = review.review_id || ':' || d.stage || ':' || to_char(d.decided_at, 'YYYY-MM-DD'))
       group by review.review_id, review.title, seat.person_id, d.stage`,
      [new Date(ctx.now().getTime() - LATELY_MS)],
    );
  const dues: Due[] = [];
  for (const row of rows) {
    const conflicts = await conflictsFor(ctx, { personId: row.person_id, isAdministrator: false }, row.review_id);
    const open = conflicts?.[row.stage] ?? 0;
    if (open === 0) continue;
    dues.push({
      ...{ kind: 'conflicts-waiting', personIds: [row.person_id] },
      about: `${row.review_id}:${row.stage}:${row.last_on}`,
      title: `${open.toLocaleString('en-US')} conflict${open === 1 ? '' : 's'} to settle: ${row.title}`,
      link: `/reviews/${row.review_id}/conflicts/${row.stage}`,
    });
  }
  return dues;
}

async function conflictsFor(ctx: Context, actor: Actor, reviewId: string) {
  return (await loadFacts(ctx, await standInReview(ctx, actor, reviewId))).toSettle;
}

/** Pilot rounds on whose records everybody has decided, for those who may talk them over. */
export async function pilotsFinished(ctx: Context): Promise<Due[]> {
  const rows: { review_id: string; project_id: string; title: string }[] = await ctx.db.query(
    `select distinct review.review_id, review.project_id, review.title
     from pilot_rounds round join reviews review using (review_id) where round.passed_at is null`,
  );
  const dues: Due[] = [];
  for (const row of rows) {
    for (const stage of STAGES) {
      const [last] = await loadRounds(ctx, row.project_id, { reviewId: row.review_id, stage });
      if (!last?.isFinished || last.round.passedAt !== null) continue;
      const personIds: string[] = [];
      for (const personId of last.done.keys()) {
        const viewer = await standInReview(ctx, { personId, isAdministrator: false }, row.review_id);
        if (maySeePilot(viewer, { stage, isFinished: true, hasTakenPart: true })) personIds.push(personId);
      }
      dues.push({
        ...{ kind: 'pilot-finished', personIds, about: last.round.roundId },
        title: `Everybody has finished the pilot round: ${row.title}`,
        line: 'Look at where you differ, and talk it over.',
        link: `/reviews/${row.review_id}/pilot?stage=${stage}`,
      });
    }
  }
  return dues;
}
