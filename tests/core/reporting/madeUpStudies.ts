import type { AnalysedStudy } from '#core/synthesis/analyse';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';

const named = (rows: readonly StudyNumbers[]): AnalysedStudy[] =>
  rows.map((numbers, place) => ({ studyId: `${place}`, label: `Study ${place + 1}`, numbers }));

const SPREAD = [3, 8, 5, 13, 2, 9, 6];

/** Made-up studies of every kind of data, with what is awkward: zeros, a double zero, absent numbers, odd names. */
export const SPARSE_TABLES = named([
  { ai: 0, n1i: 40, ci: 3, n2i: 41 },
  { ai: 2, n1i: 60, ci: 7, n2i: 58 },
  { ai: 0, n1i: 25, ci: 0, n2i: 25 },
  { ai: 5, n1i: 110, ci: 9, n2i: 105 },
  { ai: 1, n1i: 33, ci: 4, n2i: 30 },
  { ai: 8, n1i: 90, ci: 6, n2i: 95 },
  { n1i: 20, n2i: 20 },
]).map((study, place) => (place === 0 ? { ...study, label: 'Ångström "A" & C\\D, 2001' } : study));

export const TWO_MEANS = named(
  SPREAD.map((spread, place) => ({
    m1i: 10 + spread / 4,
    sd1i: 2 + place / 5,
    n1i: 20 + 3 * spread,
    m2i: 9.2 + place / 6,
    sd2i: 2.4 + place / 7,
    n2i: 25 + 2 * spread,
  })),
);

export const RATES = named(
  SPREAD.map((spread, place) => ({ x1i: spread, t1i: 120 + 9 * place, x2i: 14 - place, t2i: 130 + 5 * spread })),
);

export const PROPORTIONS = named(SPREAD.map((spread, place) => ({ xi: spread, ni: 30 + 7 * place })));

export const CORRELATIONS = named(SPREAD.map((spread, place) => ({ ri: spread / 20 - 0.1, ni: 25 + 8 * place })));

export const ONE_MEAN = named(
  SPREAD.map((spread, place) => ({ mi: 5 + spread / 3, sdi: 1.5 + place / 4, ni: 22 + 4 * place })),
);

export const READY_MADE = named(
  SPREAD.map((spread, place) => ({
    yi: (spread - 6) / 9,
    ...(place % 2 ? { sei: 0.2 + place / 30 } : { vi: 0.05 + place / 60 }),
  })),
);
