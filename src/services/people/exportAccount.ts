import { In, LessThan, Not } from 'typeorm';
import { Problem } from '#core/problem';
import { AccountExport } from '#entities/AccountExport';
import { Membership } from '#entities/Membership';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';
import type { Actor, ArchiveEntry, Context } from '#services/context';
import { readCredit } from '#services/credit/readCredit';
import { ACCOUNT_PARTS } from '#services/people/accountParts';
import { type DeedContext, perform } from '#services/perform';

/** The queue's task for it: the rest is in the export's row. */
export const EXPORT_TASK = 'export-account';

const ONE_DAY_MS = 86_400_000;
export const KEPT_DAYS = 7;
const MOST_BYTES = 2_000_000_000;

class ExportStopped extends Error {}

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

/** Gathers an export in the worker. Safe to do twice: a finished one is left alone. */
export async function runAccountExport(ctx: Context, exportId: string, isLastTry: boolean): Promise<void> {
  const found = await ctx.db.findOneBy(AccountExport, { exportId });
  if (!found || found.finishedAt) return;
  const finish = (state: 'done' | 'failed' | 'cancelled', sentence: string, file: object = {}) =>
    ctx.db.update(AccountExport, { exportId }, { state, sentence, finishedAt: ctx.now(), ...file });
  await ctx.db.update(AccountExport, { exportId }, { state: 'running', startedAt: found.startedAt ?? ctx.now() });
  try {
    const bytes = await ctx.zip.pack(await gather(ctx, found));
    const stored = await ctx.files.save(oneChunk(bytes), MOST_BYTES);
    await finish('done', 'Your archive is ready.', { fileHash: stored.hash, bytes: stored.bytes });
  } catch (error) {
    if (error instanceof ExportStopped) await finish('cancelled', 'Stopped. No file was made.');
    else {
      if (isLastTry) await finish('failed', 'The archive could not be made. Nothing of yours has changed: try again.');
      throw error;
    }
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function gather(ctx: Context, { exportId, personId }: AccountExport): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  const total = ACCOUNT_PARTS.length + 1;
  for (const [done, part] of ACCOUNT_PARTS.entries()) {
    await tell(ctx, exportId, done, total, part.name);
    const rows: object[] = await ctx.db.query(part.sql, [personId]);
    entries.push({ name: `${part.name}.json`, text: `${JSON.stringify(rows, null, 2)}\n` });
  }
  await tell(ctx, exportId, total - 1, total, 'credit');
  const credit = await ownCredit(ctx, personId);
  entries.push({ name: 'credit.json', text: `${JSON.stringify(credit, null, 2)}\n` });
  return [{ name: 'README.txt', text: readmeOf(ctx, entries) }, ...entries];
}

async function tell(ctx: Context, exportId: string, doneCount: number, totalCount: number, part: string) {
  await ctx.db.update(AccountExport, { exportId }, { doneCount, totalCount, sentence: `Gathering ${part}` });
  if (await ctx.db.existsBy(AccountExport, { exportId, isCancelRequested: true })) throw new ExportStopped();
}

/** What the ledgers say of the person, as their own page of credit shows it: it follows blinding by itself. */
async function ownCredit(ctx: Context, personId: string) {
  const actor = { personId, isAdministrator: false };
  const seats = await ctx.db.findBy(Membership, { personId });
  const reviews = await ctx.db.findBy(Review, {
    projectId: In(seats.filter(({ leftAt }) => leftAt === null).map(seat => seat.projectId)),
  });
  const found: object[] = [];
  for (const { reviewId, title } of reviews) {
    const { people } = await readCredit(ctx, actor, reviewId);
    found.push({ review: title, ledger: people.find(one => one.isMe)?.lines ?? [] });
  }
  return found;
}

function readmeOf(ctx: Context, entries: readonly ArchiveEntry[]): string {
  return [
    `Your account at ${ctx.publicUrl}, as it stood at ${ctx.now().toISOString()}.`,
    '',
    'Each file is a JSON list of what is yours: what you wrote, chose and did. It says nothing of what others chose or',
    'wrote. Instants are in UTC.',
    '',
    ...entries.map(({ name }) => `- ${name}`),
    '',
  ].join('\r\n');
}

/** Removes archives that have been kept long enough: a chore of the worker. Gives how many. */
export async function removeOldExports(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * ONE_DAY_MS);
  const old = await ctx.db.findBy(AccountExport, { finishedAt: LessThan(before), fileHash: Not('') });
  for (const { exportId, fileHash } of old) {
    await ctx.db.update(AccountExport, { exportId }, { fileHash: null, sentence: 'The file was kept for a week.' });
    if (fileHash) await ctx.files.remove(fileHash);
  }
  return old.length;
}
