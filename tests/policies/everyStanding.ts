import { ROLES, type Role, STAGES, type Stage } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';

const DOUBLE = { mode: 'double', sharePercent: 10, seed: 1 } as const;

/** A member of a made-up review. */
export function memberWith(roles: readonly Role[], closedStages: readonly Stage[] = []): ReviewStanding {
  return {
    personId: 'me',
    projectId: 'project',
    roles,
    reviewId: 'review',
    rules: { 'title-and-abstract': DOUBLE, 'full-text': DOUBLE },
    closedStages,
    screensAt: STAGES,
    settlesAt: STAGES,
  };
}

/** Every role alone, a few together, and no role at all. */
export const ROLE_SETS: readonly (readonly Role[])[] = [
  [],
  ...ROLES.map(role => [role] as const),
  ['lead', 'screener'],
  ['adjudicator', 'screener'],
  ['screener', 'extractor', 'librarian'],
];

/** Which stages may be closed: none, either, both. */
export const CLOSED_SETS: readonly (readonly Stage[])[] = [[], ['title-and-abstract'], ['full-text'], STAGES];

export const nameOf = (words: readonly string[]) => words.join(' and ') || 'none';
