import type { ScreeningRule } from '#core/screening/secondScreener';
import type { Role, Stage } from '#core/vocabulary';

/** A member's place in a project. */
export interface ProjectStanding {
  readonly personId: string;
  readonly projectId: string;
  readonly roles: readonly Role[];
}

/** A member's place in a review, with what of the review decides who may do what. */
export interface ReviewStanding extends ProjectStanding {
  readonly reviewId: string;
  readonly rules: Readonly<Record<Stage, ScreeningRule>>;
  readonly closedStages: readonly Stage[];
}

/** Whether a member has one of the roles. */
export function hasRole(standing: ProjectStanding, ...roles: readonly Role[]): boolean {
  return roles.some(role => standing.roles.includes(role));
}
