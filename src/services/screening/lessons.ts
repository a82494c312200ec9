import { passes } from '#core/screening/disagreement';
import { isIndependentPhaseOver } from '#core/screening/phase';
import { standing } from '#core/screening/standing';
import type { Choice, LessonSource, Stage } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import { mayTeachOrder } from '#policies/visibility';
import type { Context } from '#services/context';
import { loadSituations, loadSituationsOf } from '#services/screening/situations';

/** Whether records are relevant, in the order in which it became known. */
export type Lessons = ReadonlyMap<string, boolean>;

/** What the order of each person may learn from, asked person by person; of certain records alone where they are named. */
export async function loadLessons(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  from: LessonSource,
  recordIds: readonly string[] | null = null,
): Promise<(personId: string) => Lessons> {
  const decisions: { record_id: string; person_id: string; choice: Choice }[] = await ctx.db.query(
    `select record_id, person_id, choice from screening_decisions where review_id = $1 and stage = $2
     ${recordIds ? 'and record_id = any($3)' : ''} order by decided_at, decision_id`,
    recordIds ? [viewer.reviewId, stage, recordIds] : [viewer.reviewId, stage],
  );
  if (from === 'own') {
    const own = new Map<string, Map<string, boolean>>();
    for (const { record_id, person_id, choice } of decisions) {
      if (!mayTeachOrder(from, true, true)) continue;
      const lessons = own.get(person_id) ?? new Map<string, boolean>();
      own.set(person_id, lessons.set(record_id, passes(choice)));
    }
    return personId => own.get(personId) ?? new Map();
  }
  const situations = recordIds
    ? await loadSituationsOf(ctx, viewer, stage, recordIds)
    : await loadSituations(ctx, viewer, stage);
  const shared = new Map<string, boolean>();
  for (const { record_id } of decisions) {
    const situation = situations.get(record_id);
    if (!situation || !mayTeachOrder(from, false, !isIndependentPhaseOver(situation))) continue;
    const { verdict } = standing(situation);
    // A conflict that is not settled yet may be relevant: the order must not turn away from its like.
    shared.delete(record_id);
    shared.set(record_id, verdict !== 'excluded');
  }
  return () => shared;
}
