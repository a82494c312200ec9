import type { AnalysedStudy } from '#core/synthesis/analyse';

/**
 * Thirteen trials of BCG against tuberculosis: cases and people, vaccinated (1) and not (2).
 * Source: Colditz et al. (1994), doi:10.1001/jama.1994.03510330076038.
 */
export const BCG_TRIALS: readonly AnalysedStudy[] = [
  trial('Aronson 1948', 4, 123, 11, 139),
  trial('Ferguson & Simes 1949', 6, 306, 29, 303),
  trial('Stein & Aronson 1953', 180, 1541, 372, 1451),
  trial('Rosenthal et al 1960', 3, 231, 11, 220),
  trial('Rosenthal et al 1961', 17, 1716, 65, 1665),
  trial('Coetzee & Berjak 1968', 29, 7499, 45, 7277),
  trial('Comstock & Webster 1969', 5, 2498, 3, 2341),
  trial('Frimodt-Moller et al 1973', 33, 5069, 47, 5808),
  trial('Vandiviere et al 1973', 8, 2545, 10, 629),
  trial('Comstock et al 1974', 186, 50634, 141, 27338),
  trial('Comstock et al 1976', 27, 16913, 29, 17854),
  trial('Hart & Sutherland 1977', 62, 13598, 248, 12867),
  trial('TPT Madras 1980', 505, 88391, 499, 88391),
];

function trial(label: string, ai: number, n1i: number, ci: number, n2i: number): AnalysedStudy {
  return { studyId: label, label, numbers: { ai, n1i, ci, n2i } };
}
