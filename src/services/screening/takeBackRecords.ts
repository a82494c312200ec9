import { In, IsNull } from 'typeorm';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { namesOfReview } from '#services/notifications/people';
import { perform } from '#services/perform';
import type { StageKey } from '#services/screening/assignmentBoard';
import { standInReview } from '#services/standing';

/** Takes back what a person has not decided yet; their decisions stay. */
export async function takeBackRecords(
  ctx: Context,
  actor: Actor,
  key: StageKey & { personId: string },
): Promise<{ takenBack: number }> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'assign'));
  return perform(ctx, actor, 'take-back-records', async tx => {
    const decided = (await tx.db.findBy(ScreeningDecision, key)).map(one => one.recordId);
    const open = (await tx.db.findBy(ScreeningAssignment, { ...key, withdrawnAt: IsNull() })).filter(
      one => !decided.includes(one.recordId),
    );
    if (open.length === 0) {
      tx.changedNothing();
      return { takenBack: 0 };
    }
    await tx.db.update(
      ScreeningAssignment,
      { reviewId: key.reviewId, assignmentId: In(open.map(one => one.assignmentId)) },
      { withdrawnAt: tx.now() },
    );
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'person',
      subjectId: key.personId,
      facts: { stage: key.stage, takenBack: open.length },
    });
    const noun = key.stage === 'full-text' ? 'report' : 'record';
    const { title } = await namesOfReview(tx, key.reviewId);
    await notify(tx, key.personId === actor.personId ? [] : [key.personId], {
      ...{ kind: 'work-given', about: `${key.reviewId}:${key.stage}:back:${tx.now().toISOString()}` },
      title: `${open.length.toLocaleString('en-US')} ${noun}${open.length === 1 ? ' is' : 's are'} no longer asked of you: ${title}`,
      ...{ line: 'What you decided stays.', link: `/reviews/${key.reviewId}` },
    });
    return { takenBack: open.length };
  });
}
