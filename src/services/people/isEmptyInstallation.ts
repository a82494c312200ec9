import { IsNull } from 'typeorm';
import { Person } from '#entities/Person';
import type { Context } from '#services/context';

/** Whether nobody has an account yet: then the page offers the demo. */
export async function isEmptyInstallation(ctx: Context): Promise<boolean> {
  return !(await ctx.db.existsBy(Person, { deletedAt: IsNull() }));
}
