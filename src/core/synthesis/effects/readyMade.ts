import {
  fromHazardRatioInterval,
  fromHazardRatioP,
  fromLogRank,
  type LogHazardRatio,
} from '#core/extraction/conversions/logHazardRatio';
import { normalQuantile } from '#core/numeric/distributions';
import { type MeasureFunction, numberOf, type StudyNumbers } from '#core/synthesis/effects/effectSize';

/** Effects that studies report ready made: with a variance, a standard error, an interval or a p-value. */

const has = (study: StudyNumbers, ...names: readonly string[]) => names.every(name => typeof study[name] === 'number');

const quantileOf = (study: StudyNumbers) => normalQuantile(0.5 + (study.level ?? 95) / 200);

/**
 * Any estimate on its analysis scale, `yi`, with the first of: `vi`; `sei`; `lb ub` (at `level` percent, 95 unless
 * given); `pval` (two-sided, of no effect). Intervals and p-values are taken as normal.
 * Source: Cochrane Handbook 6.5, section 6.3..
 */
export const generic: MeasureFunction = studies =>
  studies.map(study => {
    const yi = numberOf(study, 'yi');
    return { yi, vi: genericVariance(study, yi), ni: numberOf(study, 'ni') };
  });

function genericVariance(study: StudyNumbers, yi: number): number {
  if (has(study, 'vi')) return numberOf(study, 'vi');
  if (has(study, 'sei')) return numberOf(study, 'sei') ** 2;
  if (has(study, 'lb', 'ub')) return ((numberOf(study, 'ub') - numberOf(study, 'lb')) / (2 * quantileOf(study))) ** 2;
  return (yi / normalQuantile(numberOf(study, 'pval') / 2, false)) ** 2;
}

/**
 * Log hazard ratio from the first of: `oe voe` (observed minus expected events and its log-rank variance); `hr lb ub` (at
 * `level` percent, 95 unless given); `hr pval`; `yi` with what a generic effect needs.
 * Source: Tierney et al. (2007), doi:10.1186/1745-6215-8-16. Agrees with the reference conversions within 1e-10.
 */
export const logHazardRatio: MeasureFunction = (studies, options) =>
  studies.map(study => {
    const found = hazardRatioOf(study);
    if (found) return { yi: found.logHazardRatio, vi: found.standardError ** 2, ni: numberOf(study, 'ni') };
    const [only = { yi: Number.NaN, vi: Number.NaN, ni: Number.NaN }] = generic([study], options);
    return only;
  });

function hazardRatioOf(study: StudyNumbers): LogHazardRatio | null {
  if (has(study, 'oe', 'voe')) return fromLogRank(numberOf(study, 'oe'), numberOf(study, 'voe'));
  if (has(study, 'hr', 'lb', 'ub'))
    return fromHazardRatioInterval(
      numberOf(study, 'hr'),
      numberOf(study, 'lb'),
      numberOf(study, 'ub'),
      study.level ?? 95,
    );
  return has(study, 'hr', 'pval') ? fromHazardRatioP(numberOf(study, 'hr'), numberOf(study, 'pval')) : null;
}
