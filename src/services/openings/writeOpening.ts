import type { OpeningState } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import type { Role } from '#core/vocabulary';
import { Opening } from '#entities/Opening';
import { whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { letWaitingIn, loadOpening, lockOpening } from '#services/openings/loadOpening';
import { refuseMoney } from '#services/openings/refuseMoney';
import { perform } from '#services/perform';
import { standInProject } from '#services/standing';

export interface OpeningFields
  extends Partial<
    Pick<Opening, 'workCount' | 'workUnit' | 'totalHours' | 'startsOn' | 'dueOn' | 'languages' | 'earnsKind'>
  > {
  readonly role: Role;
  readonly title: string;
  readonly asks: string;
  readonly earns: string;
  readonly requiredSkills: string[];
  readonly hoursPerWeek: number | null;
  readonly timeZone: string | null;
  readonly capacity: number;
  readonly closesOn: string | null;
}

/** Opens a seat in a project. */
export async function createOpening(
  ctx: Context,
  actor: Actor,
  projectId: string,
  fields: OpeningFields,
): Promise<{ id: string }> {
  insist(whyNotLead(await standInProject(ctx, actor, projectId)));
  checkOpening(fields);
  return perform(ctx, actor, 'open-seat', async tx => {
    const openingId = tx.newId();
    await tx.db.insert(Opening, { openingId, projectId, ...fields, state: 'open', createdAt: tx.now() });
    tx.witness({ subjectKind: 'opening', subjectId: openingId, facts: { projectId, role: fields.role } });
    return { id: openingId };
  });
}

/** Changes an opening, or closes it. */
export async function updateOpening(
  ctx: Context,
  actor: Actor,
  openingId: string,
  fields: OpeningFields & { readonly state: OpeningState },
): Promise<void> {
  const opening = await loadOpening(ctx, openingId);
  insist(whyNotLead(await standInProject(ctx, actor, opening.projectId)));
  checkOpening(fields);
  await perform(ctx, actor, 'change-opening', async tx => {
    await lockOpening(tx, openingId);
    await tx.db.update(Opening, { openingId }, { ...fields });
    await letWaitingIn(tx, openingId);
    tx.witness({ subjectKind: 'opening', subjectId: openingId, facts: { state: fields.state } });
  });
}

function checkOpening({ title, asks, earns, startsOn, dueOn }: OpeningFields): void {
  refuseMoney({ title, asks, earns });
  if (startsOn && dueOn && dueOn < startsOn) {
    const detail = 'The work is due before it begins.';
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/dueOn', detail }]);
  }
}
