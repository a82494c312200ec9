import { type MeasureFunction, numberOf, weightedByPersons } from '#core/synthesis/effects/effectSize';

/** Gauss's hypergeometric series F(a, b; c; z) for 0 <= z <= 1 with c - a - b > 0 where z is 1. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 5_000_000; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (term < sum * 1e-18) break;
  }
  return sum;
}

/** Correlation. Variance LS: (1 - r^2)^2/(n - 1); AV: with the mean correlation over studies. */
export const correlation: MeasureFunction = (studies, options) =>
  withVariance(
    studies.map(study => ({ r: numberOf(study, 'ri'), n: numberOf(study, 'ni') })),
    options.variance === 'AV',
    r => r,
  );

/** Correlation without its slight bias towards zero (Olkin and Pratt 1958). Variance UB: unbiased. */
export const unbiasedCorrelation: MeasureFunction = (studies, options) => {
  const given = studies.map(study => ({ r: numberOf(study, 'ri'), n: numberOf(study, 'ni') }));
  const plain = withVariance(
    given,
    options.variance === 'AV',
    (r, n) => r * hypergeometric(0.5, 0.5, (n - 2) / 2, 1 - r * r),
  );
  if (options.variance !== 'UB') return plain;
  return plain.map(({ yi, ni }, i) => {
    const { r, n } = given[i] ?? { r: Number.NaN, n: Number.NaN };
    const square = 1 - r * r;
    return { yi, ni, vi: yi ** 2 - (1 - ((n - 3) / (n - 2)) * square * hypergeometric(1, 1, n / 2, square)) };
  });
};

function withVariance(
  given: readonly { r: number; n: number }[],
  averaged: boolean,
  value: (r: number, n: number) => number,
) {
  const ys = given.map(({ r, n }) => value(r, n));
  const mean = weightedByPersons(
    ys,
    given.map(({ n }) => n),
  );
  return given.map(({ n }, i) => {
    const yi = ys[i] ?? Number.NaN;
    return { yi, vi: (1 - (averaged ? mean : yi) ** 2) ** 2 / (n - 1), ni: n };
  });
}

/** Fisher's z of a correlation (1921); variance 1/(n - 3). */
export const fishersZ: MeasureFunction = studies =>
  studies.map(study => {
    const n = numberOf(study, 'ni');
    return { yi: Math.atanh(numberOf(study, 'ri')), vi: 1 / (n - 3), ni: n };
  });
