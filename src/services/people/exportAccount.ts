import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { AccountExport } from '#entities/AccountExport';
import { Person } from '#entities/Person';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';

/** The queue's task for it: the rest is in the export's row. */
export const EXPORT_TASK = 'export-account';

export const ONE_DAY_MS = 86_400_000;
export const KEPT_DAYS = 7;

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
    await tx.db.query('select graphile_worker.add_job($1, payload => $2::json, job_key => $3, max_attempts => 4)', [
      EXPORT_TASK,
      JSON.stringify({ exportId }),
      exportId,
    ]);
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
  if (!last) return null;
  const { fileHash, finishedAt, ...shown } = last;
  const keptUntil = fileHash && finishedAt ? new Date(finishedAt.getTime() + KEPT_DAYS * ONE_DAY_MS) : null;
  return { ...shown, finishedAt, keptUntil };
}

/** Stops an export that is under way, or removes the file of one that is done. */
export async function removeExport(ctx: Context, actor: Actor, exportId: string): Promise<void> {
  const hash = await perform(ctx, actor, 'remove-account-export', async tx => {
    const found = await lockOwn(tx, actor, exportId);
    const isUnderWay = found.state === 'queued' || found.state === 'running';
    if (isUnderWay ? found.isCancelRequested : found.fileHash === null) {
      tx.changedNothing();
      return null;
    }
    if (isUnderWay) await tx.db.update(AccountExport, { exportId }, { isCancelRequested: true });
    else await tx.db.update(AccountExport, { exportId }, { fileHash: null, sentence: 'The file was removed.' });
    tx.witness({ subjectKind: 'person', subjectId: actor.personId });
    return found.fileHash;
  });
  if (hash) await ctx.files.remove(hash);
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
  const hash = found?.fileHash;
  if (!hash || found.bytes === null) {
    throw new Problem('not-found', 'There is no such file of yours, or it was removed. Ask for a new one.');
  }
  return { bytes: found.bytes, read: (from: number, to: number) => ctx.files.readPart(hash, from, to) };
}
