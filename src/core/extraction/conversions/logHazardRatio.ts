import { normalQuantile } from '#core/numeric/distributions';

/** A log hazard ratio with its standard error, and the log-rank numbers behind it: variance V and observed - expected. */
export interface LogHazardRatio {
  readonly logHazardRatio: number;
  readonly standardError: number;
  readonly variance: number;
  readonly observedMinusExpected: number;
}

/**
 * From the log-rank numbers: (O - E)/V with standard error 1/sqrt(V).
 * Source of all: Parmar, Torri and Stewart (1998), doi:10.1002/(SICI)1097-0258(19981230)17:24<2815::AID-SIM110>3.0.CO;2-8;
 * Tierney et al. (2007), doi:10.1186/1745-6215-8-16.
 */
export function fromLogRank(observedMinusExpected: number, variance: number): LogHazardRatio {
  const logHazardRatio = observedMinusExpected / variance;
  return { logHazardRatio, standardError: 1 / Math.sqrt(variance), variance, observedMinusExpected };
}

/** From the hazard ratio and its interval. */
export function fromHazardRatioInterval(
  hazardRatio: number,
  lower: number,
  upper: number,
  percentConfidence: number,
): LogHazardRatio {
  const quantile = normalQuantile(0.5 + percentConfidence / 200);
  const standardError = Math.log(upper / lower) / (2 * quantile);
  return fromErrorOf(Math.log(hazardRatio), standardError);
}

/** From the hazard ratio and its two-sided p-value. */
export function fromHazardRatioP(hazardRatio: number, p: number): LogHazardRatio {
  const logHazardRatio = Math.log(hazardRatio);
  return fromErrorOf(logHazardRatio, Math.abs(logHazardRatio) / normalQuantile(p / 2, false));
}

function fromErrorOf(logHazardRatio: number, standardError: number): LogHazardRatio {
  const variance = 1 / standardError ** 2;
  return { logHazardRatio, standardError, variance, observedMinusExpected: logHazardRatio * variance };
}

/** What a log-rank p-value is known with: events of both arms, and for unequal arms the numbers randomised. */
export type EventsOfArms =
  | { readonly variance: 'events'; readonly events1: number; readonly events2: number }
  | {
      readonly variance: 'ratio';
      readonly events1: number;
      readonly events2: number;
      readonly persons1: number;
      readonly persons2: number;
    };

/** From the two-sided p-value of a log-rank test and the events; also gives z, negative when the treatment is better. */
export function fromLogRankP(
  p: number,
  events: EventsOfArms,
  direction: 'benefit' | 'harm',
): LogHazardRatio & { readonly z: number } {
  const { events1, events2 } = events;
  const variance =
    events.variance === 'events'
      ? (events1 * events2) / (events1 + events2)
      : ((events1 + events2) * events.persons1 * events.persons2) / (events.persons1 + events.persons2) ** 2;
  const z = (direction === 'benefit' ? -1 : 1) * normalQuantile(p / 2, false);
  return { z, ...fromLogRank(z * Math.sqrt(variance), variance) };
}
