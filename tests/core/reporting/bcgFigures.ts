import type { Estimable } from '#core/estimable';
import { baujatFigure } from '#core/reporting/baujatFigure';
import { doiFigure } from '#core/reporting/doiFigure';
import { draperyFigure } from '#core/reporting/draperyFigure';
import type { FigureOptions } from '#core/reporting/figure';
import { forestFigure } from '#core/reporting/forestFigure';
import { forestOfCumulative, forestOfLeaveOneOut } from '#core/reporting/forestOfSensitivity';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { funnelOfLimitMeta, funnelOfTrimAndFill } from '#core/reporting/funnelOfAnalysis';
import { goshFigure } from '#core/reporting/goshFigure';
import { labbeFigure } from '#core/reporting/labbeFigure';
import { labbeOfAnalysis } from '#core/reporting/labbeOfAnalysis';
import {
  baujatOfAnalysis,
  doiOfAnalysis,
  draperyOfAnalysis,
  goshOfAnalysis,
  radialOfAnalysis,
} from '#core/reporting/plotsOfAnalysis';
import { radialFigure } from '#core/reporting/radialFigure';
import { analyse } from '#core/synthesis/analyse';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { gosh } from '#core/synthesis/gosh';
import { cumulativeOf, leaveOneOutOf } from '#core/synthesis/sensitivityOfAnalysis';
import { BCG_TRIALS } from '../synthesis/bcgTrials.ts';

export const NUMBERS = new Map(BCG_TRIALS.map(({ studyId, numbers }) => [studyId, numbers]));
const YEARS = new Map(BCG_TRIALS.map(({ studyId, numbers }) => [studyId, numbers.year ?? 0]));
export const BCG = analyse({ ...DEFAULT_ANALYSIS, measure: 'RR' }, BCG_TRIALS);
const WORDS = { arms: { first: 'BCG', second: 'No vaccine' }, favours: { left: 'BCG', right: 'no vaccine' } };

export function known<Data>(data: Estimable<Data>): Data {
  if (!data.estimable) throw new Error(`can't be drawn: ${data.because}`);
  return data.value;
}

export const BCG_FIGURES: Readonly<Record<string, (analysis: typeof BCG, options?: FigureOptions) => string>> = {
  'leave-one-out': (analysis, options) =>
    forestFigure(forestOfLeaveOneOut(analysis, leaveOneOutOf(analysis), WORDS), options),
  cumulative: (analysis, options) =>
    forestFigure(forestOfCumulative(analysis, cumulativeOf(analysis, YEARS), WORDS), options),
  baujat: (analysis, options) => baujatFigure(known(baujatOfAnalysis(analysis)), options),
  radial: (analysis, options) => radialFigure(known(radialOfAnalysis(analysis)), options),
  drapery: (analysis, options) => draperyFigure(known(draperyOfAnalysis(analysis)), options),
  doi: (analysis, options) => doiFigure(known(doiOfAnalysis(analysis)), options),
  labbe: (analysis, options) => labbeFigure(known(labbeOfAnalysis(analysis, NUMBERS, WORDS.arms)), options),
  'trim-and-fill': (analysis, options) => funnelFigure(known(funnelOfTrimAndFill(analysis)), options),
  'limit-funnel': (analysis, options) => funnelFigure(known(funnelOfLimitMeta(analysis)), options),
  gosh: (analysis, options) =>
    goshFigure(
      known(goshOfAnalysis(analysis, gosh(analysedEffects(analysis), { method: 'DL', most: 300 }), '3')),
      options,
    ),
};
