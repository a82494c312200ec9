import { chiSquareUpperTail } from '#core/numeric/distributions';
import { fitModel, type ModelFit, type ModelOptions } from '#core/synthesis/fitModel';
import { type MetaRegression, metaRegression } from '#core/synthesis/metaRegression';
import type { Effects } from '#core/synthesis/projection';

/** The levels in order of first appearance. */
export function levelsOf(groups: readonly string[]): string[] {
  return [...new Set(groups)];
}

export interface Subgroups {
  readonly levels: readonly { readonly level: string; readonly fit: ModelFit }[];
  readonly pooledAcross: number;
  /** Test of a difference between the levels. */
  readonly qBetween: number;
  readonly qBetweenDf: number;
  readonly qBetweenP: number;
  readonly iSquaredBetweenPercent: number;
  readonly overall: ModelFit;
}

/**
 * Each subgroup by itself, with a tau^2 of its own, and Cochran's Q between their pooled effects.
 * Source: Borenstein et al. (2009), Introduction to Meta-Analysis, chapter 19. Agrees with metafor fits within 1e-8.
 */
export function separateSubgroups(effects: Effects, groups: readonly string[], options: ModelOptions): Subgroups {
  const levels = levelsOf(groups).map(level => {
    const of = (list: readonly number[]) => list.filter((_, i) => groups[i] === level);
    return { level, fit: fitModel({ yi: of(effects.yi), vi: of(effects.vi) }, options) };
  });
  const parts = levels.map(({ fit }) => ({
    estimate: fit.coefficients[0] ?? Number.NaN,
    weight: 1 / (fit.standardErrors[0] ?? Number.NaN) ** 2,
  }));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const pooledAcross = parts.reduce((sum, { estimate, weight }) => sum + weight * estimate, 0) / total;
  const qBetween = parts.reduce((sum, { estimate, weight }) => sum + weight * (estimate - pooledAcross) ** 2, 0);
  const qBetweenDf = levels.length - 1;
  return {
    levels,
    pooledAcross,
    qBetween,
    qBetweenDf,
    qBetweenP: qBetweenDf > 0 ? chiSquareUpperTail(qBetween, qBetweenDf) : 1,
    iSquaredBetweenPercent: qBetween > 0 ? 100 * Math.max(0, (qBetween - qBetweenDf) / qBetween) : 0,
    overall: fitModel(effects, options),
  };
}

export interface CommonSubgroups {
  readonly levels: readonly string[];
  /** One coefficient a level, with one tau^2 for all. */
  readonly fit: ModelFit;
  /** The same model with an intercept: its moderator test and R^2 speak of the difference between levels. */
  readonly contrast: MetaRegression;
}

/** All subgroups in one model with a common tau^2. Agrees with metafor fits within 1e-8. */
export function commonSubgroups(effects: Effects, groups: readonly string[], options: ModelOptions): CommonSubgroups {
  const levels = levelsOf(groups);
  const rows = groups.map(group => levels.map(level => (group === level ? 1 : 0)));
  return {
    levels,
    fit: metaRegression(effects, rows, options).fit,
    contrast: metaRegression(
      effects,
      rows.map(row => [1, ...row.slice(1)]),
      options,
    ),
  };
}
