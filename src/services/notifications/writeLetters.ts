import { In } from 'typeorm';
import { letterTime } from '#core/notifications/letterTime';
import { type LetterHours, USUAL_HOURS } from '#core/notifications/settings';
import { Letter } from '#entities/Letter';
import { NotificationSettings } from '#entities/NotificationSettings';
import { Profile } from '#entities/Profile';
import type { Context } from '#services/context';
import { perform } from '#services/perform';

interface Waiting {
  readonly person_id: string;
  readonly mail: 'at-once' | 'daily' | 'weekly';
  readonly oldest: Date;
}

/**
 * Puts what waits to be told by mail into letters, for whom it is time: at once outside their quiet hours, else with the
 * letter of their day or week. What was read on the page meanwhile is told by no letter. Any worker may call it, also two
 * at once: a notification is in one letter. Gives how many letters were written.
 */
export async function writeLetters(ctx: Context): Promise<number> {
  const waiting: Waiting[] = await ctx.db.query(
    `select told.person_id, told.mail, min(told.at) as oldest
     from notifications told join persons person on person.person_id = told.person_id
     where told.letter_id is null and told.mail <> 'off' and told.read_at is null and person.email not like '%.invalid'
     group by told.person_id, told.mail`,
  );
  const hours = await hoursOf(ctx, [...new Set(waiting.map(one => one.person_id))]);
  const now = ctx.now().getTime();
  let written = 0;
  for (const { person_id: personId, mail, oldest } of waiting) {
    const mine = hours.get(personId) ?? { ...USUAL_HOURS, timeZone: 'UTC' };
    const isTime = letterTime(mail, oldest.getTime(), mine) <= now && letterTime('at-once', now, mine) === now;
    if (isTime && (await writeLetter(ctx, personId, mail))) written++;
  }
  return written;
}

async function hoursOf(ctx: Context, personIds: readonly string[]): Promise<ReadonlyMap<string, LetterHours>> {
  const saved = await ctx.db.findBy(NotificationSettings, { personId: In([...personIds]) });
  const profiles = await ctx.db.findBy(Profile, { personId: In([...personIds]) });
  return new Map(
    personIds.map(personId => {
      const { quietFrom, quietUntil, digestHour, digestWeekday } =
        saved.find(one => one.personId === personId) ?? USUAL_HOURS;
      const timeZone = profiles.find(one => one.personId === personId)?.timeZone ?? 'UTC';
      return [personId, { timeZone, quietFrom, quietUntil, digestHour, digestWeekday }] as const;
    }),
  );
}

async function writeLetter(ctx: Context, personId: string, mail: Waiting['mail']): Promise<boolean> {
  return perform(ctx, null, 'write-letter', async tx => {
    const letterId = tx.newId();
    const told: unknown[] = await tx.db.query(
      `with told as (update notifications set letter_id = $3
         where person_id = $1 and mail = $2 and letter_id is null and read_at is null returning 1) select 1 from told`,
      [personId, mail, letterId],
    );
    if (told.length === 0) {
      tx.changedNothing();
      return false;
    }
    const now = tx.now();
    await tx.db.insert(Letter, {
      ...{ letterId, personId, state: 'waiting', tries: 0, nextTryAt: now, unsubscribeHash: null },
      ...{ writtenAt: now, sentAt: null },
    });
    tx.witness({ subjectKind: 'letter', subjectId: letterId, facts: { notifications: told.length } });
    return true;
  });
}
