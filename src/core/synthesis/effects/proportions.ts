import { type MeasureFunction, numberOf, weightedByPersons } from '#core/synthesis/effects/effectSize';

interface Share {
  readonly x: number;
  readonly n: number;
  /** Proportion used in the variance: the study's own, or the one over all studies (AV). */
  readonly p: number;
  readonly unbiased: boolean;
}

function perShare(one: (share: Share) => { yi: number; vi: number }): MeasureFunction {
  return (studies, options) => {
    const raw = studies.map(study => ({
      x: numberOf(study, 'xi'),
      n: study.ni ?? numberOf(study, 'xi') + numberOf(study, 'mi'),
    }));
    const isZero = (share: { x: number; n: number }) => share.x === 0 || share.x === share.n;
    const anyZero = raw.some(isZero);
    const shares = raw.map(share => {
      const adds =
        options.to === 'all' || (options.to === 'only0' && isZero(share)) || (options.to === 'if0all' && anyZero);
      return adds ? { x: share.x + options.add, n: share.n + 2 * options.add } : share;
    });
    const overall = weightedByPersons(
      shares.map(({ x, n }) => x / n),
      shares.map(({ n }) => n),
    );
    return shares.map(({ x, n }, i) => ({
      ...one({ x, n, p: options.variance === 'AV' ? overall : x / n, unbiased: options.variance === 'UB' }),
      ni: raw[i]?.n ?? Number.NaN,
    }));
  };
}

/** Proportion; variance p(1 - p)/n (UB: n - 1). */
export const proportion = perShare(({ x, n, p, unbiased }) => ({
  yi: x / n,
  vi: (p * (1 - p)) / (unbiased ? n - 1 : n),
}));
/** Log proportion. */
export const logProportion = perShare(({ x, n, p }) => ({ yi: Math.log(x / n), vi: 1 / (n * p) - 1 / n }));
/** Log odds of a proportion. */
export const logitProportion = perShare(({ x, n, p }) => ({
  yi: Math.log(x / (n - x)),
  vi: 1 / (n * p) + 1 / (n * (1 - p)),
}));
/** Arcsine square root of a proportion. */
export const arcsineProportion = perShare(({ x, n }) => ({ yi: Math.asin(Math.sqrt(x / n)), vi: 1 / (4 * n) }));
/** Freeman and Tukey's double arcsine (1950, doi:10.1214/aoms/1177729756), halved. */
export const freemanTukeyProportion = perShare(({ x, n }) => ({
  yi: (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1)))) / 2,
  vi: 1 / (4 * n + 2),
}));
