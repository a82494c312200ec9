import type { SearchRhythm } from '#core/vocabulary';

const DAY = 86_400_000;

/** When a search runs again: a week later, or on the same day of the next month (its last day where it is shorter). */
export function nextRunOf(rhythm: SearchRhythm, from: Date): Date | null {
  if (rhythm === 'never') return null;
  if (rhythm === 'weekly') return new Date(from.getTime() + 7 * DAY);
  const next = new Date(from);
  next.setUTCMonth(from.getUTCMonth() + 1);
  // The 31st of a shorter month runs over into the one behind it.
  if (next.getUTCDate() !== from.getUTCDate()) next.setUTCDate(0);
  return next;
}
