import { normalQuantile } from '#core/numeric/distributions';
import { normalDensity } from '#core/numeric/normalTail';
import {
  type MeasureFunction,
  numberOf,
  type StudyNumbers,
  type VarianceKind,
  weightedByPersons,
} from '#core/synthesis/effects/effectSize';
import { hedgesCorrection } from '#core/synthesis/effects/hedgesCorrection';

/** Means, standard deviations and sizes of two groups. */
interface Groups {
  readonly m1: number;
  readonly s1: number;
  readonly n1: number;
  readonly m2: number;
  readonly s2: number;
  readonly n2: number;
}

interface Pair {
  readonly yi: number;
  readonly vi: number;
}

function groupsOf(study: StudyNumbers): Groups {
  return {
    m1: numberOf(study, 'm1i'),
    s1: numberOf(study, 'sd1i'),
    n1: numberOf(study, 'n1i'),
    m2: numberOf(study, 'm2i'),
    s2: numberOf(study, 'sd2i'),
    n2: numberOf(study, 'n2i'),
  };
}

function perGroups(one: (groups: Groups, variance: VarianceKind) => Pair): MeasureFunction {
  return (studies, options) =>
    studies.map(study => {
      const groups = groupsOf(study);
      return { ...one(groups, options.variance), ni: groups.n1 + groups.n2 };
    });
}

export function pooledDeviation({ s1, n1, s2, n2 }: Groups): number {
  return Math.sqrt(((n1 - 1) * s1 ** 2 + (n2 - 1) * s2 ** 2) / (n1 + n2 - 2));
}

const reciprocals = ({ n1, n2 }: Groups) => 1 / n1 + 1 / n2;

/** Cohen's d with its pooled standard deviation. */
export function cohensD(groups: Groups): number {
  return (groups.m1 - groups.m2) / pooledDeviation(groups);
}

/** Mean difference. Variance LS: each group's own; HO: pooled. */
export const meanDifference = perGroups((groups, variance) => ({
  yi: groups.m1 - groups.m2,
  vi:
    variance === 'HO'
      ? pooledDeviation(groups) ** 2 * reciprocals(groups)
      : groups.s1 ** 2 / groups.n1 + groups.s2 ** 2 / groups.n2,
}));

/**
 * Standardised mean difference, Hedges' g with the exact correction J. Variance LS: with g; LS2: J^2 with d;
 * UB: unbiased; AV: with the mean of g over studies. Source: Hedges (1981), doi:10.3102/10769986006002107.
 */
export const standardisedMeanDifference: MeasureFunction = (studies, options) => {
  const all = studies.map(groupsOf);
  const gs = all.map(groups => hedgesCorrection(groups.n1 + groups.n2 - 2) * cohensD(groups));
  const averaged = weightedByPersons(
    gs,
    all.map(({ n1, n2 }) => n1 + n2),
  );
  return all.map((groups, i) => {
    const total = groups.n1 + groups.n2;
    const m = total - 2;
    const g = gs[i] ?? Number.NaN;
    const j = hedgesCorrection(m);
    const d = cohensD(groups);
    const variances: Partial<Record<VarianceKind, number>> = {
      LS2: j ** 2 * (reciprocals(groups) + d ** 2 / (2 * total)),
      UB: reciprocals(groups) + (1 - (m - 2) / (m * j ** 2)) * g ** 2,
      AV: reciprocals(groups) + averaged ** 2 / (2 * total),
    };
    return { yi: g, vi: variances[options.variance] ?? reciprocals(groups) + g ** 2 / (2 * total), ni: total };
  });
};

/** Standardised mean difference with unequal variances: the mean of both variances below (Bonett 2009). */
export const differenceHeteroscedastic = perGroups(({ m1, s1, n1, m2, s2, n2 }, variance) => {
  const m = n1 + n2 - 2;
  const j = hedgesCorrection(m);
  const both = s1 ** 2 + s2 ** 2;
  const yi = (j * (m1 - m2)) / Math.sqrt(both / 2);
  if (variance === 'LS2') {
    const part = (s: number, n: number) => (yi ** 2 * s ** 2) / (2 * n * both ** 2) + (2 * s ** 2) / (n * both);
    return { yi, vi: part(s1, n1) + part(s2, n2) };
  }
  const part = s1 ** 4 / (n1 - 1) + s2 ** 4 / (n2 - 1);
  const vi = j ** 2 * ((yi ** 2 * part) / (2 * both ** 2) + (s1 ** 2 / (n1 - 1) + s2 ** 2 / (n2 - 1)) / (both / 2));
  return { yi, vi };
});

/** Glass's difference: standardised by the second group alone. */
export const glassDifference = perGroups(({ m1, n1, m2, s2, n2 }) => {
  const yi = (hedgesCorrection(n2 - 1) * (m1 - m2)) / s2;
  return { yi, vi: 1 / n1 + 1 / n2 + yi ** 2 / (2 * n2) };
});

/** The same, with a variance for unequal standard deviations. */
export const glassDifferenceHeteroscedastic = perGroups(({ m1, s1, n1, m2, s2, n2 }) => {
  const yi = (hedgesCorrection(n2 - 1) * (m1 - m2)) / s2;
  return { yi, vi: s1 ** 2 / (s2 ** 2 * n1) + 1 / n2 + yi ** 2 / (2 * n2) };
});

/**
 * Log ratio of means (Hedges et al. 1999). Variance LS: own coefficients of variation; HO: pooled standard deviation;
 * AV: mean squared coefficient of each group over studies; AVHO: one mean over both groups.
 */
export const logRatioOfMeans: MeasureFunction = (studies, options) => {
  const all = studies.map(groupsOf);
  const cv1 = weightedByPersons(
    all.map(g => g.s1 / g.m1),
    all.map(g => g.n1),
  );
  const cv2 = weightedByPersons(
    all.map(g => g.s2 / g.m2),
    all.map(g => g.n2),
  );
  const cvBoth = weightedByPersons(
    all.map(g => (g.n1 * (g.s1 / g.m1) + g.n2 * (g.s2 / g.m2)) / (g.n1 + g.n2)),
    all.map(g => g.n1 + g.n2),
  );
  return all.map(groups => {
    const { m1, s1, n1, m2, s2, n2 } = groups;
    const pooled = pooledDeviation(groups) ** 2;
    const variances: Partial<Record<VarianceKind, number>> = {
      HO: pooled / (n1 * m1 ** 2) + pooled / (n2 * m2 ** 2),
      AV: cv1 ** 2 / n1 + cv2 ** 2 / n2,
      AVHO: cvBoth ** 2 / n1 + cvBoth ** 2 / n2,
    };
    const own = s1 ** 2 / (n1 * m1 ** 2) + s2 ** 2 / (n2 * m2 ** 2);
    return { yi: Math.log(m1 / m2), vi: variances[options.variance] ?? own, ni: n1 + n2 };
  });
};

/** Log ratio of coefficients of variation, and of standard deviations (Nakagawa et al. 2015, doi:10.1111/2041-210X.12309). */
export const logRatioOfVariation = perGroups(({ m1, s1, n1, m2, s2, n2 }) => ({
  yi: Math.log(s1 / m1) + 1 / (2 * (n1 - 1)) - Math.log(s2 / m2) - 1 / (2 * (n2 - 1)),
  vi: 1 / (2 * (n1 - 1)) + s1 ** 2 / (n1 * m1 ** 2) + 1 / (2 * (n2 - 1)) + s2 ** 2 / (n2 * m2 ** 2),
}));
export const logRatioOfDeviations = perGroups(({ s1, n1, s2, n2 }) => ({
  yi: Math.log(s1 / s2) + 1 / (2 * (n1 - 1)) - 1 / (2 * (n2 - 1)),
  vi: 1 / (2 * (n1 - 1)) + 1 / (2 * (n2 - 1)),
}));

/** Point-biserial correlation behind a difference of means. Variance LS and ST: group sizes fixed; CS: sampled. */
export const pointBiserial = perGroups((groups, variance) => {
  const { n1, n2 } = groups;
  const total = n1 + n2;
  const d = cohensD(groups);
  const h = (total - 2) / n1 + (total - 2) / n2;
  const yi = d / Math.sqrt(d ** 2 + h);
  const sampled = (1 - yi ** 2) ** 2 * ((total * yi ** 2) / (4 * n1 * n2) + (2 - 3 * yi ** 2) / (2 * total));
  const stratified = (h ** 2 / (h + d ** 2) ** 3) * (reciprocals(groups) + d ** 2 / (2 * total));
  return { yi, vi: variance === 'CS' ? sampled : stratified };
});

/** Biserial correlation (Jacobs and Viechtbauer 2017, doi:10.1002/jrsm.1218), cut at one in its variance. */
export const biserial = perGroups(groups => {
  const { n1, n2 } = groups;
  const total = n1 + n2;
  const d = cohensD(groups);
  const h = (total - 2) / n1 + (total - 2) / n2;
  const p1 = n1 / total;
  const p2 = n2 / total;
  const z = normalQuantile(p1, false);
  const height = normalDensity(z);
  const yi = ((d / Math.sqrt(d ** 2 + h)) * Math.sqrt(p1 * p2)) / height;
  const y = Math.max(-1, Math.min(1, yi));
  const bend = 1.5 + (1 - (p1 * z) / height) * (1 + (p2 * z) / height);
  return { yi, vi: ((p1 * p2) / height ** 2 - bend * y ** 2 + y ** 4) / (total - 1) };
});

/** A standardised mean difference (uncorrected d) as a log odds ratio: logistic (pi/sqrt(3)) or normal (1.65). */
function rescaledDifference(factor: number): MeasureFunction {
  return perGroups(groups => {
    const d = cohensD(groups);
    return { yi: d * factor, vi: factor ** 2 * (reciprocals(groups) + d ** 2 / (2 * (groups.n1 + groups.n2))) };
  });
}
export const differenceToOddsRatio = rescaledDifference(Math.PI / Math.sqrt(3));
export const differenceToOddsRatioNormal = rescaledDifference(1.65);
