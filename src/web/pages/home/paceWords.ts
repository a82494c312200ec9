import type { HomeTeams } from './useHomeParts.ts';

export type Load = HomeTeams['workloads'][number];

const DAY_MS = 86_400_000;
const QUIET_DAYS = 4;

/** For how many days somebody with open work has made no decision; null where that is not long. */
export function stoodStill({ lastAt }: Load, now: number): number | null {
  const days = lastAt === null ? 0 : Math.floor((now - Date.parse(lastAt)) / DAY_MS);
  return days >= QUIET_DAYS ? days : null;
}

/** What is known of somebody's pace, without blame: what the day would ask, or since when there was no decision. */
export function paceWords(load: Load, now: number): { readonly text: string; readonly isBehind: boolean } {
  const { given, done, dueOn, lastAt, perDay } = load;
  const quiet = stoodStill(load, now);
  if (quiet !== null) return { text: `no decision for ${quiet} days`, isBehind: true };
  if (dueOn === null) return { text: lastAt === null ? 'not begun' : '', isBehind: false };
  const days = Math.max(1, Math.ceil((Date.parse(`${dueOn}T23:59:59`) - now) / DAY_MS));
  const needed = Math.ceil((given - done) / days);
  if (needed > Math.max(1, perDay)) return { text: `needs ${needed} a day`, isBehind: true };
  return { text: 'on time', isBehind: false };
}
