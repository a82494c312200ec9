import { createReadStream, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'xml2js';
import { createReader } from '#core/searching/createReader';
import type { ReferenceRecord } from '#core/searching/record';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';
import { RecordImport } from '#entities/RecordImport';
import { Review } from '#entities/Review';
import { Search } from '#entities/Search';
import { decodeChunks } from '#scripts/commands/records/decodeChunks';
import { withDatabase } from '#scripts/withDatabase';
import type { Context } from '#services/context';
import { storeRecords } from '#services/imports/storeRecords';

/** What one way of reading took. */
export interface Measured {
  readonly records: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Processor time of the database's process, where it can be read. */
  readonly serverSeconds?: number;
}

/** As an import stores them. */
const BATCH = 500;
const TICKS_A_SECOND = 100;

async function* batchesOf(file: string): AsyncGenerator<ReferenceRecord[]> {
  let found: ReferenceRecord[] = [];
  const reader = createReader(
    'pubmed-xml',
    record => found.push(record),
    () => {},
  );
  for await (const text of decodeChunks(createReadStream(file, { highWaterMark: 256 * 1024 }))) {
    reader.write(text);
    yield found;
    found = [];
  }
  reader.end();
  yield found;
}

async function measured(work: () => Promise<number>): Promise<Measured> {
  const before = process.cpuUsage();
  const records = await work();
  const { user, system } = process.cpuUsage(before);
  return { records, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function intoRecords(file: string): Promise<Measured> {
  return measured(async () => {
    let records = 0;
    for await (const batch of batchesOf(file)) records += batch.length;
    return records;
  });
}

/**
 * Into an empty review of a database of its own, as an import does it: with the index of words and all else that the
 * database works out by itself for each record, or without, so that one sees what that costs.
 */
async function intoPostgres(file: string, isIndexed: boolean): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'pooled-bench-data-'));
  // The server may run as another user, who must be able to enter.
  await chmod(folder, 0o755);
  process.env.POOLED_DATA = folder;
  try {
    return await withDatabase(async ctx => {
      const key = await emptyImport(ctx);
      if (!isIndexed) await ctx.db.query('alter table search_records disable trigger user');
      const pids: { pid: number }[] = await ctx.db.query(
        "select pid from pg_stat_activity where application_name = 'pooled-command'",
      );
      const result = await measured(async () => {
        let position = 0;
        let waiting: { position: number; record: ReferenceRecord }[] = [];
        for await (const batch of batchesOf(file)) {
          for (const record of batch) waiting.push({ position: position++, record });
          while (waiting.length >= BATCH) await storeRecords(ctx, key, waiting.splice(0, BATCH));
        }
        await storeRecords(ctx, key, waiting);
        waiting = [];
        return position;
      });
      const all: { pid: number }[] = await ctx.db.query(
        "select pid from pg_stat_activity where application_name = 'pooled-command'",
      );
      const serverSeconds = [...new Set([...pids, ...all].map(row => row.pid))].reduce(
        (sum, pid) => sum + processorTime(pid),
        0,
      );
      return { ...result, ...(serverSeconds > 0 && { serverSeconds }) };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function emptyImport(ctx: Context): Promise<{ reviewId: string; importId: string; createdBy: string }> {
  const ids = { personId: ctx.newId(), projectId: ctx.newId(), reviewId: ctx.newId(), searchId: ctx.newId() };
  const { personId, projectId, reviewId, searchId } = ids;
  const importId = ctx.newId();
  const made = { createdBy: personId, createdAt: ctx.now() };
  await ctx.db.insert(Person, { personId, name: 'Bench', email: 'bench@example.org', createdAt: ctx.now() });
  await ctx.db.insert(Project, { projectId, title: 'Bench', ...made });
  const modes = { titleAndAbstractMode: 'double', fullTextMode: 'double' } as const;
  await ctx.db.insert(Review, { reviewId, projectId, title: 'Bench', ...modes, ...made });
  const ranOn = ctx.now().toISOString().slice(0, 10);
  await ctx.db.insert(Search, { reviewId, searchId, sourceName: 'PubMed', sourceKind: 'database', ranOn, ...made });
  await ctx.db.insert(RecordImport, { reviewId, importId, searchId, state: 'importing', ...made });
  return { reviewId, importId, createdBy: personId };
}

/** Seconds that a process has used, by Linux's own books; 0 where there are none. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
}

/** xml2js knows no pieces: it gets the whole file, and its tree is not even turned into records. */
function plainXml2js(file: string): Promise<Measured> {
  return measured(async () => {
    const tree = await new Parser().parseStringPromise(readFileSync(file, 'utf8'));
    return tree.PubmedArticleSet.PubmedArticle.length;
  });
}

export const MEASURES_HERE: Readonly<Record<string, (file: string) => Promise<Measured>>> = {
  records: intoRecords,
  postgres: file => intoPostgres(file, true),
  'no index': file => intoPostgres(file, false),
  xml2js: plainXml2js,
};
