const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;

/** How many times a letter is tried before it is given up: over more than a day. */
export const MOST_TRIES = 10;

/** How long to wait after the nth failed try (from 1): a minute, doubled each time, at most six hours. */
export function retryDelay(tries: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, tries - 1));
}
