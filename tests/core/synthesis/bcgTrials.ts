import type { AnalysedStudy } from '#core/synthesis/analyse';

/** Label, year, events and totals with BCG and without: Colditz et al. (1994), doi:10.1001/jama.1994.03510330076038. */
const TRIALS: readonly (readonly [string, number, number, number, number, number])[] = [
  ['Aronson 1948', 1948, 4, 123, 11, 139],
  ['Ferguson & Simes 1949', 1949, 6, 306, 29, 303],
  ['Rosenthal et al 1960', 1960, 3, 231, 11, 220],
  ['Hart & Sutherland 1977', 1977, 62, 13598, 248, 12867],
  ['Frimodt-Moller et al 1973', 1973, 33, 5069, 47, 5808],
  ['Stein & Aronson 1953', 1953, 180, 1541, 372, 1451],
  ['Vandiviere et al 1973', 1973, 8, 2545, 10, 629],
  ['TPT Madras 1980', 1980, 505, 88391, 499, 88391],
  ['Coetzee & Berjak 1968', 1968, 29, 7499, 45, 7277],
  ['Rosenthal et al 1961', 1961, 17, 1716, 65, 1665],
  ['Comstock et al 1974', 1974, 186, 50634, 141, 27338],
  ['Comstock & Webster 1969', 1969, 5, 2498, 3, 2341],
  ['Comstock et al 1976', 1976, 27, 16913, 29, 17854],
];

/** The thirteen trials of BCG against tuberculosis, in the order of metafor's dat.bcg. */
export const BCG_TRIALS: readonly AnalysedStudy[] = TRIALS.map(([label, year, ai, n1i, ci, n2i], place) => ({
  studyId: String(place),
  label,
  numbers: { ai, n1i, ci, n2i, year },
}));

const CHARACTERISTICS: readonly (readonly [number, string])[] = [
  [44, 'random'],
  [55, 'random'],
  [42, 'random'],
  [52, 'random'],
  [13, 'alternate'],
  [44, 'alternate'],
  [19, 'random'],
  [13, 'random'],
  [27, 'random'],
  [42, 'systematic'],
  [18, 'systematic'],
  [33, 'systematic'],
  [33, 'systematic'],
];

/** Absolute latitude in degrees, and how persons were allotted, by studyId. */
export const BCG_CHARACTERISTICS: ReadonlyMap<string, Readonly<Record<string, number | string>>> = new Map(
  CHARACTERISTICS.map(([latitude, allocation], place) => [String(place), { latitude, allocation }]),
);
