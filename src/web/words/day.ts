const withoutYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const shortWithoutYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const shortWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/**
 * A day in the reader's zone: "23 November", with the year only if it isn't this one; `short` gives "23 Nov".
 * Takes a Date, an instant (`2026-11-23T08:00:00Z`), or a plain day (`2026-11-23`), which belongs to no zone.
 */
export function day(when: Date | string, length: 'long' | 'short' = 'long'): string {
  const date = asDate(when);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  if (length === 'short') return (isThisYear ? shortWithoutYear : shortWithYear).format(date);
  return (isThisYear ? withoutYear : withYear).format(date);
}

function asDate(when: Date | string): Date {
  if (typeof when !== 'string') return when;
  // `new Date('2026-11-23')` would be midnight in Greenwich: the day before, west of it.
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when);
  return plain ? new Date(Number(plain[1]), Number(plain[2]) - 1, Number(plain[3])) : new Date(when);
}
