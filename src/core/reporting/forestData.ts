import type { Judgement } from '#core/appraisal/judgements';
import type { ScaleName } from '#core/reporting/displayScale';

/** An interval on the analysis scale. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A point with its interval, on the analysis scale: logarithms for ratios. */
export interface Estimate extends Bounds {
  readonly estimate: number;
}

export interface ForestRow {
  readonly studyId: string;
  readonly label: string;
  /** What each arm reported, as text: one cell for each of the figure's arm columns. */
  readonly cells?: readonly string[];
  /** None when it can't be computed; then `because` says why, in words. */
  readonly effect: Estimate | null;
  readonly because?: string;
  /** Share of the whole model's weight, 0 to 100; none for a study that isn't pooled. */
  readonly weightPercent: number | null;
  /** What stands in the last column where the figure has one of its own in place of weights. */
  readonly lastCell?: string;
  readonly riskOfBias?: Judgement;
  /** Whether its numbers were converted from what was reported; marked with a dagger. */
  readonly isConverted?: boolean;
}

export interface ForestSummary {
  readonly label: string;
  readonly cells?: readonly string[];
  readonly effect: Estimate | null;
  readonly because?: string;
  readonly weightPercent: number | null;
  readonly lastCell?: string;
}

export interface ForestGroup {
  /** None for a figure without subgroups. */
  readonly label?: string;
  readonly rows: readonly ForestRow[];
  readonly subtotal?: ForestSummary;
}

export interface ArmColumn {
  readonly title: string;
  /** Second line of the head: `events / total`. */
  readonly unit: string;
}

/** Everything on a forest plot, as plain data. Numbers are on the analysis scale; the figure turns them back. */
export interface ForestData {
  /** `Risk ratio`. */
  readonly measure: string;
  readonly scale: ScaleName;
  /** Where there is no effect, on the analysis scale; none for measures of one group. */
  readonly noEffect: number | null;
  /** Confidence level of all intervals, 0 to 1. */
  readonly level: number;
  readonly armColumns: readonly ArmColumn[];
  /** What a row is, where it isn't a study. */
  readonly rowHead?: string;
  /** In place of weights, where a row isn't a study but a pooled result. Marks are then all of one size. */
  readonly lastColumn?: ArmColumn;
  readonly groups: readonly ForestGroup[];
  readonly pooled?: ForestSummary;
  readonly prediction?: Bounds;
  /** Why there is no prediction interval, in words, where one was asked for. */
  readonly predictionBecause?: string;
  /** What lies left and right of no effect: `BCG`, `no vaccine`. */
  readonly favours?: { readonly left: string; readonly right: string };
  /** Lower left: heterogeneity, test between groups. */
  readonly heterogeneity: readonly string[];
  /** Lower right: estimator and interval method. */
  readonly method: readonly string[];
  readonly footnotes?: readonly string[];
}
