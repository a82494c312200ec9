import { Problem } from '#core/problem';
import { phase } from '#core/screening/phase';
import { ROLES } from '#core/vocabulary';
import { DiscussionMessage } from '#entities/DiscussionMessage';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { ScreeningDiscussion } from '#entities/ScreeningDiscussion';
import { whyNotDiscuss, whyNotOpenDiscussion } from '#policies/discussions';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { maySeeDiscussion } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { membersWith, namesOfReview } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';
import type { DecisionKey } from '#services/screening/recordDecision';
import { loadSituation } from '#services/screening/situations';
import { standInReview } from '#services/standing';

/**
 * Opens a conflict to those who decided on it, once. Their decisions are held fast while they are written down, so that
 * what is kept as chosen independently is what stood when they could first see it.
 */
export async function openDiscussion(ctx: Context, actor: Actor, key: DecisionKey): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'adjudicate'));
  const { reviewId, stage, recordId } = key;
  await perform(ctx, actor, 'open-discussion', async tx => {
    const decisions = await tx.db.find(ScreeningDecision, {
      where: { reviewId, stage, recordId },
      order: { decidedAt: 'ASC', decisionId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (await tx.db.existsBy(ScreeningDiscussion, { reviewId, stage, recordId })) return tx.changedNothing();
    const reached = phase(await loadSituation(tx, viewer, stage, recordId));
    const refusal = whyNotOpenDiscussion(viewer, { stage, phase: reached });
    if (refusal) throw new Problem('conflict', refusal);
    await tx.db.insert(ScreeningDiscussion, {
      ...{ reviewId, stage, recordId, discussionId: tx.newId() },
      asDecided: decisions.map(({ personId, choice, criterionId }) => ({ personId, choice, criterionId })),
      ...{ openedBy: actor.personId, openedAt: tx.now() },
    });
    tx.witness({ reviewId, subjectKind: 'record', subjectId: recordId, facts: { stage } });
    const invited = decisions.map(one => one.personId).filter(personId => personId !== actor.personId);
    await tellOfDiscussion(tx, reviewId, invited, {
      about: recordId + stage,
      title: 'A decision of yours is discussed',
    });
  });
}

/** Those whom the discussion was opened to: they may see it, and the notice holds nothing of what is in it. */
async function tellOfDiscussion(
  tx: DeedContext,
  reviewId: string,
  personIds: readonly string[],
  { about, title }: { readonly about: string; readonly title: string },
): Promise<void> {
  const review = await namesOfReview(tx, reviewId);
  const seated = await membersWith(tx, review.projectId, ROLES);
  const to = personIds.filter(personId => seated.includes(personId));
  const link = `/reviews/${reviewId}/discussions`;
  await notify(tx, to, { ...{ kind: 'discussion', about, link }, title: `${title}: ${review.title}` });
}

/** Writes in a discussion. One that a person may not know of is as good as none. */
export async function writeInDiscussion(
  ctx: Context,
  actor: Actor,
  key: DecisionKey,
  text: string,
): Promise<{ id: string }> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const { reviewId, stage, recordId } = key;
  return perform(ctx, actor, 'write-in-discussion', async tx => {
    const discussion = await tx.db.findOneBy(ScreeningDiscussion, { reviewId, stage, recordId });
    const reached = phase(await loadSituation(tx, viewer, stage, recordId));
    const isInvited = discussion?.asDecided.some(one => one.personId === actor.personId) ?? false;
    if (!discussion || !maySeeDiscussion(viewer, { stage, phase: reached, isInvited })) {
      throw new Problem('not-found', 'There is no discussion on this record.');
    }
    insist(whyNotDiscuss(viewer, { stage, phase: reached }));
    const messageId = tx.newId();
    const { discussionId } = discussion;
    const { personId } = actor;
    await tx.db.insert(DiscussionMessage, { reviewId, messageId, discussionId, personId, text, writtenAt: tx.now() });
    tx.witness({ reviewId, subjectKind: 'record', subjectId: recordId, facts: { stage } });
    const others = [discussion.openedBy, ...discussion.asDecided.map(one => one.personId)].filter(
      id => id !== personId,
    );
    const told = { about: messageId, title: 'Somebody writes in a discussion of yours' };
    await tellOfDiscussion(tx, reviewId, [...new Set(others)], told);
    return { id: messageId };
  });
}
