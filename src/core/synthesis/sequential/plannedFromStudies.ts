import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { numberOf, type StudyNumbers } from '#core/synthesis/effects/effectSize';

/** Persons of a group: given, or events and non-events together; NaN where the study doesn't say. */
function groupSize(study: StudyNumbers, total: string, events: string, others: string): number {
  return study[total] ?? numberOf(study, events) + numberOf(study, others);
}

/** Persons of a study, both groups together; null where it doesn't say. */
export function personsOfStudy(study: StudyNumbers): number | null {
  const persons = groupSize(study, 'n1i', 'ai', 'bi') + groupSize(study, 'n2i', 'ci', 'di');
  return persons > 0 ? persons : null;
}

/**
 * Risk of the second group in all studies together: events over persons, as the trial sequential analysis program takes
 * it from its data. Scale: a risk between 0 and 1. Takes the studies' numbers; those without events of the second group
 * don't count. Not estimable: `numbers-missing`, `no-events-or-no-non-events-in-both-groups` (a risk of 0 or 1).
 * Source: Thorlund et al. (2011), User Manual for Trial Sequential Analysis. Arithmetic only, exact.
 */
export function controlRiskOf(studies: readonly StudyNumbers[]): Estimable<number> {
  let [events, persons] = [0, 0];
  for (const study of studies) {
    const [own, size] = [numberOf(study, 'ci'), groupSize(study, 'n2i', 'ci', 'di')];
    if (Number.isNaN(own + size)) continue;
    events += own;
    persons += size;
  }
  if (persons === 0) return notEstimable('numbers-missing');
  if (events === 0 || events === persons) return notEstimable('no-events-or-no-non-events-in-both-groups');
  return estimable(events / persons);
}

/**
 * Standard deviation of one person's value: all groups of all studies pooled, each by its degrees of freedom. Scale: that
 * of the outcome. Takes the studies' numbers; groups without a standard deviation don't count. Not estimable:
 * `numbers-missing`, `no-variance`. Source: the pooled variance, e.g. Cochrane Handbook 6.5.2. Arithmetic only, exact.
 */
export function deviationOf(studies: readonly StudyNumbers[]): Estimable<number> {
  let [squares, freedom] = [0, 0];
  for (const study of studies) {
    for (const group of [1, 2]) {
      const [n, deviation] = [numberOf(study, `n${group}i`), numberOf(study, `sd${group}i`)];
      if (!(n >= 2) || Number.isNaN(deviation)) continue;
      squares += (n - 1) * deviation ** 2;
      freedom += n - 1;
    }
  }
  if (freedom === 0) return notEstimable('numbers-missing');
  return squares > 0 ? estimable(Math.sqrt(squares / freedom)) : notEstimable('no-variance');
}
