import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { chiSquareUpperTail } from '#core/numeric/distributions';
import { type AnalysedStudy, type Analysis, analyse } from '#core/synthesis/analyse';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { JointTest } from '#core/synthesis/fitModel';
import { TEST_OF } from '#core/synthesis/poolRandom';
import type { SubgroupVariance } from '#core/synthesis/specification';
import { commonSubgroups, levelsOf } from '#core/synthesis/subgroups';

export interface PooledSubgroup {
  readonly level: string;
  /** Its studies that have an effect. */
  readonly studyIds: readonly string[];
  readonly pooled: Estimable<{ readonly estimate: number; readonly lower: number; readonly upper: number }>;
  /** Within this group alone; null where it has one study or the model knows none. */
  readonly iSquaredPercent: number | null;
  readonly tauSquared: number | null;
}

export interface SubgroupAnalysis {
  readonly levels: readonly PooledSubgroup[];
  /** Whether the groups share one tau^2; a method that can't is computed with separate ones. */
  readonly variance: SubgroupVariance;
  readonly tauSquared: number | null;
  readonly between: Estimable<JointTest>;
  /** Studies with an effect whose group isn't known. */
  readonly unknown: readonly string[];
}

/** Only inverse-variance models can hold all groups in one model. */
function canShare({ model, fixedMethod, generalised }: AnalysisSpec): boolean {
  return model === 'fixed' ? fixedMethod === 'inverse-variance' : !generalised;
}

/**
 * The studies of an analysis divided into groups, each pooled, and the test of a difference between the groups.
 * Common tau^2: one model with a mean for each group; the test is Wald's chi-square, or F with a t-based interval.
 * Separate: each group by itself with all the choices of the analysis; the test is Cochran's Q between their means.
 * Scale: that of the analysis. A group of one study has no pooled effect (`one-study-only`). The test is not estimable
 * with `one-group-only` or `too-few-studies`.
 * Sources: Borenstein et al. (2009), Introduction to Meta-Analysis, chapter 19. Agrees with metafor 3.8-1 rma within 1e-8.
 */
export function subgroupAnalysis(
  analysis: Analysis,
  studies: readonly AnalysedStudy[],
  groupOf: ReadonlyMap<string, string>,
  wanted: SubgroupVariance,
): SubgroupAnalysis {
  const { spec } = analysis;
  const pooled = analysis.studies.flatMap(({ studyId, effect }) =>
    effect.estimable ? [{ studyId, ...effect.value, group: groupOf.get(studyId) ?? null }] : [],
  );
  const known = pooled.flatMap(study => (study.group === null ? [] : [{ ...study, group: study.group }]));
  const unknown = pooled.filter(({ group }) => group === null).map(({ studyId }) => studyId);
  const levels = levelsOf(known.map(({ group }) => group)).map(level => {
    const studyIds = known.filter(({ group }) => group === level).map(({ studyId }) => studyId);
    const alone = analyse(
      spec,
      studies.filter(({ studyId }) => studyIds.includes(studyId)),
    );
    return { level, studyIds, alone };
  });
  const shown = levels.map(({ level, studyIds, alone }): PooledSubgroup => {
    const heterogeneity = alone.heterogeneity.estimable ? alone.heterogeneity.value : null;
    return {
      level,
      studyIds,
      pooled: studyIds.length < 2 ? notEstimable('one-study-only') : alone.pooled,
      iSquaredPercent: heterogeneity?.iSquaredPercent ?? null,
      tauSquared: heterogeneity?.tauSquared ?? null,
    };
  });
  if (wanted === 'separate' || !canShare(spec)) {
    const between = betweenSeparate(levels.map(({ alone }) => alone));
    return { levels: shown, variance: 'separate', tauSquared: null, between, unknown };
  }
  if (levels.length < 2 || known.length <= levels.length) {
    const because = levels.length < 2 ? 'one-group-only' : 'too-few-studies';
    return { levels: shown, variance: 'common', tauSquared: null, between: notEstimable(because), unknown };
  }
  const { fit, contrast } = commonSubgroups(
    { yi: known.map(({ yi }) => yi), vi: known.map(({ vi }) => vi) },
    known.map(({ group }) => group),
    {
      method: spec.model === 'fixed' ? 'EE' : spec.tauSquared,
      test: spec.model === 'fixed' ? 'z' : TEST_OF[spec.interval],
      level: spec.level,
    },
  );
  const at = (values: readonly number[], place: number) => values[place] ?? Number.NaN;
  return {
    levels: shown.map((level, place) =>
      level.studyIds.length < 2
        ? level
        : {
            ...level,
            pooled: estimable({
              estimate: at(fit.coefficients, place),
              lower: at(fit.lower, place),
              upper: at(fit.upper, place),
            }),
          },
    ),
    variance: 'common',
    tauSquared: spec.model === 'fixed' ? null : fit.tauSquared,
    between: contrast.moderatorTest ? estimable(contrast.moderatorTest) : notEstimable('too-few-studies'),
    unknown,
  };
}

/** Cochran's Q between means that were pooled apart. */
function betweenSeparate(groups: readonly Analysis[]): Estimable<JointTest> {
  const means = groups.flatMap(({ pooled }) =>
    pooled.estimable ? [{ estimate: pooled.value.estimate, weight: 1 / pooled.value.standardError ** 2 }] : [],
  );
  if (means.length < 2) return notEstimable('one-group-only');
  const total = means.reduce((sum, { weight }) => sum + weight, 0);
  const centre = means.reduce((sum, { estimate, weight }) => sum + weight * estimate, 0) / total;
  const statistic = means.reduce((sum, { estimate, weight }) => sum + weight * (estimate - centre) ** 2, 0);
  const df = means.length - 1;
  return estimable({ statistic, df, denominatorDf: null, p: chiSquareUpperTail(statistic, df) });
}
