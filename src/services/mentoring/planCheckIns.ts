import { checkInSchedule } from '#core/mentoring/checkInSchedule';
import type { CheckInRhythm } from '#core/people/vocabulary';
import { CheckIn } from '#entities/CheckIn';
import type { DeedContext } from '#services/perform';

/** Plans all check-ins of a rhythm at once, to be moved one by one. Gives how many they are. */
export async function planCheckIns(
  tx: DeedContext,
  mentorshipId: string,
  plan: { readonly rhythm: CheckInRhythm; readonly startsOn: string; readonly everyWeeks: number },
): Promise<number> {
  const days = checkInSchedule(plan.rhythm, plan.startsOn, plan.everyWeeks);
  await tx.db.insert(
    CheckIn,
    days.map(onDay => ({
      ...{ checkInId: tx.newId(), mentorshipId, onDay, startsAt: null, place: '' },
      ...{ state: 'planned' as const, agenda: {} },
    })),
  );
  return days.length;
}
