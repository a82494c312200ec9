import { In } from 'typeorm';
import type { NotificationKind } from '#core/notifications/kinds';
import { choiceOf } from '#core/notifications/settings';
import { NotificationSettings } from '#entities/NotificationSettings';
import type { DeedContext } from '#services/perform';

/** Something to tell. It must hold nothing that one of those told may not know: whoever tells asks the policies first. */
export interface News {
  readonly kind: NotificationKind;
  /** What it is about: the same person is told the same of the same thing once. */
  readonly about: string;
  readonly title: string;
  readonly line?: string;
  /** A path of this installation. */
  readonly link: string;
  /** It has a letter of its own, so that no second one tells it. */
  readonly isMailed?: boolean;
}

/**
 * Tells people something, in the transaction of the deed that it follows from: without the deed nobody is told, and with it
 * nobody is forgotten. Each person's own choices say whether it reaches page, letter, both or neither. Gives how many were
 * told now; who has been told already is not told again.
 */
export async function notify(tx: DeedContext, to: readonly string[], news: News): Promise<number> {
  const personIds = [...new Set(to)];
  if (personIds.length === 0) return 0;
  const saved = await tx.db.findBy(NotificationSettings, { personId: In(personIds) });
  const told = personIds.flatMap(personId => {
    const settings = saved.find(one => one.personId === personId);
    const { isOnPage, mail } = choiceOf(settings?.choices ?? {}, news.kind);
    // Without a mail server letters would wait, and come years late on the day when there is one.
    const letters = news.isMailed || settings?.isMailOff || !tx.mail.isConfigured ? 'off' : mail;
    return isOnPage || letters !== 'off' ? [{ personId, isOnPage, mail: letters }] : [];
  });
  if (told.length === 0) return 0;
  const rows: unknown[] = await tx.db.query(
    `insert into notifications (person_id, notification_id, kind, about_key, title, line, link, at, is_on_page, mail)
     select person_id, notification_id, $1, $2, $3, $4, $5, $6::timestamptz, is_on_page, mail
     from unnest($7::uuid[], $8::uuid[], $9::boolean[], $10::text[]) as told (person_id, notification_id, is_on_page, mail)
     on conflict (person_id, kind, about_key) do nothing returning person_id`,
    [
      ...[news.kind, news.about, news.title, news.line ?? '', news.link, tx.now()],
      ...[told.map(one => one.personId), told.map(() => tx.newId())],
      ...[told.map(one => one.isOnPage), told.map(one => one.mail)],
    ],
  );
  return rows.length;
}
