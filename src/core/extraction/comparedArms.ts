import type { ArmNumbers } from '#core/extraction/impossibleResult';
import type { ArmKind } from '#core/vocabulary';

/** An arm of one study with what it reports on one outcome. */
export interface ReportedArm {
  readonly name: string;
  readonly kind: ArmKind;
  readonly numbers: ArmNumbers;
}

/** Which treatments are compared, by the names of arms; several on one side are combined within each study. */
export interface Comparison {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Arms of different studies got the same treatment when their names differ by nothing but case and spaces. */
export function treatmentKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * The arms as a comparison sees them: intervention, comparator or neither. Without a comparison they keep the kinds
 * that they were extracted with.
 */
export function comparedArms(arms: readonly ReportedArm[], comparison: Comparison | null): ReportedArm[] {
  if (!comparison) return [...arms];
  const [first, second] = [comparison.first.map(treatmentKey), comparison.second.map(treatmentKey)];
  return arms.map(arm => {
    const key = treatmentKey(arm.name);
    return { ...arm, kind: first.includes(key) ? 'intervention' : second.includes(key) ? 'comparator' : 'other' };
  });
}

/** The treatments of some arms in the order of first appearance, each under the name that it bears first. */
export function treatmentsOfArms(arms: readonly Pick<ReportedArm, 'name'>[]): string[] {
  const names = new Map<string, string>();
  for (const { name } of arms) {
    const key = treatmentKey(name);
    if (!names.has(key)) names.set(key, name.trim().replace(/\s+/g, ' '));
  }
  return [...names.values()];
}
