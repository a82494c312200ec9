export interface QueryDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const DATE = /^(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?$/;
const RELATIVE = /^last\s+(\d+)\s+(day|days|month|months|year|years)$/i;

/** A date as PubMed takes it, `YYYY`, `YYYY/MM` or `YYYY/MM/DD`; null when it is none. */
export function readQueryDate(text: string): QueryDate | null {
  const match = DATE.exec(text.trim());
  if (!match) return null;
  const [, year = '', month, day] = match;
  const date = { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
  if (date.month !== null && (date.month < 1 || date.month > 12)) return null;
  if (date.day !== null && (date.day < 1 || date.day > daysIn(date.year, date.month ?? 1))) return null;
  return date;
}

/** `last 5 years`, `last 90 days`. */
export function isRelativeDate(text: string): boolean {
  return RELATIVE.test(text.trim());
}

/** The first and the last day that a date with missing parts may mean, as numbers that sort (20240131). */
export function daysOf(date: QueryDate): { first: number; last: number } {
  const number = (month: number, day: number) => date.year * 10000 + month * 100 + day;
  const lastMonth = date.month ?? 12;
  return {
    first: number(date.month ?? 1, date.day ?? 1),
    last: number(lastMonth, date.day ?? daysIn(date.year, lastMonth)),
  };
}

/** `2024/01/31`, with as many parts as the date has. */
export function writeQueryDate(date: QueryDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [String(date.year).padStart(4, '0'), ...[date.month, date.day].filter(part => part !== null).map(two)].join(
    '/',
  );
}

/** The day so many days, months or years before a day, both as numbers such as 20240131. */
export function earlierDay(from: number, count: number, unit: string): number {
  const [year, month, day] = [Math.floor(from / 10000), Math.floor(from / 100) % 100, from % 100];
  if (unit === 'day') {
    let left = count;
    let at = { year, month, day };
    while (left >= at.day) {
      left -= at.day;
      const before = at.month === 1 ? { year: at.year - 1, month: 12 } : { year: at.year, month: at.month - 1 };
      at = { ...before, day: daysIn(before.year, before.month) };
    }
    return at.year * 10000 + at.month * 100 + at.day - left;
  }
  const months = year * 12 + month - 1 - (unit === 'year' ? count * 12 : count);
  const landed = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return landed.year * 10000 + landed.month * 100 + Math.min(day, daysIn(landed.year, landed.month));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
