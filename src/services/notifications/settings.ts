import { KINDS, NOTIFICATION_KINDS, type NotificationKind } from '#core/notifications/kinds';
import { choiceOf, type KindChoice, USUAL_HOURS } from '#core/notifications/settings';
import { Problem } from '#core/problem';
import { Letter } from '#entities/Letter';
import { NotificationSettings } from '#entities/NotificationSettings';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';

/** Where nobody has said where they are, letters keep to the hours of Greenwich. */
const USUAL_ZONE = 'UTC';

/** What a person wants to be told, and how; what they did not choose stands as it usually is. */
export async function readSettings(ctx: Context, actor: Actor) {
  const { personId } = actor;
  const saved = await ctx.db.findOneBy(NotificationSettings, { personId });
  const profile = await ctx.db.findOneBy(Profile, { personId });
  const person = await ctx.db.findOneByOrFail(Person, { personId });
  const { quietFrom, quietUntil, digestHour, digestWeekday } = saved ?? USUAL_HOURS;
  return {
    ...{ quietFrom, quietUntil, digestHour, digestWeekday },
    timeZone: profile?.timeZone ?? USUAL_ZONE,
    hasTimeZone: profile?.timeZone != null,
    email: person.email,
    isMailConfigured: ctx.mail.isConfigured,
    isMailOff: saved?.isMailOff ?? false,
    kinds: NOTIFICATION_KINDS.map(kind => ({
      ...{ kind, topic: KINDS[kind].topic, name: KINDS[kind].name },
      ...choiceOf(saved?.choices ?? {}, kind),
    })),
  };
}

export interface SettingsInput {
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly digestHour: number;
  readonly digestWeekday: number;
  readonly isMailOff: boolean;
  readonly choices: Readonly<Partial<Record<NotificationKind, KindChoice>>>;
}

/** Keeps them; the same again changes nothing. Kinds that aren't named stay as they were. */
export async function saveSettings(ctx: Context, actor: Actor, input: SettingsInput): Promise<void> {
  const { personId } = actor;
  await perform(ctx, actor, 'save-notification-settings', async tx => {
    const stood = await tx.db.findOneBy(NotificationSettings, { personId });
    const choices = { ...stood?.choices, ...input.choices };
    const next = { ...input, choices };
    if (stood && isSame(stood, next)) return tx.changedNothing();
    await tx.db.upsert(NotificationSettings, { personId, ...next, savedAt: tx.now() }, ['personId']);
    tx.witness({ subjectKind: 'person', subjectId: personId });
  });
}

function isSame(stood: NotificationSettings, next: SettingsInput): boolean {
  const plain = ({ quietFrom, quietUntil, digestHour, digestWeekday, isMailOff, choices }: SettingsInput) =>
    JSON.stringify([
      ...[quietFrom, quietUntil, digestHour, digestWeekday, isMailOff],
      NOTIFICATION_KINDS.map(kind => [choices[kind]?.isOnPage, choices[kind]?.mail]),
    ]);
  return plain(stood) === plain(next);
}

/** Stops all letters of notifications, for whoever holds the link of one. A second click changes nothing. */
export async function stopLetters(ctx: Context, token: string): Promise<void> {
  const letter = await ctx.db.findOneBy(Letter, { unsubscribeHash: ctx.sha256(token) });
  if (!letter) {
    throw new Problem('not-found', 'This link is no longer known. Use the one in the newest letter, or sign in.');
  }
  const { personId } = letter;
  await perform(ctx, { personId }, 'stop-letters', async tx => {
    const stood = await tx.db.findOneBy(NotificationSettings, { personId });
    if (stood?.isMailOff) return tx.changedNothing();
    await tx.db.upsert(
      NotificationSettings,
      { ...USUAL_HOURS, ...stood, personId, isMailOff: true, savedAt: tx.now() },
      ['personId'],
    );
    await tx.db.query("update notifications set mail = 'off' where person_id = $1 and letter_id is null", [personId]);
    tx.witness({ subjectKind: 'person', subjectId: personId });
  });
}
