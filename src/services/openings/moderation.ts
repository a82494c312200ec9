import { In, IsNull } from 'typeorm';
import type { ReportReason } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { Opening } from '#entities/Opening';
import { Person } from '#entities/Person';
import { PostReport } from '#entities/PostReport';
import { Project } from '#entities/Project';
import { insist, type Refusal } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { membersWith } from '#services/notifications/people';
import { loadOpening } from '#services/openings/loadOpening';
import { type DeedContext, perform } from '#services/perform';
import { leadsOf, namesOf } from '#services/projects/readProjects';

function whyNotModerate(actor: Actor): Refusal {
  return actor.isAdministrator ? null : 'Only an administrator may do this.';
}

/** Says that an opening is not what it should be; once for each person. */
export async function reportOpening(
  ctx: Context,
  actor: Actor,
  input: { readonly openingId: string; readonly reason: ReportReason; readonly note: string },
): Promise<{ id: string }> {
  const { openingId, reason, note } = input;
  const opening = await loadOpening(ctx, openingId);
  return perform(ctx, actor, 'report-opening', async tx => {
    const reportId = tx.newId();
    const report = { reportId, openingId, personId: actor.personId, reason, note, reportedAt: tx.now() };
    await tx.db.insert(PostReport, { ...report, settledAt: null });
    tx.witness({ subjectKind: 'opening', subjectId: openingId, facts: { reason } });
    const administrators = await tx.db.findBy(Person, { isAdministrator: true });
    await notify(
      tx,
      administrators.map(person => person.personId),
      {
        kind: 'post-reported',
        about: reportId,
        title: `An opening was reported: ${opening.title}`,
        link: '/moderation',
      },
    );
    return { id: reportId };
  });
}

/** Openings that were reported: those with an unsettled report first. */
export async function listReportedOpenings(ctx: Context, actor: Actor) {
  insist(whyNotModerate(actor));
  const reports = await ctx.db.find(PostReport, { order: { reportedAt: 'DESC' }, take: 500 });
  const openings = await ctx.db.findBy(Opening, { openingId: In(reports.map(report => report.openingId)) });
  const projects = await ctx.db.findBy(Project, { projectId: In(openings.map(opening => opening.projectId)) });
  const leads = await leadsOf(
    ctx,
    projects.map(project => project.projectId),
  );
  const names = await namesOf(
    ctx,
    reports.map(report => report.personId),
  );
  const waits = (openingId: string) =>
    reports.some(report => report.openingId === openingId && report.settledAt === null);
  return openings
    .map(opening => ({
      ...opening,
      projectTitle: projects.find(project => project.projectId === opening.projectId)?.title ?? '',
      leadName: leads.get(opening.projectId) ?? '',
      reports: reports
        .filter(report => report.openingId === opening.openingId)
        .map(report => ({ ...report, reportedBy: names.get(report.personId) ?? 'former member' })),
    }))
    .sort((a, b) => Number(waits(b.openingId)) - Number(waits(a.openingId)));
}

/** Takes an opening out of sight with a reason, or leaves it (or brings it back); its reports are settled with that. */
export async function moderateOpening(
  ctx: Context,
  actor: Actor,
  input: { readonly openingId: string; readonly isHidden: boolean; readonly because: string },
): Promise<void> {
  insist(whyNotModerate(actor));
  const { openingId, isHidden, because } = input;
  await perform(ctx, actor, isHidden ? 'hide-opening' : 'leave-opening', async tx => {
    const hidden = { hiddenAt: isHidden ? tx.now() : null, hiddenBecause: isHidden ? because : '' };
    const { affected } = await tx.db.update(Opening, { openingId }, hidden);
    if (!affected) throw new Problem('not-found', 'There is no such opening.');
    await tx.db.update(PostReport, { openingId, settledAt: IsNull() }, { settledAt: tx.now() });
    tx.witness({ subjectKind: 'opening', subjectId: openingId });
    if (isHidden) await tellHidden(tx, await loadOpening(tx, openingId), because);
  });
}

async function tellHidden(tx: DeedContext, opening: Opening, because: string): Promise<void> {
  await notify(tx, await membersWith(tx, opening.projectId, ['lead']), {
    ...{ kind: 'opening-hidden', about: `${opening.openingId}:${tx.now().getTime()}`, line: because },
    title: `Your opening was taken out of sight: ${opening.title}`,
    link: `/openings/${opening.openingId}`,
  });
}
