import { createEvents, type EventAttributes } from 'ics';

/** An entry of a calendar: at an instant for some minutes, or on a whole day (`2026-11-30`). */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly at: { readonly startsAt: Date; readonly minutes: number } | { readonly onDay: string };
  readonly place: string;
  readonly description: string;
}

/** A calendar file (RFC 5545) as text. Entries keep their id, so that a file read again moves what it moved. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const events = entries.map(({ id, title, at, place, description }): EventAttributes => {
    const shared = {
      uid: `${id}@pooled`,
      title,
      calName: name,
      description,
      ...(place === '' ? {} : { location: place }),
    };
    if ('onDay' in at) {
      const [year = 0, month = 1, day = 1] = at.onDay.split('-').map(Number);
      return { ...shared, start: [year, month, day], duration: { days: 1 } };
    }
    const start = at.startsAt;
    return {
      ...shared,
      start: [
        start.getUTCFullYear(),
        start.getUTCMonth() + 1,
        start.getUTCDate(),
        start.getUTCHours(),
        start.getUTCMinutes(),
      ],
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { minutes: at.minutes },
    };
  });
  if (events.length === 0) {
    return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pooled//EN', `X-WR-CALNAME:${name}`, 'END:VCALENDAR', ''].join(
      '\r\n',
    );
  }
  const { error, value } = createEvents(events);
  if (error || !value) throw new RangeError('calendarFile: an entry can’t be written', { cause: error });
  return foldedByOctets(value);
}

const MOST_OCTETS = 75;

/** RFC 5545 folds lines at 75 octets, the library at 75 letters: an apostrophe of print has three octets. */
function foldedByOctets(text: string): string {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(line => {
      const lines = [''];
      for (const letter of line) {
        const last = lines.length - 1;
        const longer = `${lines[last]}${letter}`;
        // A letter is never cut in two; each line after the first begins with a space.
        if (Buffer.byteLength(longer) > MOST_OCTETS) lines.push(` ${letter}`);
        else lines[last] = longer;
      }
      return lines.join('\r\n');
    })
    .join('\r\n');
}
