import { notify } from '#services/notifications/notify';
import { nameOf } from '#services/notifications/people';
import type { DeedContext } from '#services/perform';

/** Tells one of the two what the other one did, once for each turn of the mentorship. */
export async function tellOfPair(
  tx: DeedContext,
  to: string,
  who: string,
  deed: string,
  about: {
    readonly mentorshipId: string;
    readonly kind: 'mentor-asked' | 'mentor-invited' | 'mentor-answered';
    readonly state?: string;
  },
): Promise<void> {
  await notify(tx, [to], {
    ...{ kind: about.kind, about: `${about.mentorshipId}:${about.state ?? 'first'}` },
    ...{ title: `${await nameOf(tx, who)} ${deed}`, link: `/mentoring?with=${about.mentorshipId}` },
  });
}
