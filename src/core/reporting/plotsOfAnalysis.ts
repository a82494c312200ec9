import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { BaujatData } from '#core/reporting/baujatFigure';
import type { DoiData } from '#core/reporting/doiFigure';
import type { DraperyData } from '#core/reporting/draperyFigure';
import type { DrawnAnalysis } from '#core/reporting/forestOfAnalysis';
import type { GoshData } from '#core/reporting/goshFigure';
import { measureOfAnalysis } from '#core/reporting/measureOfAnalysis';
import type { MeasureWords } from '#core/reporting/measureWords';
import type { RadialData } from '#core/reporting/radialFigure';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import type { Gosh } from '#core/synthesis/gosh';
import { influence } from '#core/synthesis/influence';
import { lfkIndex } from '#core/synthesis/smallStudy/lfkIndex';

type Words = Partial<MeasureWords>;

/** Baujat's plot of an analysis. Needs three studies. */
export function baujatOfAnalysis(analysis: DrawnAnalysis): Estimable<BaujatData> {
  const { studies, ...effects } = analysedEffects(analysis);
  if (studies.length < 3) return notEstimable('too-few-studies');
  const each = influence(effects, modelOptionsOf(analysis.spec));
  return estimable({
    points: studies.map((study, place) => ({
      ...study,
      heterogeneity: each[place]?.baujat.x ?? 0,
      influence: each[place]?.baujat.y ?? 0,
    })),
  });
}

/** The radial plot of an analysis: with the variance between studies where the model has one. Needs one study. */
export function radialOfAnalysis(analysis: DrawnAnalysis, words: Words = {}): Estimable<RadialData> {
  const { studies, yi, vi } = analysedEffects(analysis);
  if (studies.length === 0) return notEstimable('no-study-with-an-effect');
  const measure = { ...measureOfAnalysis(analysis), ...words };
  const tauSquared = (analysis.heterogeneity.estimable ? analysis.heterogeneity.value.tauSquared : null) ?? 0;
  return estimable({
    measure: measure.title,
    scale: measure.scale,
    pooled: analysis.pooled.estimable ? analysis.pooled.value.estimate : null,
    isRandom: analysis.spec.model === 'random',
    points: studies.map((study, place) => ({
      ...study,
      estimate: yi[place] ?? 0,
      error: Math.sqrt((vi[place] ?? 0) + tauSquared),
    })),
  });
}

/** The drapery plot of an analysis: pooled and predicted by the distribution that made their intervals. */
export function draperyOfAnalysis(analysis: DrawnAnalysis, words: Words = {}): Estimable<DraperyData> {
  const { studies, yi, vi } = analysedEffects(analysis);
  if (studies.length === 0) return notEstimable('no-study-with-an-effect');
  const { spec, pooled, heterogeneity, predictionInterval } = analysis;
  const measure = { ...measureOfAnalysis(analysis), ...words };
  const mean = pooled.estimable && studies.length > 1 ? pooled.value : null;
  const tauSquared = (heterogeneity.estimable ? heterogeneity.value.tauSquared : null) ?? 0;
  const lost = spec.predictionInterval === 't-k-2' ? 2 : 1;
  return estimable({
    measure: measure.title,
    scale: measure.scale,
    noEffect: measure.noEffect,
    studies: studies.map((study, place) => ({
      ...study,
      estimate: yi[place] ?? 0,
      standardError: Math.sqrt(vi[place] ?? 0),
    })),
    pooled: mean && mean.standardError > 0 ? mean : null,
    prediction:
      mean && predictionInterval.estimable && mean.standardError > 0
        ? {
            estimate: mean.estimate,
            standardError: Math.sqrt(mean.standardError ** 2 + tauSquared),
            df: spec.predictionInterval === 'normal' ? null : studies.length - lost,
          }
        : null,
  });
}

/** The Doi plot of an analysis with its LFK index. Needs two studies. */
export function doiOfAnalysis(analysis: DrawnAnalysis, words: Words = {}): Estimable<DoiData> {
  const { studies, yi, vi } = analysedEffects(analysis);
  if (studies.length < 2) return notEstimable('one-study-only');
  const measure = { ...measureOfAnalysis(analysis), ...words };
  const lfk = lfkIndex({ yi, vi });
  return estimable({
    measure: measure.title,
    scale: measure.scale,
    points: lfk.order.flatMap((at, place) => {
      const study = studies[at];
      return study ? [{ ...study, estimate: yi[at] ?? 0, score: lfk.scores[place] ?? 0 }] : [];
    }),
    centre: lfk.centre,
    index: lfk.index,
    asymmetry: lfk.asymmetry,
  });
}

/**
 * The GOSH plot of an analysis from the subsets that `gosh` went through; `markedId` names a study whose subsets are
 * shown apart. Not estimable: `no-such-study`.
 */
export function goshOfAnalysis(
  analysis: DrawnAnalysis,
  subsets: Gosh,
  markedId?: string,
  words: Words = {},
): Estimable<GoshData> {
  const { studies } = analysedEffects(analysis);
  const measure = { ...measureOfAnalysis(analysis), ...words };
  const place = studies.findIndex(({ studyId }) => studyId === markedId);
  if (markedId !== undefined && place < 0) return notEstimable('no-such-study');
  const marked = studies[place];
  return estimable({
    measure: measure.title,
    scale: measure.scale,
    noEffect: measure.noEffect,
    pooled: analysis.pooled.estimable ? analysis.pooled.value.estimate : null,
    isComplete: subsets.isComplete,
    estimate: subsets.estimate,
    iSquaredPercent: subsets.iSquaredPercent,
    ...(marked ? { marked: { label: marked.label, isIn: (subset: number) => subsets.holds(subset, place) } } : {}),
  });
}
