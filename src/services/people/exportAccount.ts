import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { AccountExport } from '#entities/AccountExport';
import { Person } from '#entities/Person';
import type { Actor, Context } from '#services/context';
import { changeByRemoval, openFile, presentFile, queueMaking } from '#services/madeFiles/madeFile';
import { type DeedContext, perform } from '#services/perform';
import { dropUnreferenced } from '#services/screening/fullTextContent';

/** The queue's task for it: the rest is in the export's row. */
export const EXPORT_TASK = 'export-account';

/** Asks for all that is one's own as one archive. Asked again while it is under way, it is the same one. */
export async function askForExport(ctx: Context, actor: Actor): Promise<{ id: string }> {
  const { personId } = actor;
  return perform(ctx, actor, 'export-account', async tx => {
    await tx.db.findOne(Person, { where: { personId }, lock: { mode: 'pessimistic_write' } });
    const underWay = await tx.db.findOneBy(AccountExport, { personId, state: In(['queued', 'running']) });
    if (underWay) {
      tx.changedNothing();
      return { id: underWay.exportId };
    }
    const exportId = tx.newId();
    await tx.db.insert(AccountExport, { exportId, personId, state: 'queued', askedAt: tx.now() });
    await queueMaking(tx, EXPORT_TASK, { exportId });
    tx.witness({ subjectKind: 'person', subjectId: personId });
    return { id: exportId };
  });
}

/** The newest export of one's own; null where there is none. */
export async function lastExport(ctx: Context, actor: Actor) {
  const [last] = await ctx.db.find(AccountExport, {
    where: { personId: actor.personId },
    order: { askedAt: 'DESC' },
    take: 1,
  });
  return last ? presentFile(last) : null;
}

/** Stops an export that is under way, or removes the file of one that is done. */
export async function removeExport(ctx: Context, actor: Actor, exportId: string): Promise<void> {
  const hash = await perform(ctx, actor, 'remove-account-export', async tx => {
    const found = await lockOwn(tx, actor, exportId);
    const change = changeByRemoval(found);
    if (!change) {
      tx.changedNothing();
      return null;
    }
    await tx.db.update(AccountExport, { exportId }, change);
    tx.witness({ subjectKind: 'person', subjectId: actor.personId });
    return found.fileHash;
  });
  if (hash) dropUnreferenced(ctx, [hash]);
}

async function lockOwn(tx: DeedContext, actor: Actor, exportId: string): Promise<AccountExport> {
  const found = await tx.db.findOne(AccountExport, {
    where: { exportId, personId: actor.personId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!found) throw new Problem('not-found', 'There is no such export of yours.');
  return found;
}

/** The archive, for its owner alone. */
export async function openExport(ctx: Context, actor: Actor, exportId: string) {
  const found = await ctx.db.findOneBy(AccountExport, { exportId, personId: actor.personId });
  return openFile(ctx, found).content;
}
