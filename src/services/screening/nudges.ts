import { Problem } from '#core/problem';
import { Person } from '#entities/Person';
import { ScreeningNudge } from '#entities/ScreeningNudge';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { nameOf, namesOfReview } from '#services/notifications/people';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { type StageKey, workOf } from '#services/screening/assignmentBoard';
import { lastNudges } from '#services/screening/lastNudges';
import { standInReview } from '#services/standing';

const ONE_DAY_MS = 86_400_000;

/** Sends a friendly note to somebody with open work: on their page, and by mail where it is configured. One a day is enough. */
export async function sendNudge(
  ctx: Context,
  actor: Actor,
  key: StageKey & { readonly personId: string },
  text: string,
): Promise<{ isMailed: boolean }> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  const person = await perform(ctx, actor, 'send-nudge', async tx => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('nudge'), hashtext($1))", [key.reviewId + key.personId]);
    const work = (await workOf(tx, key)).get(key.personId);
    const found = await tx.db.findOneBy(Person, { personId: key.personId });
    if (!work || !found) throw new Problem('not-found', 'Nothing was given to this person.');
    if (work.given === work.done) throw new Problem('conflict', 'This person has decided on everything already.');
    const last = (await lastNudges(tx, key)).get(key.personId);
    if (last && tx.now().getTime() - last.getTime() < ONE_DAY_MS) {
      throw new Problem('conflict', 'A note went out within the last day. One a day is enough.');
    }
    const nudgeId = tx.newId();
    const { reviewId, stage, personId } = key;
    await tx.db.insert(ScreeningNudge, {
      ...{ reviewId, nudgeId, stage, personId, sentBy: actor.personId, text, sentAt: tx.now() },
    });
    tx.witness({ reviewId, subjectKind: 'person', subjectId: personId, facts: { stage } });
    await notify(tx, personId === actor.personId ? [] : [personId], {
      isMailed: true,
      ...{ kind: 'lead-note', about: nudgeId, line: text, link: `/reviews/${reviewId}/screening/${stage}` },
      title: `${await nameOf(tx, actor.personId)} writes about ${(await namesOfReview(tx, reviewId)).title}`,
    });
    return found;
  });
  return { isMailed: await mail(ctx, actor, key, person.email, text) };
}

async function mail(ctx: Context, actor: Actor, key: StageKey, to: string, text: string): Promise<boolean> {
  if (!ctx.mail.isConfigured || to.endsWith('.invalid')) return false;
  const name = (await namesOf(ctx, [actor.personId])).get(actor.personId) ?? 'The lead';
  const link = `${ctx.publicUrl}/reviews/${key.reviewId}/screening/${key.stage}`;
  const letter = { to, subject: `A note from ${name}`, text: `${text}\n\n${link}\n` };
  return (await ctx.mail.send(letter)) === 'taken';
}

/** The note that waits for a person: the last one, until they decide again. */
export async function waitingNudge(
  ctx: Context,
  key: StageKey & { readonly personId: string },
  lastDecision: Date | null,
) {
  const nudge = await ctx.db.findOne(ScreeningNudge, {
    where: { reviewId: key.reviewId, stage: key.stage, personId: key.personId },
    order: { sentAt: 'DESC' },
  });
  if (!nudge || (lastDecision && lastDecision > nudge.sentAt)) return null;
  const name = (await namesOf(ctx, [nudge.sentBy])).get(nudge.sentBy) ?? 'former member';
  return { from: name, text: nudge.text, sentAt: nudge.sentAt };
}
