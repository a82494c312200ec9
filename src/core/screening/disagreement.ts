import type { Choice, Stage } from '#core/vocabulary';

/** What the thinking about a record needs of a decision. `criterionId` is the one primary reason of an exclusion. */
export interface DecisionOnRecord {
  readonly personId: string;
  readonly choice: Choice;
  readonly criterionId: string | null;
}

/**
 * Why decisions on one record cannot stand together:
 * `choices` some pass it on and some exclude it · `unsure` full text must end in yes or no · `reasons` all exclude the
 * report, but for different reasons, and PRISMA counts one reason a report.
 */
export const DISAGREEMENTS = ['choices', 'unsure', 'reasons'] as const;
export type Disagreement = (typeof DISAGREEMENTS)[number];

/** How many independent decisions a record needs before they say anything together. */
export const DECISIONS_NEEDED = { single: 1, double: 2 } as const;

/** How many people screen one record; what a stage's rule makes of it is `secondScreener`'s. */
export type RecordMode = keyof typeof DECISIONS_NEEDED;

/** A record goes on when it is included and also while one is unsure: a doubt must not lose a study. */
export function passes(choice: Choice): boolean {
  return choice !== 'exclude';
}

/**
 * Why these decisions need a third person, or null when they can stand. The order of the decisions does not matter.
 * An exclusion at full text without a reason differs from one that has a reason.
 */
export function disagreement(decisions: readonly DecisionOnRecord[], stage: Stage): Disagreement | null {
  const passing = decisions.filter(decision => passes(decision.choice)).length;
  if (passing > 0 && passing < decisions.length) return 'choices';
  if (stage === 'title-and-abstract') return null;
  if (decisions.some(decision => decision.choice === 'unsure')) return 'unsure';
  const reasons = new Set(decisions.filter(decision => !passes(decision.choice)).map(decision => decision.criterionId));
  return reasons.size > 1 ? 'reasons' : null;
}
