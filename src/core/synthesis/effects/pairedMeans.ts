import {
  type MeasureFunction,
  numberOf,
  type StudyNumbers,
  type VarianceKind,
} from '#core/synthesis/effects/effectSize';
import { hedgesCorrection } from '#core/synthesis/effects/hedgesCorrection';

/** Two measurements of the same n persons with correlation r. */
interface Paired {
  readonly m1: number;
  readonly m2: number;
  readonly s1: number;
  readonly s2: number;
  readonly n: number;
  readonly r: number;
}

function perPaired(one: (paired: Paired, variance: VarianceKind) => { yi: number; vi: number }): MeasureFunction {
  const read = (study: StudyNumbers): Paired => ({
    m1: numberOf(study, 'm1i'),
    m2: numberOf(study, 'm2i'),
    s1: numberOf(study, 'sd1i'),
    s2: numberOf(study, 'sd2i'),
    n: numberOf(study, 'ni'),
    r: numberOf(study, 'ri'),
  });
  return (studies, options) =>
    studies.map(study => {
      const paired = read(study);
      return { ...one(paired, options.variance), ni: paired.n };
    });
}

const changeVariance = ({ s1, s2, r }: Paired) => s1 ** 2 + s2 ** 2 - 2 * r * s1 * s2;

/** Mean change, and the log ratio of both means. */
export const meanChange = perPaired(paired => ({ yi: paired.m1 - paired.m2, vi: changeVariance(paired) / paired.n }));
export const logRatioOfPairedMeans = perPaired(({ m1, m2, s1, s2, n, r }) => ({
  yi: Math.log(m1 / m2),
  vi: s1 ** 2 / (n * m1 ** 2) + s2 ** 2 / (n * m2 ** 2) - (2 * r * s1 * s2) / (m1 * m2 * n),
}));

/** Change over the standard deviation of the change. Variance LS2: J^2 with the uncorrected value. */
export const changeByChangeDeviation = perPaired((paired, variance) => {
  const { m1, m2, n } = paired;
  const j = hedgesCorrection(n - 1);
  const d = (m1 - m2) / Math.sqrt(changeVariance(paired));
  const yi = j * d;
  return { yi, vi: variance === 'LS2' ? j ** 2 * (1 / n + d ** 2 / (2 * n)) : 1 / n + yi ** 2 / (2 * n) };
});

/** Change over the first standard deviation (Becker 1988). Variance LS2: J^2 with the uncorrected value. */
export const changeByFirstDeviation = perPaired(({ m1, m2, s1, n, r }, variance) => {
  const j = hedgesCorrection(n - 1);
  const d = (m1 - m2) / s1;
  const yi = j * d;
  const shared = (2 * (1 - r)) / n;
  return { yi, vi: variance === 'LS2' ? j ** 2 * (shared + d ** 2 / (2 * n)) : shared + yi ** 2 / (2 * n) };
});

/** The same with a variance for unequal standard deviations (Bonett 2008). */
export const changeByFirstDeviationHeteroscedastic = perPaired(paired => {
  const { m1, m2, s1, n } = paired;
  const j = hedgesCorrection(n - 1);
  const yi = (j * (m1 - m2)) / s1;
  return { yi, vi: j ** 2 * (changeVariance(paired) / (s1 ** 2 * (n - 1)) + yi ** 2 / (2 * (n - 1))) };
});

/** Log ratio of coefficients of variation, and of standard deviations, of two measurements. */
export const logRatioOfPairedVariation = perPaired(({ m1, m2, s1, s2, n, r }) => ({
  yi: Math.log(s1 / m1) - Math.log(s2 / m2),
  vi:
    (1 - r ** 2) / (n - 1) +
    (m1 ** 2 * s2 ** 2 + m2 ** 2 * s1 ** 2 - 2 * m1 * m2 * r * s1 * s2) / (m1 ** 2 * m2 ** 2 * n),
}));
export const logRatioOfPairedDeviations = perPaired(({ s1, s2, n, r }) => ({
  yi: Math.log(s1 / s2),
  vi: (1 - r ** 2) / (n - 1),
}));
