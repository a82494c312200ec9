import { type Estimable, estimable, notEstimable } from '#core/estimable';

/** Whole events that a reported percentage stands for, and how many others would have been printed the same. */
export interface EventsFromPercent {
  readonly events: number;
  /** The fewest and the most events that round to the percentage. */
  readonly least: number;
  readonly most: number;
}

/**
 * Events from a percentage of persons as printed, with its decimals (12 for "12 %", 1 decimal for "12.5 %"). Several whole
 * numbers may print the same when there are many persons: the nearest is given, with the range. Not estimable:
 * `impossible-percentage` (outside 0 to 100, or no whole number of persons prints so), `numbers-missing`.
 * Source: Cochrane Handbook 6.5, section 6.4.2.
 */
export function eventsFromPercent(percent: number, persons: number, decimals: number): Estimable<EventsFromPercent> {
  if (!Number.isFinite(percent) || !(persons > 0)) return notEstimable('numbers-missing');
  if (percent < 0 || percent > 100) return notEstimable('impossible-percentage');
  const half = 0.5 * 10 ** -decimals;
  const slack = 1e-9;
  const least = Math.max(0, Math.ceil((persons * (percent - half)) / 100 - slack));
  const most = Math.min(persons, Math.floor((persons * (percent + half)) / 100 + slack));
  if (least > most) return notEstimable('impossible-percentage');
  const events = Math.min(most, Math.max(least, Math.round((persons * percent) / 100)));
  return estimable({ events, least, most });
}
