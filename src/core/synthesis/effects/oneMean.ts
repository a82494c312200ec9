import { type MeasureFunction, numberOf } from '#core/synthesis/effects/effectSize';
import { hedgesCorrection } from '#core/synthesis/effects/hedgesCorrection';

function perMean(one: (m: number, s: number, n: number) => { yi: number; vi: number }): MeasureFunction {
  return studies =>
    studies.map(study => {
      const n = numberOf(study, 'ni');
      return { ...one(numberOf(study, 'mi'), numberOf(study, 'sdi'), n), ni: n };
    });
}

/** One group: mean, log mean, standardised mean, log standard deviation, log coefficient of variation. */
export const oneMean = perMean((m, s, n) => ({ yi: m, vi: s ** 2 / n }));
export const logMean = perMean((m, s, n) => ({ yi: Math.log(m), vi: s ** 2 / (n * m ** 2) }));
export const standardisedMean = perMean((m, s, n) => {
  const yi = (hedgesCorrection(n - 1) * m) / s;
  return { yi, vi: 1 / n + yi ** 2 / (2 * n) };
});
export const logDeviation = perMean((_, s, n) => ({ yi: Math.log(s) + 1 / (2 * (n - 1)), vi: 1 / (2 * (n - 1)) }));
export const logVariation = perMean((m, s, n) => ({
  yi: Math.log(s / m) + 1 / (2 * (n - 1)),
  vi: 1 / (2 * (n - 1)) + s ** 2 / (n * m ** 2),
}));
