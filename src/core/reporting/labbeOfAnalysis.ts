import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { ArmTitles } from '#core/reporting/armCells';
import type { DrawnAnalysis } from '#core/reporting/forestOfAnalysis';
import type { LabbeData } from '#core/reporting/labbeFigure';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import type { EffectMeasure } from '#core/synthesis/effects/measures';

/** The first group's risk from the second's and the pooled effect on its analysis scale. */
const CURVES: Partial<Readonly<Record<EffectMeasure, (second: number, effect: number) => number>>> = {
  RR: (second, effect) => second * Math.exp(effect),
  IRR: (second, effect) => second * Math.exp(effect),
  OR: oddsCurve,
  PETO: oddsCurve,
  RD: (second, effect) => second + effect,
  IRD: (second, effect) => second + effect,
  AS: (second, effect) => Math.sin(Math.min(Math.PI / 2, Math.max(0, Math.asin(Math.sqrt(second)) + effect))) ** 2,
};

function oddsCurve(second: number, effect: number): number {
  const odds = Math.exp(effect) * second;
  return odds / (1 - second + odds);
}

function risksOf(study: StudyNumbers): { first: number; second: number; isRisk: boolean } | null {
  const { ai, bi, n1i, ci, di, n2i, x1i, t1i, x2i, t2i } = study;
  const total = (n: number | null | undefined, a: number | null | undefined, b: number | null | undefined) =>
    typeof n === 'number' ? n : typeof a === 'number' && typeof b === 'number' ? a + b : 0;
  const [first, second] = [total(n1i, ai, bi), total(n2i, ci, di)];
  if (typeof ai === 'number' && typeof ci === 'number' && first > 0 && second > 0)
    return { first: ai / first, second: ci / second, isRisk: true };
  if (typeof x1i === 'number' && typeof x2i === 'number' && t1i && t2i)
    return { first: x1i / t1i, second: x2i / t2i, isRisk: false };
  return null;
}

/**
 * L'Abbé's plot of an analysis of two groups with events. Risks are those observed, without correction for zero cells.
 * Not estimable: `no-counts-of-two-groups`.
 */
export function labbeOfAnalysis(
  analysis: DrawnAnalysis,
  numbers: ReadonlyMap<string, StudyNumbers>,
  arms: ArmTitles = { first: 'Group 1', second: 'Group 2' },
): Estimable<LabbeData> {
  const points = analysis.studies.flatMap(({ studyId, label, weightPercent }) => {
    const risks = risksOf(numbers.get(studyId) ?? {});
    return risks ? [{ studyId, label, ...risks, weightPercent: weightPercent ?? 0 }] : [];
  });
  if (points.length === 0) return notEstimable('no-counts-of-two-groups');
  const isRisk = points.every(point => point.isRisk);
  const curve = CURVES[analysis.spec.measure];
  const { pooled } = analysis;
  const what = isRisk ? 'risk' : 'rate';
  return estimable({
    names: { first: `${arms.first}: ${what}`, second: `${arms.second}: ${what}` },
    points,
    pooled: pooled.estimable && curve ? second => curve(second, pooled.value.estimate) : null,
    isRisk,
  });
}
