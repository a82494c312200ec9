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

/** Reports come by databases and registers or by other methods; each column of the diagram has its own. */
function boxOf(sets: FlowSets, box: string, reason: string | undefined): readonly string[] {
  const others = new Set(sets.byOtherMethods);
  const isOther = box.startsWith('other-');
  const inColumn = (ids: readonly string[]) => ids.filter(recordId => others.has(recordId) === isOther);
  switch (box.replace(/^other-/, '')) {
    case 'identified':
      return inColumn(sets.identified.map(record => record.recordId));
    case 'duplicates':
      return sets.duplicates;
    case 'not-screened':
      return sets.notScreened;
    case 'screened':
      return sets.screened;
    case 'records-excluded':
      return sets.recordsExcluded;
    case 'sought':
      return isOther ? sets.byOtherMethods : sets.recordsPassed;
    case 'not-retrieved':
      return inColumn(sets.notRetrieved);
    case 'assessed':
      return inColumn(sets.assessed);
    case 'reports-excluded':
      return inColumn(
        sets.reportsExcluded.filter(one => !reason || one.criterionId === reason).map(one => one.recordId),
      );
    case 'included':
      return sets.included;
    default:
      throw new RangeError(`boxOf: there is no box "${box}"`);
  }
}
