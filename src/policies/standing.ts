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
  /** At which stages a screener screens, and an adjudicator settles: leads have said so. They themselves may everywhere. */
  readonly screensAt: readonly Stage[];
  readonly settlesAt: readonly Stage[];
}

/** Whether somebody settles the conflicts of a stage: a lead, or an adjudicator who was given that stage. */
export function settlesAtStage(standing: ReviewStanding, stage: Stage): boolean {
  return hasRole(standing, 'lead') || (hasRole(standing, 'adjudicator') && standing.settlesAt.includes(stage));
}

/** Whether a member has one of the roles. */
export function hasRole(standing: ProjectStanding, ...roles: readonly Role[]): boolean {
  return roles.some(role => standing.roles.includes(role));
}
