import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { DoseDesign, DoseStudy } from '#core/synthesis/doseResponse/greenlandLongnecker';

/** A level of exposure as a report gives it. Without a ratio, the crude one of its counts is used. */
export interface DoseLevel {
  readonly dose: number;
  readonly cases: number;
  /** Cases and controls, persons, or time at risk, according to the design. */
  readonly total: number;
  /** Adjusted log ratio against the reference level; null at the reference, or where it isn't reported. */
  readonly logRatio: number | null;
  readonly standardError: number | null;
}

/** What a study reports on an exposure: its design and its levels, one of which the others are compared with. */
export interface DoseTable {
  readonly design: DoseDesign;
  readonly levels: readonly DoseLevel[];
}

/**
 * A study's levels as a dose-response model reads them. The reference is the one level without a ratio where the others
 * have one, else the lowest dose. Levels without a ratio get the crude one of their counts (odds, risk or rate ratio, by
 * the design) with its usual standard error. Not estimable: `fewer-than-two-levels`, `no-one-reference-level`,
 * `zero-count` (a crude ratio needs cases in both), `impossible-numbers`.
 */
export function doseStudyOf(studyId: string, { design, levels }: DoseTable): Estimable<DoseStudy> {
  if (levels.length < 2) return notEstimable('fewer-than-two-levels');
  if (levels.some(({ cases, total }) => cases < 0 || !(total > 0) || (design !== 'incidence-rate' && cases > total)))
    return notEstimable('impossible-numbers');
  const bare = levels.filter(({ logRatio }) => logRatio === null);
  if (bare.length !== 1 && bare.length !== levels.length) return notEstimable('no-one-reference-level');
  const [reference] = bare.toSorted((a, b) => a.dose - b.dose);
  if (!reference) return notEstimable('no-one-reference-level');
  const others = levels.filter(level => level !== reference);
  const isCrude = bare.length === levels.length;
  if (isCrude && levels.some(level => !(varianceOf(level, design) > 0))) return notEstimable('zero-count');
  const categories = others.map(level => ({
    dose: level.dose,
    cases: level.cases,
    total: level.total,
    logRatio: level.logRatio ?? logOf(level, design) - logOf(reference, design),
    standardError: level.standardError ?? Math.sqrt(varianceOf(level, design) + varianceOf(reference, design)),
  }));
  if (categories.some(({ standardError }) => !(standardError > 0 && Number.isFinite(standardError))))
    return notEstimable('numbers-missing');
  const { dose, cases, total } = reference;
  return estimable({ studyId, design, reference: { dose, cases, total }, categories });
}

/** Log odds, risk or rate of a level. */
function logOf({ cases, total }: DoseLevel, design: DoseDesign): number {
  return Math.log(cases) - Math.log(design === 'case-control' ? total - cases : total);
}

/** Its variance; not above 0 where it has none. */
function varianceOf({ cases, total }: DoseLevel, design: DoseDesign): number {
  if (!(cases > 0)) return Number.NaN;
  if (design === 'incidence-rate') return 1 / cases;
  return 1 / cases + (design === 'case-control' ? 1 / (total - cases) : -1 / total);
}
