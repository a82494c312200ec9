import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { Person } from '#entities/Person';
import { PracticeSet } from '#entities/PracticeSet';
import { whyNotOfferTeam } from '#policies/practice';
import { insist } from '#policies/refusal';
import { maySeePassportPage } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { listMembers } from '#services/projects/readProjects';
import { loadResults, presentResult } from '#services/screening/practiceAttempts';
import { standInReview } from '#services/standing';

interface PageRow {
  readonly practice_set_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly finished_at: Date;
  readonly is_shared: boolean;
  readonly for_review_id: string | null;
  readonly for_review: string | null;
}

/** One's own skill passport, whole. */
export async function readPassport(ctx: Context, actor: Actor) {
  const pages = await pagesOf(ctx, [actor.personId]);
  return {
    pages: pages.map(({ row, page }) => ({ ...page, isShared: row.is_shared, forReview: row.for_review })),
  };
}

/** What a person shares of theirs with everybody who is signed in. */
export async function readPersonPassport(ctx: Context, personId: string) {
  if (!(await ctx.db.existsBy(Person, { personId }))) throw new Problem('not-found', 'There is no such person.');
  const pages = (await pagesOf(ctx, [personId])).filter(({ row }) =>
    maySeePassportPage({ isFinished: true, isShared: row.is_shared, isOfLedReview: false }),
  );
  return { pages: pages.map(({ page }) => page) };
}

/** What the team of a review showed, for its leads: in the review's own sets, and whatever else each one shares. */
export async function listPassports(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const make = whyNotOfferTeam(viewer);
  insist(make);
  const members = await listMembers(ctx, viewer.projectId);
  const pages = await pagesOf(
    ctx,
    members.map(member => member.personId),
  );
  const sets = await ctx.db.find(PracticeSet, {
    where: { forReviewId: reviewId, retiredAt: IsNull() },
    order: { createdAt: 'DESC' },
  });
  return {
    people: members.map(({ personId, name }) => ({
      ...{ personId, name },
      pages: pages.flatMap(({ row, page }) => {
        const isOfReview = row.for_review_id === reviewId;
        const at = { isFinished: true, isShared: row.is_shared, isOfLedReview: isOfReview };
        return row.person_id === personId && maySeePassportPage(at) ? [{ ...page, isOfReview }] : [];
      }),
    })),
    sets: sets.map(({ practiceSetId, name }) => ({
      ...{ practiceSetId, name },
      finished: pages.filter(({ row }) => row.practice_set_id === practiceSetId).length,
    })),
    may: { make },
  };
}

/** What these people finished, newest first. */
async function pagesOf(ctx: Context, personIds: readonly string[]) {
  const rows: PageRow[] = await ctx.db.query(
    `select attempt.practice_set_id, attempt.person_id, s.name, attempt.finished_at, attempt.is_shared,
       s.for_review_id, review.title as for_review
     from practice_attempts attempt
     join practice_sets s using (practice_set_id)
     left join reviews review on review.review_id = s.for_review_id
     where attempt.person_id = any($1) and attempt.finished_at is not null
     order by attempt.finished_at desc, attempt.practice_set_id`,
    [personIds],
  );
  const resultOf = await loadResults(
    ctx,
    rows.map(row => ({ practiceSetId: row.practice_set_id, personId: row.person_id })),
  );
  return rows.map(row => ({
    row,
    page: {
      practiceSetId: row.practice_set_id,
      name: row.name,
      finishedAt: row.finished_at,
      result: presentResult(resultOf(row.practice_set_id, row.person_id)),
    },
  }));
}
