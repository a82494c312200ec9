import { type Estimable, estimable, notEstimable } from '#core/estimable';

/** What a report gives of a skewed measurement; what isn't reported is null. */
export interface ReportedQuantiles {
  readonly minimum: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly maximum: number | null;
  readonly persons: number;
}

interface Centre {
  readonly median: number;
  readonly persons: number;
}
interface Range {
  readonly minimum: number;
  readonly maximum: number;
}
interface Quartiles {
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

/** The three situations of the literature: median with range (S1), with quartiles (S2), with both (S3). */
export type QuantileSummary =
  | ({ readonly scenario: 'S1' } & Centre & Range)
  | ({ readonly scenario: 'S2' } & Centre & Quartiles)
  | ({ readonly scenario: 'S3' } & Centre & Range & Quartiles);

/**
 * Which of the three situations a report is in. Not estimable: `no-median`, `neither-range-nor-quartiles`,
 * `too-few-persons` (fewer than two), `quantiles-out-of-order` (a slip of the pen, or of the eye).
 */
export function quantileSummary(reported: ReportedQuantiles): Estimable<QuantileSummary> {
  const { minimum, lowerQuartile, median, upperQuartile, maximum, persons } = reported;
  if (median === null) return notEstimable('no-median');
  if (!(persons >= 2)) return notEstimable('too-few-persons');
  const inOrder = [minimum, lowerQuartile, median, upperQuartile, maximum].filter(value => value !== null);
  if (inOrder.some((value, i) => i > 0 && !(value >= (inOrder[i - 1] ?? value)))) {
    return notEstimable('quantiles-out-of-order');
  }
  const range = minimum !== null && maximum !== null ? { minimum, maximum } : null;
  const quartiles = lowerQuartile !== null && upperQuartile !== null ? { lowerQuartile, upperQuartile } : null;
  const centre = { median, persons };
  if (range && quartiles) return estimable({ scenario: 'S3', ...centre, ...range, ...quartiles });
  if (range) return estimable({ scenario: 'S1', ...centre, ...range });
  if (quartiles) return estimable({ scenario: 'S2', ...centre, ...quartiles });
  return notEstimable('neither-range-nor-quartiles');
}

/** The same situation after a monotone change of scale. */
export function onScale(summary: QuantileSummary, change: (value: number) => number): QuantileSummary {
  const median = change(summary.median);
  const range = 'minimum' in summary ? { minimum: change(summary.minimum), maximum: change(summary.maximum) } : null;
  const quartiles =
    'lowerQuartile' in summary
      ? { lowerQuartile: change(summary.lowerQuartile), upperQuartile: change(summary.upperQuartile) }
      : null;
  const { persons } = summary;
  if (range && quartiles) return { scenario: 'S3', median, persons, ...range, ...quartiles };
  if (range) return { scenario: 'S1', median, persons, ...range };
  if (quartiles) return { scenario: 'S2', median, persons, ...quartiles };
  throw new TypeError('onScale: a summary has a range or quartiles');
}
