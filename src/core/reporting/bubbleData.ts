import type { ScaleName } from '#core/reporting/displayScale';
import type { Bounds } from '#core/reporting/forestData';

export interface BubblePoint {
  readonly studyId: string;
  readonly label: string;
  readonly moderator: number;
  /** On the analysis scale. */
  readonly estimate: number;
  /** Share of the weight of the model with moderators, 0 to 100. */
  readonly weightPercent: number;
}

/** The model at one value of the moderator, on the analysis scale. */
export interface BubbleCurvePoint extends Bounds {
  readonly moderator: number;
  readonly estimate: number;
  /** Where the effect of a new study may lie. */
  readonly prediction?: Bounds;
}

export interface BubbleData {
  readonly measure: string;
  readonly scale: ScaleName;
  readonly noEffect: number | null;
  /** `Absolute latitude of the trial, degrees`. */
  readonly moderator: string;
  readonly points: readonly BubblePoint[];
  /** In rising order of the moderator, from the least to the greatest value in the data: never beyond. */
  readonly curve: readonly BubbleCurvePoint[];
}
