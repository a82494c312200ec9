import type { Estimable } from '#core/estimable';
import { armCells } from '#core/reporting/armCells';
import { becauseWords } from '#core/reporting/becauseWords';
import type { Estimate, ForestData, ForestGroup, ForestRow } from '#core/reporting/forestData';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';

/** One subgroup as it was pooled, on the analysis scale. */
export interface ShownSubgroup {
  readonly label: string;
  readonly studyIds: readonly string[];
  readonly pooled: Estimable<Estimate>;
}

export interface SubgroupWords {
  /** Lower left, in place of the whole model's heterogeneity: the test between groups, τ², I² of each group. */
  readonly heterogeneity?: readonly string[];
  readonly method?: readonly string[];
  /** What each study reported, by studyId, for the sums. */
  readonly numbers?: ReadonlyMap<string, StudyNumbers>;
}

function weightOf(rows: readonly ForestRow[]): number | null {
  const weights = rows.flatMap(({ weightPercent }) => weightPercent ?? []);
  return weights.length > 0 ? weights.reduce((sum, weight) => sum + weight, 0) : null;
}

/**
 * The same forest plot with its studies in groups. Weights stay those of the whole model and add up in the subtotals;
 * the whole diamond stays. A study that belongs to no group stands at the end, under "Other studies".
 */
export function forestWithSubgroups(
  data: ForestData,
  subgroups: readonly ShownSubgroup[],
  words: SubgroupWords = {},
): ForestData {
  const rows = data.groups.flatMap(group => group.rows);
  const groups = subgroups.map(({ label, studyIds, pooled }): ForestGroup => {
    const own = rows.filter(({ studyId }) => studyIds.includes(studyId));
    const sums = armCells(
      own.map(({ studyId }) => words.numbers?.get(studyId) ?? {}),
      own.map(({ weightPercent }) => weightPercent !== null),
      { first: '', second: '' },
    ).totals;
    const subtotal = { label: 'Subtotal', cells: sums, weightPercent: weightOf(own) };
    return {
      label,
      rows: own,
      subtotal: pooled.estimable
        ? { ...subtotal, effect: pooled.value }
        : { ...subtotal, effect: null, because: `Not pooled: ${becauseWords(pooled.because)}` },
    };
  });
  const others = rows.filter(({ studyId }) => !subgroups.some(({ studyIds }) => studyIds.includes(studyId)));
  const count = rows.length;
  return {
    ...data,
    groups: others.length > 0 ? [...groups, { label: 'Other studies', rows: others }] : groups,
    ...(data.pooled ? { pooled: { ...data.pooled, label: `All ${count} studies` } } : {}),
    heterogeneity: words.heterogeneity ?? data.heterogeneity,
    method: words.method ?? data.method,
  };
}
