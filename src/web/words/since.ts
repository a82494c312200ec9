import { day } from './day.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const MINUTE_MS = 60_000;

/** How long ago, as one says it: "just now", "12 min ago", "today, 08:12", "yesterday, 21:40", "20 November". */
export function since(instant: string, now: Date = new Date()): string {
  const then = new Date(instant);
  const minutes = Math.floor((now.getTime() - then.getTime()) / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (then.toDateString() === now.toDateString()) return `today, ${clock.format(then)}`;
  if (then.toDateString() === yesterday.toDateString()) return `yesterday, ${clock.format(then)}`;
  return day(then);
}
