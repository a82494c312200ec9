import { standing } from '#core/screening/standing';
import type { Stage, Verdict } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOthersDecisions, maySeeOutcomes } from '#policies/visibility';
import type { Context } from '#services/context';
import { loadSituations, loadSituationsOf } from '#services/screening/situations';

/** The verdicts that a person may see: of the given records, or of all candidates of the stage. */
export async function visibleVerdicts(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordIds?: readonly string[],
): Promise<Map<string, Verdict>> {
  if (!maySeeOutcomes(viewer, stage)) return new Map();
  const situations = recordIds
    ? await loadSituationsOf(ctx, viewer, stage, recordIds)
    : await loadSituations(ctx, viewer, stage);
  const verdicts = new Map<string, Verdict>();
  for (const [recordId, situation] of situations) {
    const reached = standing(situation);
    if (maySeeOthersDecisions(viewer, stage, reached.phase)) verdicts.set(recordId, reached.verdict);
  }
  return verdicts;
}
