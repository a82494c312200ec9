import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import type { Estimate } from '#core/reporting/forestData';
import { MEASURE_WORDS, type MeasureWords } from '#core/reporting/measureWords';
import { decimalText } from '#core/reporting/numbers';
import type { Analysis } from '#core/synthesis/analyse';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import { harmonicMean, transform } from '#core/synthesis/transformations';

type Measured = {
  readonly spec: { readonly measure: EffectMeasure };
  readonly studies: Analysis['studies'];
};

/**
 * The size behind a variance: n of the double arcsine, whose variance is 1 / (4n + 2); time of the average of two roots,
 * whose variance is 1 / (4t). Null for every other measure.
 */
function sizeBehind(measure: EffectMeasure, vi: number): number | null {
  if (measure === 'PFT') return (1 / vi - 2) / 4;
  return measure === 'IRFT' ? 1 / (4 * vi) : null;
}

/** Harmonic mean of the sizes of the pooled studies (of all with an effect, where none is pooled); null as above. */
function harmonicSize({ spec, studies }: Measured): number | null {
  const sizes = (onlyPooled: boolean) =>
    studies.flatMap(({ effect, weightPercent }) =>
      effect.estimable && !(onlyPooled && weightPercent === null)
        ? (sizeBehind(spec.measure, effect.value.vi) ?? [])
        : [],
    );
  const pooled = sizes(true);
  const counted = pooled.length > 0 ? pooled : sizes(false);
  return counted.length > 0 ? harmonicMean(counted) : null;
}

function scaleOfSize(measure: EffectMeasure, size: number): ScaleName {
  return measure === 'PFT' ? `double-arcsine ${size}` : `double-root ${size}`;
}

/**
 * What the measure of an analysis is called and how its numbers are turned back. Freeman and Tukey's scales are turned
 * back with the harmonic mean of the sizes of the pooled studies (Miller 1978, doi:10.2307/2683124), as transf.ipft.hm
 * of metafor does.
 */
export function measureOfAnalysis(analysis: Measured): MeasureWords {
  const words = MEASURE_WORDS[analysis.spec.measure];
  const size = harmonicSize(analysis);
  return size === null ? words : { ...words, scale: scaleOfSize(analysis.spec.measure, size) };
}

interface StudyEffect {
  readonly yi: number;
  readonly vi: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A study's effect where it stands on the analysis' scale. A study of Freeman and Tukey's scales is turned back with its
 * own size, so that 3 of 20 are shown as 0.15 beside whatever others: its numbers are moved to where the scale says so.
 */
export function effectOnScale(
  { yi, vi, lower, upper }: StudyEffect,
  measure: EffectMeasure,
  scale: ScaleName,
): Estimate {
  const size = sizeBehind(measure, vi);
  if (size === null) return { estimate: yi, lower, upper };
  const { show } = displayScale(scaleOfSize(measure, size));
  const all = [Number(scale.split(' ')[1])];
  const moved = (value: number) =>
    measure === 'PFT' ? transform('pft', show(value), { persons: all }) : transform('irft', show(value), { time: all });
  return { estimate: moved(yi), lower: moved(lower), upper: moved(upper) };
}

/** How the pooled effect was turned back, where that is a choice; null where it isn't. */
export function turnedBackSentence(analysis: Measured): string | null {
  const size = harmonicSize(analysis);
  if (size === null) return null;
  const [what, sizes] =
    analysis.spec.measure === 'PFT' ? ['double arcsine', 'sample sizes'] : ['average of two roots', 'times at risk'];
  return `The pooled ${what} was turned back with the harmonic mean of the studies’ ${sizes}, ${decimalText(size, 1)}.`;
}

/** The pooled numbers as people read them, for a file; null where nothing is pooled. */
export function shownNumbers(
  { pooled, predictionInterval }: Pick<Analysis, 'pooled' | 'predictionInterval'>,
  { title, scale }: MeasureWords,
) {
  if (!pooled.estimable) return null;
  const { show } = displayScale(scale);
  const ends = ({ lower, upper }: { readonly lower: number; readonly upper: number }) => ({
    lower: show(lower),
    upper: show(upper),
  });
  return {
    measure: title,
    scale,
    estimate: show(pooled.value.estimate),
    ...ends(pooled.value),
    prediction: predictionInterval.estimable ? ends(predictionInterval.value) : null,
  };
}
