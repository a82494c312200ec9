import { Problem } from '#core/problem';
import { AgreementWish } from '#entities/AgreementWish';
import { AuthorshipAgreement } from '#entities/AuthorshipAgreement';
import { AuthorshipSignature } from '#entities/AuthorshipSignature';
import { whyNotAskForChange } from '#policies/agreements';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { membersWith } from '#services/notifications/people';
import { refuseMoney } from '#services/openings/refuseMoney';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { requireProject, standInProject } from '#services/standing';

/** Asks for a change of the newest version before signing it; asked again, the words are replaced. */
export async function askForChange(
  ctx: Context,
  actor: Actor,
  input: { readonly projectId: string; readonly version: number; readonly text: string },
): Promise<void> {
  const { projectId, version, text } = input;
  const { personId } = actor;
  await standInProject(ctx, actor, projectId);
  refuseMoney({ text });
  await perform(ctx, actor, 'ask-for-change', async tx => {
    await tx.db.query('select 1 from projects where project_id = $1 for update', [projectId]);
    const agreement = await tx.db.findOneBy(AuthorshipAgreement, { projectId, version });
    if (!agreement) throw new Problem('not-found', `There is no version ${version}.`);
    const refusal = whyNotAskForChange({
      isNamed: agreement.lines.some(line => line.personId === personId),
      isNewest: (await tx.db.countBy(AuthorshipAgreement, { projectId })) === version,
      hasSigned: await tx.db.existsBy(AuthorshipSignature, { projectId, version, personId }),
    });
    if (refusal) throw new Problem('conflict', refusal);
    const key = { projectId, version, personId };
    const stood = await tx.db.findOneBy(AgreementWish, key);
    if (stood?.text === text) return tx.changedNothing();
    if (stood) await tx.db.update(AgreementWish, { wishId: stood.wishId }, { text, askedAt: tx.now() });
    else await tx.db.insert(AgreementWish, { ...key, wishId: tx.newId(), text, askedAt: tx.now() });
    tx.witness({ subjectKind: 'agreement', subjectId: projectId, facts: { version } });
    const { title } = await requireProject(tx, projectId);
    await notify(tx, await membersWith(tx, projectId, ['lead'], personId), {
      kind: 'agreement-change',
      about: `${projectId} ${version} ${personId}`,
      title: `Somebody asks for a change of the agreement on “${title}”`,
      link: `/projects/${projectId}/agreement`,
    });
  });
}

/** What is asked of a version, by whom. */
export async function readWishes(ctx: Context, actor: Actor, projectId: string, version: number) {
  const wishes = await ctx.db.find(AgreementWish, { where: { projectId, version }, order: { askedAt: 'ASC' } });
  const names = await namesOf(
    ctx,
    wishes.map(one => one.personId),
  );
  return wishes.map(({ personId, text, askedAt }) => ({
    ...{ name: names.get(personId) ?? 'former member', isMine: personId === actor.personId, text, askedAt },
  }));
}
