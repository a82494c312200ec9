import { createReader } from '#core/searching/createReader';
import type { ReferenceRecord } from '#core/searching/record';
import { type ImportReport, RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context, PubmedCount } from '#services/context';
import { finishImport } from '#services/imports/runImport';
import { type PlacedRecord, storeRecords } from '#services/imports/storeRecords';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Asks PubMed how many records a search finds and what it made of it. Writes nothing. */
export async function countPubmed(ctx: Context, actor: Actor, reviewId: string, query: string): Promise<PubmedCount> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'import'));
  return ctx.pubmed.count(query);
}

/** Begins a search of PubMed as a job; it is an entry of PRISMA-S by itself, with the day and the string as run. */
export async function startPubmedSearch(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  query: string,
): Promise<{ jobId: string; importId: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'import'));
  return perform(ctx, actor, 'run-search', async tx => {
    const searchId = tx.newId();
    const importId = tx.newId();
    const createdAt = tx.now();
    await tx.db.insert(Search, {
      reviewId,
      searchId,
      sourceName: 'PubMed',
      sourceKind: 'database',
      platform: 'NCBI E-utilities',
      strategy: query,
      translatedStrategy: null,
      limits: null,
      warnings: [],
      ranOn: createdAt.toISOString().slice(0, 10),
      countFound: null,
      createdBy: actor.personId,
      createdAt,
    });
    await tx.db.insert(RecordImport, {
      reviewId,
      importId,
      searchId,
      state: 'importing',
      format: 'pubmed-xml',
      encoding: 'utf-8',
      createdBy: actor.personId,
      createdAt,
    });
    const jobId = await later(tx, {
      reviewId,
      kind: 'search-pubmed',
      input: { importId, query },
      createdBy: actor.personId,
    });
    tx.witness({ reviewId, subjectKind: 'search', subjectId: searchId, facts: { importId, jobId } });
    return { jobId, importId };
  });
}

interface Checkpoint {
  /** All PMIDs that the search found, in order: a record's position in the import is its place here. */
  readonly pmids?: readonly string[];
  /** How many of them have been fetched and stored. */
  readonly fetched?: number;
}

/** The job: count, fetch in batches, store. A killed run goes on behind the last batch that was stored. */
export async function runPubmedSearch(ctx: Context, run: JobRun): Promise<JobResult> {
  const { importId, query } = run.input as { importId: string; query: string }; // written by startPubmedSearch
  const key = { reviewId: run.reviewId, importId, createdBy: run.createdBy };
  const checkpoint = run.checkpoint as Checkpoint; // written below, or empty
  const pmids = checkpoint.pmids ?? (await findPmids(ctx, run, importId, query));
  const report = await fetchRecords(ctx, run, key, pmids, checkpoint.fetched ?? 0);
  await finishImport(ctx, key, report);
  const missing = report.skipped > 0 ? ` ${report.skipped} were named by PubMed but not delivered.` : '';
  return { sentence: `${report.read.toLocaleString('en-US')} records from PubMed imported.${missing}` };
}

async function findPmids(ctx: Context, run: JobRun, importId: string, query: string): Promise<readonly string[]> {
  const { count, queryTranslation, warnings } = await ctx.pubmed.count(query);
  await perform(ctx, { personId: run.createdBy }, 'count-search', async tx => {
    const { searchId } = await tx.db.findOneByOrFail(RecordImport, { reviewId: run.reviewId, importId });
    await tx.db.update(
      Search,
      { reviewId: run.reviewId, searchId },
      { countFound: count, translatedStrategy: queryTranslation, warnings: [...warnings] },
    );
    tx.witness({ reviewId: run.reviewId, subjectKind: 'search', subjectId: searchId, facts: { count } });
  });
  await run.report({ done: 0, total: count, sentence: `PubMed finds ${count.toLocaleString('en-US')} records` });
  const pmids = await ctx.pubmed.searchIds(query);
  await run.report({ done: 0, total: pmids.length, sentence: 'Fetching records', checkpoint: { pmids, fetched: 0 } });
  return pmids;
}

async function fetchRecords(
  ctx: Context,
  run: JobRun,
  key: { reviewId: string; importId: string; createdBy: string },
  pmids: readonly string[],
  from: number,
): Promise<ImportReport> {
  const positions = new Map(pmids.map((pmid, position) => [pmid, position]));
  let fetched = from;
  for await (const batch of ctx.pubmed.fetchXml(pmids.slice(from))) {
    const placed = readArticles(batch.xml).flatMap((record): PlacedRecord[] => {
      const position = record.pmid === null ? undefined : positions.get(record.pmid);
      return position === undefined ? [] : [{ position, record }];
    });
    await storeRecords(ctx, key, placed);
    fetched += batch.asked;
    await run.report({
      done: fetched,
      total: pmids.length,
      sentence: 'Fetching records',
      checkpoint: { pmids, fetched },
    });
  }
  return reportOf(ctx, key, pmids);
}

function readArticles(xml: string): ReferenceRecord[] {
  const records: ReferenceRecord[] = [];
  const reader = createReader(
    'pubmed-xml',
    record => void records.push(record),
    () => undefined,
  );
  reader.write(xml);
  reader.end();
  return records;
}

/** Counted from what is stored, so that a run in several pieces reports the whole. */
async function reportOf(
  ctx: Context,
  key: { reviewId: string; importId: string },
  pmids: readonly string[],
): Promise<ImportReport> {
  const rows: { read: number; without_abstract: number; without_identifier: number }[] = await ctx.db.query(
    `select count(*)::int as read,
       count(*) filter (where abstract_text = '')::int as without_abstract,
       count(*) filter (where doi is null and pmid is null)::int as without_identifier
     from search_records where review_id = $1 and import_id = $2`,
    [key.reviewId, key.importId],
  );
  const read = rows[0]?.read ?? 0;
  return {
    read,
    skipped: pmids.length - read,
    withoutAbstract: rows[0]?.without_abstract ?? 0,
    withoutIdentifier: rows[0]?.without_identifier ?? 0,
    repeatedInFile: 0,
    alreadyThere: 0,
    deletions: 0,
    skippedEntries: [],
  };
}
