import type { Context } from '#services/context';
import { conflictsWaiting, pilotsFinished } from '#services/notifications/dueInReviews';
import { appraisalsWaiting, extractionWaiting } from '#services/notifications/dueInStudies';
import {
  checkInsDue,
  eventsDue,
  goalsDue,
  offersEnding,
  openingsFound,
  ranksDue,
} from '#services/notifications/duePeople';
import { agreementsDue, outreachDue, workDue } from '#services/notifications/dueWork';
import { type Due, remind } from '#services/notifications/remind';

/** What may be due, each found anew at every turn. */
const SOURCES: Readonly<Record<string, (ctx: Context) => Promise<Due[]>>> = {
  ...{ workDue, agreementsDue, outreachDue },
  ...{ checkInsDue, goalsDue, eventsDue, offersEnding, openingsFound, ranksDue },
  ...{ conflictsWaiting, pilotsFinished, extractionWaiting, appraisalsWaiting },
};

/** Gives every reminder that is due. One source that fails holds up no other one. Gives how many were told. */
export async function giveReminders(ctx: Context): Promise<number> {
  let told = 0;
  for (const [name, find] of Object.entries(SOURCES)) {
    try {
      told += await remind(ctx, await find(ctx));
    } catch (error) {
      ctx.log.error({ err: error, source: name }, 'reminders of one kind failed and will be tried again');
    }
  }
  return told;
}
