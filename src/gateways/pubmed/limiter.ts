/** Lets requests through one by one, so far apart as PubMed asks. */
export interface Limiter {
  /** Resolves when the next request may go out. */
  readonly acquire: () => Promise<void>;
  /** PubMed asked to wait: nobody who shares the limiter asks again before then. */
  readonly defer: (milliseconds: number) => Promise<void>;
}

export interface LimiterClock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const systemClock: LimiterClock = {
  now: () => Date.now(),
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
};

/** Spacing within this process alone; where several processes ask, use the database's. */
export function createProcessLimiter(perSecond: number, clock: LimiterClock = systemClock): Limiter {
  const spacing = spacingOf(perSecond);
  let nextFree = 0;
  return {
    acquire: async () => {
      const now = clock.now();
      const slot = Math.max(now, nextFree);
      nextFree = slot + spacing;
      if (slot > now) await clock.sleep(slot - now);
    },
    defer: async milliseconds => {
      nextFree = Math.max(nextFree, clock.now() + milliseconds);
    },
  };
}

/** Milliseconds between two requests; a tenth more than the bare share, since the counting window is PubMed's. */
export function spacingOf(perSecond: number): number {
  if (!(perSecond > 0)) throw new RangeError(`spacingOf: ${perSecond} requests a second let nothing through`);
  return Math.ceil(1100 / perSecond);
}
