import type { ScaleName } from '#core/reporting/displayScale';
import type { EffectMeasure } from '#core/synthesis/effects/measures';

/** What a measure is called on a figure, how it is turned back, and where there is no effect on its analysis scale. */
export interface MeasureWords {
  readonly title: string;
  readonly scale: ScaleName;
  readonly noEffect: number | null;
  /** What is analysed, in a sentence: `log risk ratio`. */
  readonly analysed: string;
}

function ratio(title: string): MeasureWords {
  return { title, scale: 'log', noEffect: 0, analysed: `log ${lowerFirst(title)}` };
}

function difference(title: string): MeasureWords {
  return { title, scale: 'identity', noEffect: 0, analysed: lowerFirst(title) };
}

/** A measure of one group: there is no "no effect". */
function level(title: string, scale: ScaleName = 'identity', analysed = lowerFirst(title)): MeasureWords {
  return { title, scale, noEffect: null, analysed };
}

/** Names of people keep their capital. */
export function lowerFirst(title: string): string {
  return /^(Peto|Glass|Yule|Cronbach)/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** Freeman and Tukey's scales need the sizes of the studies to be turned back: see `measureOfAnalysis`. */
export const MEASURE_WORDS: Readonly<Record<EffectMeasure, MeasureWords>> = {
  OR: ratio('Odds ratio'),
  RR: ratio('Risk ratio'),
  RD: difference('Risk difference'),
  PETO: ratio('Peto odds ratio'),
  AS: difference('Arcsine difference'),
  PHI: difference('Phi coefficient'),
  YUQ: difference('Yule’s Q'),
  YUY: difference('Yule’s Y'),
  RTET: difference('Tetrachoric correlation'),
  PBIT: difference('Probit difference'),
  OR2D: difference('Standardised mean difference'),
  OR2DN: difference('Standardised mean difference'),
  HR: ratio('Hazard ratio'),
  IRR: ratio('Rate ratio'),
  IRD: difference('Rate difference'),
  IRSD: difference('Difference of root rates'),
  MD: difference('Mean difference'),
  SMD: difference('Standardised mean difference'),
  SMDH: difference('Standardised mean difference'),
  SMD1: difference('Glass’s difference'),
  SMD1H: difference('Glass’s difference'),
  ROM: ratio('Ratio of means'),
  CVR: ratio('Ratio of variation coefficients'),
  VR: ratio('Ratio of standard deviations'),
  RPB: difference('Point-biserial correlation'),
  RBIS: difference('Biserial correlation'),
  D2OR: ratio('Odds ratio'),
  D2ORN: ratio('Odds ratio'),
  COR: difference('Correlation'),
  UCOR: difference('Correlation'),
  ZCOR: { title: 'Correlation', scale: 'fisher-z', noEffect: 0, analysed: 'Fisher’s z' },
  PR: level('Proportion'),
  PLN: level('Proportion', 'log', 'log proportion'),
  PLO: level('Proportion', 'logit', 'logit of the proportion'),
  PAS: level('Proportion', 'arcsine-root', 'arcsine root of the proportion'),
  PFT: level('Proportion', 'identity', 'double arcsine of the proportion'),
  IR: level('Rate'),
  IRLN: level('Rate', 'log', 'log rate'),
  IRS: level('Rate', 'root', 'root of the rate'),
  IRFT: level('Rate', 'identity', 'average of two roots of the rate'),
  MN: level('Mean'),
  MNLN: level('Mean', 'log', 'log mean'),
  SMN: level('Standardised mean'),
  SDLN: level('Standard deviation', 'log', 'log standard deviation'),
  CVLN: level('Variation coefficient', 'log', 'log variation coefficient'),
  MC: difference('Mean change'),
  ROMC: ratio('Ratio of means'),
  SMCC: difference('Standardised mean change'),
  SMCR: difference('Standardised mean change'),
  SMCRH: difference('Standardised mean change'),
  CVRC: ratio('Ratio of variation coefficients'),
  VRC: ratio('Ratio of standard deviations'),
  ARAW: level('Cronbach’s alpha'),
  AHW: level('Cronbach’s alpha', 'hakstian-whalen', 'cube-root transform of Cronbach’s alpha'),
  ABT: level('Cronbach’s alpha', 'bonett', 'log transform of Cronbach’s alpha'),
  GEN: difference('Effect'),
};
