import { Membership } from '#entities/Membership';
import { Project } from '#entities/Project';
import type { Actor, Context } from '#services/context';
import { moneyTexts, refuseMoney } from '#services/openings/refuseMoney';
import { perform } from '#services/perform';

/** What a project says of itself: words, and what its post says of the work and whom it asks. */
export interface ProjectText
  extends Partial<
    Pick<
      Project,
      | 'studyType'
      | 'pay'
      | 'workPlace'
      | 'city'
      | 'months'
      | 'graduatedSince'
      | 'examStepsAsked'
      | 'visaRule'
      | 'mentor'
      | 'contactRule'
      | 'letter'
    >
  > {
  readonly title: string;
  readonly summary: string;
  readonly specialty: string;
}

/** Begins a project; whoever begins it is its lead. */
export async function createProject(ctx: Context, actor: Actor, text: ProjectText): Promise<{ id: string }> {
  refuseMoney(moneyTexts(text));
  return perform(ctx, actor, 'create-project', async tx => {
    const projectId = tx.newId();
    const now = tx.now();
    await tx.db.insert(Project, { projectId, ...text, createdBy: actor.personId, createdAt: now });
    await tx.db.insert(Membership, {
      projectId,
      personId: actor.personId,
      roles: ['lead'],
      joinedAt: now,
      leftAt: null,
    });
    tx.witness({ subjectKind: 'project', subjectId: projectId });
    return { id: projectId };
  });
}
