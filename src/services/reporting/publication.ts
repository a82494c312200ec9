import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { UNNAMED } from '#core/reporting/publishedReview';
import { STAGES } from '#core/vocabulary';
import { Membership } from '#entities/Membership';
import { Publication } from '#entities/Publication';
import { PublishedName } from '#entities/PublishedName';
import { insist, type Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, ArchiveEntry, Context } from '#services/context';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { buildPublishedReview } from '#services/reporting/publishedContent';
import { standInReview } from '#services/standing';

/** What is public shows verdicts: only a review whose stages are closed can be. */
function whyNotPublish(viewer: ReviewStanding): Refusal {
  const why = whyNotAct(viewer, 'publish');
  if (why) return why;
  const isOpen = STAGES.some(stage => !viewer.closedStages.includes(stage));
  return isOpen ? 'Close both stages of screening first: the public page shows what was included.' : null;
}

/** Whether a review is public, and who of the team agrees to be named. */
export async function readPublication(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const row = await ctx.db.findOneBy(Publication, { reviewId });
  const members = await ctx.db.find(Membership, {
    where: { projectId: viewer.projectId, leftAt: IsNull() },
    order: { joinedAt: 'ASC', personId: 'ASC' },
  });
  const agreed = new Set((await ctx.db.findBy(PublishedName, { reviewId })).map(one => one.personId));
  const names = await namesOf(
    ctx,
    members.map(member => member.personId),
  );
  return {
    publication: row && {
      version: row.version,
      doi: row.doi,
      publishedAt: row.publishedAt,
      withdrawnAt: row.withdrawnAt,
      withdrawnBecause: row.withdrawnBecause,
    },
    address: `${ctx.publicUrl}/published/${reviewId}`,
    isNamed: agreed.has(actor.personId),
    members: members.map(({ personId }) => ({ name: names.get(personId) ?? UNNAMED, isNamed: agreed.has(personId) })),
    may: { publish: whyNotPublish(viewer) },
  };
}

/** Makes a finished review public as it is at this moment; publishing again makes the next version. */
export async function publishReview(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  { doi }: { readonly doi: string },
): Promise<{ version: number }> {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'publish'));
  const why = whyNotPublish(viewer);
  if (why) throw new Problem('conflict', why);
  const content = await buildPublishedReview(ctx, actor, viewer);
  return perform(ctx, actor, 'publish-review', async tx => {
    const before = await tx.db.findOne(Publication, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const version = (before?.version ?? 0) + 1;
    const fields = {
      ...{ version, doi, content, publishedBy: actor.personId, publishedAt: tx.now() },
      ...{ withdrawnAt: null, withdrawnBecause: '' },
    };
    if (before) await tx.db.update(Publication, { reviewId }, fields);
    else await tx.db.insert(Publication, { reviewId, ...fields });
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { version } });
    return { version };
  });
}

/** Takes the public page back: from now on it tells only that, and why. */
export async function withdrawPublication(ctx: Context, actor: Actor, reviewId: string, reason: string): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'publish'));
  await perform(ctx, actor, 'withdraw-publication', async tx => {
    const row = await tx.db.findOne(Publication, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new Problem('not-found', 'This review is not public.');
    if (row.withdrawnAt) return tx.changedNothing();
    await tx.db.update(Publication, { reviewId }, { withdrawnAt: tx.now(), withdrawnBecause: reason });
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId });
  });
}

/** A person says for themselves whether the public page names them; it follows at once. */
export async function agreeToBeNamed(ctx: Context, actor: Actor, reviewId: string, isNamed: boolean): Promise<void> {
  await standInReview(ctx, actor, reviewId);
  await perform(ctx, actor, isNamed ? 'agree-to-be-named' : 'withdraw-name', async tx => {
    const where = { reviewId, personId: actor.personId };
    if ((await tx.db.existsBy(PublishedName, where)) === isNamed) return tx.changedNothing();
    if (isNamed) await tx.db.insert(PublishedName, { ...where, agreedAt: tx.now() });
    else await tx.db.delete(PublishedName, where);
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId });
  });
}

async function requirePublication(ctx: Context, reviewId: string): Promise<Publication> {
  const row = await ctx.db.findOneBy(Publication, { reviewId });
  if (!row) throw new Problem('not-found', 'Nothing is published here.');
  return row;
}

/** The public page, for anybody: from the copy alone, with the names of those who agree today. */
export async function readPublished(ctx: Context, reviewId: string) {
  const row = await requirePublication(ctx, reviewId);
  const { version, doi, publishedAt, withdrawnAt, withdrawnBecause, content } = row;
  if (withdrawnAt) {
    return {
      title: content.title,
      version,
      doi,
      publishedAt,
      withdrawn: { at: withdrawnAt, because: withdrawnBecause },
      review: null,
    };
  }
  const agreed = (await ctx.db.findBy(PublishedName, { reviewId })).map(one => one.personId);
  const names = await namesOf(ctx, agreed);
  const { people, files, ...shown } = content;
  return {
    title: content.title,
    ...{ version, doi, publishedAt, withdrawn: null },
    review: {
      ...shown,
      people: people.map(({ personId, roles }) => ({ name: names.get(personId) ?? null, roles })),
      files: files.map(({ name, text }) => ({ name, bytes: ctx.encode(text).length })),
    },
  };
}

/** Everything that may be taken along of a public review, as one archive. */
export async function packPublished(ctx: Context, reviewId: string): Promise<Uint8Array> {
  const { withdrawnAt, content } = await requirePublication(ctx, reviewId);
  if (withdrawnAt) throw new Problem('not-found', 'This review was withdrawn; its data are no longer given out here.');
  const entries: ArchiveEntry[] = [
    ...content.files.map(({ name, text }) => ({ name, text })),
    ...content.figures.map(({ name, svg }) => ({ name: `figures/${name}.svg`, text: svg })),
  ];
  return ctx.zip.pack(entries);
}
