import { In } from 'typeorm';
import { whyNotEligible } from '#core/matching/eligibility';
import type { DeclineReason } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { Application } from '#entities/Application';
import { Offer } from '#entities/Offer';
import { Opening } from '#entities/Opening';
import { Profile } from '#entities/Profile';
import { Project } from '#entities/Project';
import { whyNotApply, whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { isPastClosing, loadOpening, lockOpening, seatsLeft } from '#services/openings/loadOpening';
import { pathOf } from '#services/openings/matchables';
import { rankApplicants } from '#services/openings/rankApplicants';
import { tellLeads, tellPerson } from '#services/openings/tellOfOpening';
import { shareWithLeads } from '#services/people/shareWithLeads';
import { type DeedContext, perform } from '#services/perform';
import { leadsOf } from '#services/projects/readProjects';
import { findStandingInProject, requireProject, standInProject } from '#services/standing';

/** Applies for an opening, or again after having withdrawn. */
export async function applyForOpening(
  ctx: Context,
  actor: Actor,
  input: { openingId: string; note: string; shares: boolean },
): Promise<{ id: string }> {
  return perform(ctx, actor, 'apply', async tx => {
    const opening = await lockOpening(tx, input.openingId);
    const earlier = await tx.db.findOneBy(Application, { openingId: opening.openingId, personId: actor.personId });
    const left = await seatsLeft(tx, opening);
    const profile = await tx.db.findOneByOrFail(Profile, { personId: actor.personId });
    const refusal = whyNotApply({
      openingState: opening.state,
      seatsLeft: left,
      isHidden: opening.hiddenAt !== null,
      notEligible: whyNotEligible(await requireProject(tx, opening.projectId), pathOf(profile, 'self')),
      openApplications: await countOpenApplications(tx, actor),
      isMember: (await findStandingInProject(tx, actor, opening.projectId)) !== null,
      application: earlier?.state ?? null,
      isPastClosing: isPastClosing(opening, tx.now()),
    });
    if (refusal) throw new Problem('conflict', refusal);
    if (input.shares) await shareWithLeads(tx, actor);
    const applicationId = earlier?.applicationId ?? tx.newId();
    const fresh = {
      note: input.note,
      state: left > 0 ? ('sent' as const) : ('waiting' as const),
      sentAt: tx.now(),
      seenAt: null,
      answeredAt: null,
      declineReason: null,
      declineNote: '',
    };
    if (earlier) await tx.db.update(Application, { applicationId }, fresh);
    else {
      const { openingId } = opening;
      await tx.db.insert(Application, { applicationId, openingId, personId: actor.personId, ...fresh });
    }
    tx.witness({ subjectKind: 'application', subjectId: applicationId, facts: { openingId: opening.openingId } });
    await tellLeads(tx, opening, actor.personId, 'applies', {
      kind: 'application-sent',
      about: `${applicationId}:${fresh.sentAt.getTime()}`,
    });
    return { id: applicationId };
  });
}

/** Who applied for an opening, best fit first, for its lead; that they were seen is remembered. */
export async function listApplicants(ctx: Context, actor: Actor, openingId: string) {
  const opening = await loadOpening(ctx, openingId);
  insist(whyNotLead(await standInProject(ctx, actor, opening.projectId)));
  const project = await requireProject(ctx, opening.projectId);
  const applications = await ctx.db.findBy(Application, { openingId });
  await markSeen(ctx, actor, opening, applications);
  return rankApplicants(ctx, opening, project, applications);
}

async function markSeen(
  ctx: Context,
  actor: Actor,
  opening: Opening,
  applications: readonly Application[],
): Promise<void> {
  const unseen = applications.filter(one => one.seenAt === null && one.state === 'sent');
  if (unseen.length === 0) return;
  await perform(ctx, actor, 'see-applications', async tx => {
    await tx.db.update(Application, { applicationId: In(unseen.map(one => one.applicationId)) }, { seenAt: tx.now() });
    for (const { applicationId, personId, sentAt } of unseen) {
      tx.witness({ subjectKind: 'application', subjectId: applicationId });
      await tellPerson(tx, personId, `Your application was seen: ${opening.title}`, {
        kind: 'application-seen',
        about: `${applicationId}:${sentAt.getTime()}`,
      });
    }
  });
}

/** How many of a person's applications wait for an answer. */
export async function countOpenApplications(ctx: Context, actor: Actor): Promise<number> {
  return ctx.db.countBy(Application, { personId: actor.personId, state: In(['sent', 'waiting', 'offered']) });
}

/** A person's own applications, newest first. */
export async function listMyApplications(ctx: Context, actor: Actor) {
  const applications = await ctx.db.find(Application, {
    where: { personId: actor.personId },
    order: { sentAt: 'DESC' },
  });
  const openings = await ctx.db.findBy(Opening, { openingId: In(applications.map(one => one.openingId)) });
  const projects = await ctx.db.findBy(Project, { projectId: In(openings.map(one => one.projectId)) });
  const leads = await leadsOf(
    ctx,
    projects.map(project => project.projectId),
  );
  return applications.flatMap(application => {
    const opening = openings.find(one => one.openingId === application.openingId);
    const project = projects.find(one => one.projectId === opening?.projectId);
    if (!opening || !project) return [];
    const leadName = leads.get(project.projectId) ?? '';
    return [{ ...application, openingTitle: opening.title, projectTitle: project.title, role: opening.role, leadName }];
  });
}

/** Withdraws one's own application, or declines somebody's as the lead. What is answered already stays answered. */
export async function answerApplication(
  ctx: Context,
  actor: Actor,
  input: {
    applicationId: string;
    state: 'withdrawn' | 'declined';
    reason: DeclineReason | null;
    note: string;
  },
): Promise<void> {
  await perform(ctx, actor, input.state === 'withdrawn' ? 'withdraw-application' : 'decline-application', async tx => {
    const application = await tx.db.findOne(Application, {
      where: { applicationId: input.applicationId },
      lock: { mode: 'pessimistic_write' },
    });
    const opening = application ? await loadOpening(tx, application.openingId) : null;
    const standing = opening ? await findStandingInProject(tx, actor, opening.projectId) : null;
    const isOwn = application?.personId === actor.personId;
    if (!application || (!isOwn && whyNotLead(standing) !== null)) {
      throw new Problem('not-found', 'There is no such application.');
    }
    if (input.state === 'withdrawn' && !isOwn) throw new Problem('forbidden', 'Only the applicant may withdraw.');
    if (input.state === 'declined') insist(whyNotLead(standing));
    if (application.state === input.state) return tx.changedNothing();
    if (application.state === 'accepted') throw new Problem('conflict', 'This application has led to a seat already.');
    await tx.db.update(
      Application,
      { applicationId: application.applicationId },
      {
        state: input.state,
        answeredAt: tx.now(),
        ...(input.state === 'declined' ? { declineReason: input.reason, declineNote: input.note } : {}),
      },
    );
    await tx.db.update(
      Offer,
      { openingId: application.openingId, personId: application.personId, state: 'open' },
      { state: 'withdrawn', answeredAt: tx.now() },
    );
    tx.witness({ subjectKind: 'application', subjectId: application.applicationId });
    if (opening) await tellOfAnswer(tx, actor, opening, application, input.state);
  });
}

async function tellOfAnswer(
  tx: DeedContext,
  actor: Actor,
  opening: Opening,
  { applicationId, personId, sentAt }: Application,
  state: 'withdrawn' | 'declined',
): Promise<void> {
  const about = `${applicationId}:${sentAt.getTime()}:${state}`;
  if (state === 'withdrawn') {
    await tellLeads(tx, opening, actor.personId, 'withdraws an application', { kind: 'application-sent', about });
    return;
  }
  const line = 'Other openings that fit you are on your home page.';
  await tellPerson(tx, personId, `Your application is declined: ${opening.title}`, {
    ...{ kind: 'application-declined', about, line },
  });
}
