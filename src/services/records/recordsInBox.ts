import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { type FlowSets, loadFlowSets } from '#services/records/flowSets';

/** The records of a box of the flow diagram. For those who may see the flow: ask `whyNotSeeFlow` first. */
export async function recordsInBox(
  ctx: Context,
  viewer: ReviewStanding,
  box: string,
  reason: string | undefined,
): Promise<readonly string[]> {
  return boxOf(await loadFlowSets(ctx, viewer), box, reason);
}

function boxOf(sets: FlowSets, box: string, reason: string | undefined): readonly string[] {
  switch (box) {
    case 'identified':
      return sets.identified.map(record => record.recordId);
    case 'duplicates':
      return sets.duplicates;
    case 'not-screened':
      return sets.notScreened;
    case 'screened':
      return sets.screened;
    case 'records-excluded':
      return sets.recordsExcluded;
    case 'sought':
      return [...sets.recordsPassed, ...sets.byOtherMethods];
    case 'not-retrieved':
      return sets.notRetrieved;
    case 'assessed':
      return sets.assessed;
    case 'reports-excluded':
      return sets.reportsExcluded.filter(one => !reason || one.criterionId === reason).map(one => one.recordId);
    case 'included':
      return sets.included;
    default:
      throw new RangeError(`boxOf: there is no box "${box}"`);
  }
}
