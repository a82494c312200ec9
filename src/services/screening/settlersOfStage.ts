import { type Phase, phase } from '#core/screening/phase';
import type { Stage } from '#core/vocabulary';
import { type AdjudicateCase, whyNotAdjudicate } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { listMembers } from '#services/projects/readProjects';
import type { Situations } from '#services/screening/situations';

/** People of the team who may settle conflicts of a stage. */
export async function settlersOfStage(ctx: Context, projectId: string, stage: Stage): Promise<string[]> {
  const members = await listMembers(ctx, projectId);
  return members
    .filter(
      ({ roles, settlesAt }) => roles.includes('lead') || (roles.includes('adjudicator') && settlesAt.includes(stage)),
    )
    .map(member => member.personId);
}

/** What decides whether a viewer may settle a conflict: whose decisions differ, and whether somebody else could. */
export function adjudicateCase(
  viewer: ReviewStanding,
  stage: Stage,
  reached: Phase,
  decisions: readonly { readonly personId: string }[],
  settlers: readonly string[],
): AdjudicateCase {
  const decided = new Set(decisions.map(one => one.personId));
  return {
    stage,
    phase: reached,
    hasDecided: decided.has(viewer.personId),
    hasThirdPerson: settlers.some(personId => !decided.has(personId)),
  };
}

/** How many open conflicts wait for this viewer: not those of their own that somebody else can settle. */
export async function conflictsToSettle(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  situations: Situations,
): Promise<number> {
  const open = [...situations.values()].filter(situation => phase(situation) === 'conflicted');
  if (open.length === 0) return 0;
  const settlers = await settlersOfStage(ctx, viewer.projectId, stage);
  return open.filter(
    ({ decisions }) =>
      whyNotAdjudicate(viewer, adjudicateCase(viewer, stage, 'conflicted', decisions, settlers), 'adjudicate') === null,
  ).length;
}
