import type { CheckInRhythm } from '#core/people/vocabulary';

const DAY_MS = 86_400_000;
const WEEKS_OF_NINE_MONTHS = 39;
const WEEKLY_FOR = 6;
const MONTH_IN_WEEKS = 4;
const FACULTY_MONTHS = [1, 3, 6] as const;

/**
 * The days of check-ins, first to last. Takes the first day as `YYYY-MM-DD` and, for an own rhythm, how many weeks lie
 * between two meetings (1 to 13). Weekly, then monthly: six in six weeks, then every fourth week up to nine months.
 * Months 1, 3 and 6: counted from the first day, on which nobody meets yet.
 */
export function checkInSchedule(rhythm: CheckInRhythm, startsOn: string, everyWeeks = 2): readonly string[] {
  switch (rhythm) {
    case 'weekly-then-monthly':
      return [...range(0, WEEKLY_FOR - 1, 1), ...range(2 * MONTH_IN_WEEKS, WEEKS_OF_NINE_MONTHS, MONTH_IN_WEEKS)].map(
        weeks => plusDays(startsOn, 7 * weeks),
      );
    case 'months-1-3-6':
      return FACULTY_MONTHS.map(months => plusMonths(startsOn, months));
    case 'own':
      return range(0, WEEKS_OF_NINE_MONTHS, everyWeeks).map(weeks => plusDays(startsOn, 7 * weeks));
  }
}

function range(from: number, to: number, step: number): number[] {
  if (!(step >= 1)) throw new RangeError(`checkInSchedule: a step of ${step} weeks never ends`);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, place) => from + place * step);
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
