import type { LetterHours } from '#core/notifications/settings';

const QUARTER_MS = 15 * 60_000;
/** Eight days hold each weekday and each hour, however clocks are changed. */
const MOST_QUARTERS = 8 * 24 * 4;

interface LocalHour {
  readonly weekday: number;
  readonly hour: number;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Reads instants as hours and weekdays of a place; a zone that nobody knows is read as UTC. */
function clockOf(timeZone: string): (at: number) => LocalHour {
  const options = { hour: 'numeric', weekday: 'short', hourCycle: 'h23' } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
  return at => {
    const parts = format.formatToParts(at);
    const part = (type: string) => parts.find(one => one.type === type)?.value ?? '';
    return { weekday: WEEKDAYS.indexOf(part('weekday')), hour: Number(part('hour')) };
  };
}

/** Whether an hour of the day is quiet; the hours may go over midnight. */
export function isQuiet(
  hour: number,
  { quietFrom, quietUntil }: Pick<LetterHours, 'quietFrom' | 'quietUntil'>,
): boolean {
  if (quietFrom === quietUntil) return false;
  if (quietFrom < quietUntil) return hour >= quietFrom && hour < quietUntil;
  return hour >= quietFrom || hour < quietUntil;
}

/**
 * When a letter about something that happened at `at` (milliseconds) may first leave: at once outside the quiet hours, else
 * when they end; with the day's or the week's letter at the hour of the digest, or when the quiet hours end after it.
 * Hours are those of the person's place, daylight saving included; other than at once, exact to a quarter of an hour.
 */
export function letterTime(rhythm: 'at-once' | 'daily' | 'weekly', at: number, hours: LetterHours): number {
  const clock = clockOf(hours.timeZone);
  const speaks = (instant: number) => !isQuiet(clock(instant).hour, hours);
  if (rhythm === 'at-once') return speaks(at) ? at : nextQuarter(at, speaks);
  const begins = nextQuarter(at, instant => {
    const { hour, weekday } = clock(instant);
    return hour === hours.digestHour && (rhythm === 'daily' || weekday === hours.digestWeekday);
  });
  return speaks(begins) ? begins : nextQuarter(begins, speaks);
}

/** The first full quarter of an hour after an instant at which something holds. */
function nextQuarter(after: number, holds: (instant: number) => boolean): number {
  const first = (Math.floor(after / QUARTER_MS) + 1) * QUARTER_MS;
  for (let quarter = 0; quarter < MOST_QUARTERS; quarter++) {
    const instant = first + quarter * QUARTER_MS;
    if (holds(instant)) return instant;
  }
  return first + MOST_QUARTERS * QUARTER_MS;
}
