import type { Estimable } from '#core/estimable';
import { Problem } from '#core/problem';
import { type PracticeResult, practiceResult, type Share } from '#core/screening/practiceResult';
import type { Choice, PracticeAnswer, Role } from '#core/vocabulary';
import { PracticeAttempt } from '#entities/PracticeAttempt';
import { PracticeSet } from '#entities/PracticeSet';
import type { Actor, Context } from '#services/context';

/** A practice set that a person may know of, with their own way through it. */
export interface OfferedSet {
  readonly set: PracticeSet;
  readonly attempt: PracticeAttempt | null;
  readonly records: number;
  readonly decided: number;
  readonly forReview: { readonly reviewId: string; readonly title: string } | null;
  /** The person's roles in the review that it was made for. */
  readonly roles: readonly Role[];
}

interface OfferedRow {
  readonly practice_set_id: string;
  readonly records: number;
  readonly decided: number;
  readonly title: string | null;
  readonly roles: Role[] | null;
}

/** What is offered to a person (to everybody, or to a team that they are in), and what they have begun. Newest first. */
export async function loadOfferedSets(ctx: Context, actor: Actor, only?: string): Promise<OfferedSet[]> {
  const rows: OfferedRow[] = await ctx.db.query(
    `select s.practice_set_id, review.title, seat.roles,
       (select count(*)::int from practice_records r where r.practice_set_id = s.practice_set_id) as records,
       (select count(*)::int from practice_decisions d
          where d.practice_set_id = s.practice_set_id and d.person_id = $1) as decided
     from practice_sets s
     left join reviews review on review.review_id = s.for_review_id
     left join memberships seat on seat.project_id = review.project_id and seat.person_id = $1 and seat.left_at is null
     left join practice_attempts attempt on attempt.practice_set_id = s.practice_set_id and attempt.person_id = $1
     where (attempt.person_id is not null
         or s.retired_at is null and (s.audience = 'everybody' or seat.person_id is not null))
       and ($2::uuid is null or s.practice_set_id = $2)
     order by s.created_at desc, s.practice_set_id`,
    [actor.personId, only ?? null],
  );
  const ids = rows.map(row => row.practice_set_id);
  const sets = await byIds(ctx, ids);
  const attempts = await ctx.db.findBy(PracticeAttempt, { personId: actor.personId });
  return rows.flatMap(row => {
    const set = sets.get(row.practice_set_id);
    if (!set) return [];
    const attempt = attempts.find(one => one.practiceSetId === row.practice_set_id) ?? null;
    const forReview =
      set.forReviewId === null || row.title === null ? null : { reviewId: set.forReviewId, title: row.title };
    return [{ set, attempt, records: row.records, decided: row.decided, forReview, roles: row.roles ?? [] }];
  });
}

async function byIds(ctx: Context, ids: readonly string[]): Promise<Map<string, PracticeSet>> {
  if (ids.length === 0) return new Map();
  const sets = await ctx.db
    .createQueryBuilder(PracticeSet, 's')
    .where('s.practiceSetId in (:...ids)', { ids })
    .getMany();
  return new Map(sets.map(set => [set.practiceSetId, set]));
}

/** One of them; a set that a person was not offered isn't there for them. */
export async function requireOfferedSet(ctx: Context, actor: Actor, practiceSetId: string): Promise<OfferedSet> {
  const [found] = await loadOfferedSets(ctx, actor, practiceSetId);
  if (!found) throw new Problem('not-found', 'There is no such practice set, or it is not offered to you.');
  return found;
}

/** The results of finished attempts, by set and person. */
export async function loadResults(
  ctx: Context,
  attempts: readonly { readonly practiceSetId: string; readonly personId: string }[],
): Promise<(practiceSetId: string, personId: string) => PracticeResult> {
  const rows: { practice_set_id: string; person_id: string; answer: PracticeAnswer; choice: Choice }[] =
    await ctx.db.query(
      `select decision.practice_set_id, decision.person_id, record.answer, decision.choice
       from unnest($1::uuid[], $2::uuid[]) as wanted (practice_set_id, person_id)
       join practice_decisions decision using (practice_set_id, person_id)
       join practice_records record using (practice_set_id, record_id)`,
      [attempts.map(one => one.practiceSetId), attempts.map(one => one.personId)],
    );
  const nameOf = (practiceSetId: string, personId: string) => `${practiceSetId} ${personId}`;
  const bySitting = new Map<string, { answer: PracticeAnswer; choice: Choice }[]>();
  for (const row of rows) {
    const name = nameOf(row.practice_set_id, row.person_id);
    bySitting.set(name, [...(bySitting.get(name) ?? []), row]);
  }
  return (practiceSetId, personId) => practiceResult(bySitting.get(nameOf(practiceSetId, personId)) ?? []);
}

/** A result as it travels. */
export function presentResult({ sensitivity, specificity }: PracticeResult) {
  return { sensitivity: presentShare(sensitivity), specificity: presentShare(specificity) };
}

function presentShare(share: Estimable<Share>) {
  if (share.estimable) return { ...share.value, because: null };
  return { hits: 0, of: 0, value: null, lower: null, upper: null, because: share.because };
}
