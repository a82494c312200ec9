import type { OutcomeKind } from '#core/extraction/vocabulary';
import type { Measure } from '#core/vocabulary';

/** A value with its interval, on the scale that people read (a ratio, a difference). */
export interface Bounded {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** What the data say of one analysis: all that suggestions, sentences and tables are made of. */
export interface Evidence {
  readonly outcomeKind: OutcomeKind;
  /** Hazard ratios are given ready made, and mean a risk where one is told. */
  readonly measure: Measure | 'HR';
  readonly measureTitle: string;
  readonly isRatio: boolean;
  /** Nothing is compared: a level of one group, a correlation, a change. It is told as it is, not as lower or higher. */
  readonly isOfOneGroup: boolean;
  /** Where there is no effect, on the scale that people read; null for a level, which has no such place. */
  readonly noEffect: number | null;
  readonly isLowerBetter: boolean;
  readonly unit: string;
  readonly k: number;
  readonly people: number | null;
  readonly events: number | null;
  /** Null where nothing could be pooled. */
  readonly effect: Bounded | null;
  readonly prediction: { readonly lower: number; readonly upper: number } | null;
  readonly iSquaredPercent: number | null;
  readonly tauSquared: number | null;
  readonly riskOfBias: {
    readonly judged: number;
    readonly high: number;
    /** Share of the weight that studies at high risk carry, 0 to 100. */
    readonly percentHigh: number;
    /** What is left without them; null where nothing is left or nothing is to be left out. */
    readonly withoutHigh: (Bounded & { readonly k: number }) | null;
  };
  /** Of the test for small-study effects; only with ten studies or more. */
  readonly smallStudyP: number | null;
  /** Risks of the comparator groups, study by study, 0 to 1. */
  readonly controlRisks: readonly number[];
  /** The smallest difference that matters, set in the protocol: per 1,000, or in units of the outcome. */
  readonly threshold: number | null;
}

/** Value below which a share of the values lies, by linear interpolation (type 7 of Hyndman & Fan 1996). */
export function quantileOf(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/** The risk without treatment that absolute effects are first told at: the middle of the studies. */
export function middleRisk({ controlRisks }: Evidence): number | null {
  const middle = quantileOf(controlRisks, 0.5);
  return middle !== null && middle > 0 && middle < 1 ? middle : null;
}
