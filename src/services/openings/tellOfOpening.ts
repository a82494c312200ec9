import type { NotificationKind } from '#core/notifications/kinds';
import type { Application } from '#entities/Application';
import type { Opening } from '#entities/Opening';
import { notify } from '#services/notifications/notify';
import { membersWith, nameOf } from '#services/notifications/people';
import type { DeedContext } from '#services/perform';

/** What is told of an opening: to the leads of its project, or to the person whom it concerns. */
interface OfOpening {
  readonly kind: NotificationKind;
  readonly about: string;
  readonly line?: string;
}

/** Tells the leads what somebody did about an opening of theirs; the title begins with that person's name. */
export async function tellLeads(
  tx: DeedContext,
  opening: Opening,
  who: string,
  deed: string,
  news: OfOpening,
): Promise<void> {
  const leads = await membersWith(tx, opening.projectId, ['lead'], who);
  await notify(tx, leads, {
    ...news,
    title: `${await nameOf(tx, who)} ${deed}: ${opening.title}`,
    link: `/openings/${opening.openingId}/applicants`,
  });
}

/** Tells those whose applications begin to wait for a seat, or wait no longer. */
export async function tellWaiting(
  tx: DeedContext,
  opening: Opening,
  applications: readonly Application[],
  what: 'There is a seat again' | 'All seats are taken, you are on the waiting list',
): Promise<void> {
  for (const { applicationId, personId } of applications) {
    await tellPerson(tx, personId, `${what}: ${opening.title}`, {
      ...{ kind: 'application-waits', about: `${applicationId}:${tx.now().toISOString()}` },
    });
  }
}

/** Tells an applicant, or who is offered a seat. Offers are answered on the home page, applications have a page. */
export async function tellPerson(
  tx: DeedContext,
  personId: string,
  title: string,
  news: OfOpening & { readonly link?: string },
): Promise<void> {
  await notify(tx, [personId], { link: '/applications', ...news, title });
}
