import { In } from 'typeorm';
import { AccountExport } from '#entities/AccountExport';
import { Membership } from '#entities/Membership';
import { Review } from '#entities/Review';
import type { ArchiveEntry, Context } from '#services/context';
import { readCredit } from '#services/credit/readCredit';
import { readMentored } from '#services/credit/readMentored';
import { type FileToMake, makeFile } from '#services/madeFiles/makeFile';
import type { TellSteps } from '#services/madeFiles/tellSteps';
import { ACCOUNT_PARTS } from '#services/people/accountParts';

const MOST_BYTES = 2_000_000_000;

/** Gathers an export in the worker. Safe to do twice: a finished one is left alone. */
export async function runAccountExport(ctx: Context, exportId: string, isLastTry: boolean): Promise<void> {
  const row = await ctx.db.findOneBy(AccountExport, { exportId });
  if (!row) return;
  const file: FileToMake = {
    row,
    change: values => ctx.db.update(AccountExport, { exportId }, values),
    isStopAsked: () => ctx.db.existsBy(AccountExport, { exportId, isCancelRequested: true }),
    make: async tell => ctx.zip.pack(await gather(ctx, row.personId, tell)),
    mostBytes: MOST_BYTES,
    ready: 'Your archive is ready.',
    failed: 'The archive could not be made. Nothing of yours has changed: try again.',
  };
  await makeFile(ctx, file, isLastTry);
}

async function gather(ctx: Context, personId: string, tell: TellSteps): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  const total = ACCOUNT_PARTS.length + 1;
  for (const [done, part] of ACCOUNT_PARTS.entries()) {
    await tell(done, total, `Gathering ${part.name}`);
    const rows: object[] = await ctx.db.query(part.sql, [personId]);
    entries.push({ name: `${part.name}.json`, text: `${JSON.stringify(rows, null, 2)}\n` });
  }
  await tell(total - 1, total, 'Gathering credit');
  const credit = await ownCredit(ctx, personId);
  entries.push({ name: 'credit.json', text: `${JSON.stringify(credit, null, 2)}\n` });
  return [{ name: 'README.txt', text: readmeOf(ctx, entries) }, ...entries];
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
