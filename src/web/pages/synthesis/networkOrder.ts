import type { Contrast } from '#core/synthesis/network/contrasts';
import type { OutcomeData } from './plan.ts';

export interface TreatmentOrder {
  readonly order: readonly string[];
  /** Treatments beside the reference that came in the same year as another one: nothing says which is newer. */
  readonly tied: readonly string[];
}

/**
 * Treatments from old to new: the reference, then the others by the first study of each. Null where a treatment has no
 * study with a year.
 */
export function orderByFirstYear(
  treatments: readonly string[],
  reference: string,
  contrasts: readonly Contrast[],
  studies: OutcomeData['studies'],
): TreatmentOrder | null {
  const yearOf = new Map(studies.map(({ studyId, characteristics }) => [studyId, characteristics.year]));
  const firstYear = new Map<string, number>();
  for (const { study, t1, t2 } of contrasts) {
    const year = yearOf.get(study);
    if (typeof year !== 'number') continue;
    for (const treatment of [t1, t2]) firstYear.set(treatment, Math.min(year, firstYear.get(treatment) ?? year));
  }
  if (!treatments.every(treatment => firstYear.has(treatment))) return null;
  const others = treatments.filter(treatment => treatment !== reference);
  const year = (treatment: string) => firstYear.get(treatment) ?? 0;
  return {
    order: [reference, ...others.sort((a, b) => year(a) - year(b))],
    tied: others.filter(one => others.some(other => other !== one && year(other) === year(one))),
  };
}
