import { standing } from '#core/screening/standing';
import type { Stage, Verdict } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOthersDecisions, maySeeOutcomes } from '#policies/visibility';
import type { Context } from '#services/context';
import { loadStandings } from '#services/records/tallies';
import { loadSituations } from '#services/screening/situations';

/** The verdicts that a person may see: of the given records, or of all candidates of the stage. */
export async function visibleVerdicts(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordIds?: readonly string[],
): Promise<Map<string, Verdict>> {
  if (!maySeeOutcomes(viewer, stage)) return new Map();
  const verdicts = new Map<string, Verdict>();
  for (const [recordId, { phase, verdict }] of recordIds
    ? await loadStandings(ctx, viewer, stage, recordIds)
    : await standingsOfAll(ctx, viewer, stage)) {
    if (maySeeOthersDecisions(viewer, stage, phase)) verdicts.set(recordId, verdict);
  }
  return verdicts;
}

async function standingsOfAll(ctx: Context, viewer: ReviewStanding, stage: Stage) {
  const situations = await loadSituations(ctx, viewer, stage);
  return new Map([...situations].map(([recordId, situation]) => [recordId, standing(situation)] as const));
}
