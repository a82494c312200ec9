const DAY = 86_400_000;

/** A day as the number of days since 1970; NaN never: null for what is no day. */
function dayNumber(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) ? Math.round(at / DAY) : null;
}

export interface WorkDays {
  /** From the first to the last day, both included. */
  readonly all: number;
  /** Of these, days on which the person is away. */
  readonly away: number;
}

/**
 * The days from the beginning of some work to the day that it is due, and how many of them a person is away. Work that has begun is
 * counted from now on. Null without a due day, or when that lies behind us.
 *
 * Takes: the days as ISO dates, stretches away, now in milliseconds since 1970.
 */
export function workDays(
  work: { readonly startsOn?: string | null | undefined; readonly dueOn?: string | null | undefined },
  away: readonly { readonly from: string; readonly to: string }[],
  at: number,
): WorkDays | null {
  const today = Math.floor(at / DAY);
  const first = Math.max(today, (work.startsOn && dayNumber(work.startsOn)) || today);
  const last = work.dueOn ? dayNumber(work.dueOn) : null;
  if (last === null || last < first) return null;
  const gone = new Set<number>();
  for (const stretch of away) {
    const from = dayNumber(stretch.from);
    const to = dayNumber(stretch.to);
    if (from === null || to === null) continue;
    // Stretches may overlap: each day counts once.
    for (let day = Math.max(first, from); day <= Math.min(last, to); day++) gone.add(day);
  }
  return { all: last - first + 1, away: gone.size };
}
