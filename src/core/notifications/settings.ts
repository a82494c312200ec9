import { KINDS, type MailRhythm, type NotificationKind } from '#core/notifications/kinds';

export interface KindChoice {
  readonly isOnPage: boolean;
  readonly mail: MailRhythm;
}

/** When letters may reach a person, in the hours of their own place. */
export interface LetterHours {
  readonly timeZone: string;
  /** Hours of the day, 0 to 23; the same twice means that no hour is quiet. From 22 until 7 goes over midnight. */
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly digestHour: number;
  /** 0 is Sunday. */
  readonly digestWeekday: number;
}

/** What holds for who has chosen nothing: quiet at night, letters of the day at eight, of the week on Monday. */
export const USUAL_HOURS: Omit<LetterHours, 'timeZone'> = {
  quietFrom: 22,
  quietUntil: 7,
  digestHour: 8,
  digestWeekday: 1,
};

/** How a kind reaches a person: as they chose, or as it usually does. */
export function choiceOf(
  choices: Readonly<Partial<Record<NotificationKind, KindChoice>>>,
  kind: NotificationKind,
): KindChoice {
  return choices[kind] ?? { isOnPage: true, mail: KINDS[kind].mail };
}
