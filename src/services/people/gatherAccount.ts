import { In, LessThan, Not } from 'typeorm';
import { AccountExport } from '#entities/AccountExport';
import { Membership } from '#entities/Membership';
import { Review } from '#entities/Review';
import type { ArchiveEntry, Context } from '#services/context';
import { readCredit } from '#services/credit/readCredit';
import { readMentored } from '#services/credit/readMentored';
import { ACCOUNT_PARTS } from '#services/people/accountParts';
import { KEPT_DAYS, ONE_DAY_MS } from '#services/people/exportAccount';

const MOST_BYTES = 2_000_000_000;

class ExportStopped extends Error {}

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
  const found: object[] = [await readMentored(ctx, actor)];
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
