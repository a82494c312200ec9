import { Project } from '#entities/Project';
import { whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { moneyTexts, refuseMoney } from '#services/openings/refuseMoney';
import { perform } from '#services/perform';
import type { ProjectText } from '#services/projects/createProject';
import { standInProject } from '#services/standing';

/** Changes what a project says of itself. */
export async function updateProject(ctx: Context, actor: Actor, projectId: string, text: ProjectText): Promise<void> {
  insist(whyNotLead(await standInProject(ctx, actor, projectId)));
  refuseMoney(moneyTexts(text));
  await perform(ctx, actor, 'describe-project', async tx => {
    await tx.db.update(Project, { projectId }, { ...text });
    tx.witness({ subjectKind: 'project', subjectId: projectId });
  });
}
