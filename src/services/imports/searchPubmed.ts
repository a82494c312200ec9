import { reportedParts } from '#core/protocol/reportedParts';
import { type ImportReport, RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context, PubmedCount, PubmedSlice } from '#services/context';
import { knownPmids } from '#services/imports/knownIdentifiers';
import { readArticles } from '#services/imports/readArticles';
import { finishImport } from '#services/imports/runImport';
import { type SearchSlice, slicesOf } from '#services/imports/searchSlices';
import { type PlacedRecord, storeRecords } from '#services/imports/storeRecords';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { type DeedContext, perform } from '#services/perform';
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
  return perform(ctx, actor, 'run-search', tx => addRun(tx, { reviewId, query, createdBy: actor.personId }));
}

/** The limits and filters that the string itself shows, for the report; whoever knows more changes what it says. */
function statedIn(query: string): Pick<Search, 'limits' | 'filters'> {
  const { limits, filters } = reportedParts(query);
  return {
    limits: limits.join('; ') || null,
    filters: filters.map(({ label, citation }) => `${label}: ${citation}`).join('; ') || null,
  };
}

/** Writes down a run of a search and asks for its job. One that repeats another brings only what is new. */
export async function addRun(
  tx: DeedContext,
  run: { reviewId: string; query: string; createdBy: string; repeats?: Search },
): Promise<{ jobId: string; importId: string }> {
  const { reviewId, query, createdBy, repeats } = run;
  const searchId = tx.newId();
  const importId = tx.newId();
  const createdAt = tx.now();
  const stated = repeats ?? statedIn(query);
  await tx.db.insert(Search, {
    reviewId,
    searchId,
    sourceName: 'PubMed',
    sourceKind: 'database',
    platform: 'NCBI E-utilities',
    strategy: query,
    translatedStrategy: null,
    limits: stated.limits,
    filters: stated.filters,
    peerReview: repeats?.peerReview ?? null,
    warnings: [],
    ranOn: createdAt.toISOString().slice(0, 10),
    countFound: null,
    repeatsSearchId: repeats?.searchId ?? null,
    createdBy,
    createdAt,
  });
  await tx.db.insert(RecordImport, {
    reviewId,
    importId,
    searchId,
    state: 'importing',
    format: 'pubmed-xml',
    encoding: 'utf-8',
    createdBy,
    createdAt,
  });
  const jobId = await later(tx, { reviewId, kind: 'search-pubmed', input: { importId, query }, createdBy });
  const facts = { importId, jobId, ...(repeats && { repeats: repeats.searchId }) };
  tx.witness({ reviewId, subjectKind: 'search', subjectId: searchId, facts });
  return { jobId, importId };
}

interface Checkpoint {
  /** All PMIDs that the search found, in order: a record's position in the import is its place here. */
  readonly pmids?: readonly string[];
  /** How many of them have been fetched and stored. */
  readonly fetched?: number;
  /** How many more the search found that the review has already: a search that is run again leaves them. */
  readonly known?: number;
  /** The slices that PubMed handed the search out in, one behind the other, where it was too large for one. */
  readonly slices?: readonly SearchSlice[];
}

/** The job: count, fetch in batches, store. A killed run goes on behind the last batch that was stored. */
export async function runPubmedSearch(ctx: Context, run: JobRun): Promise<JobResult> {
  const { importId, query } = run.input as { importId: string; query: string }; // written by startPubmedSearch
  const key = { reviewId: run.reviewId, importId, createdBy: run.createdBy };
  const checkpoint = run.checkpoint as Checkpoint; // written below, or empty
  const { pmids, known = 0, slices = [] } = checkpoint.pmids ? checkpoint : await findPmids(ctx, run, importId, query);
  const report = await fetchRecords(ctx, run, key, { pmids: pmids ?? [], known, slices }, checkpoint.fetched ?? 0);
  await finishImport(ctx, key, report);
  const missing = report.skipped > 0 ? ` ${report.skipped} were named by PubMed but not delivered.` : '';
  const already = known > 0 ? ` ${known.toLocaleString('en-US')} more are in the review already.` : '';
  return { sentence: `${report.read.toLocaleString('en-US')} records from PubMed imported.${already}${missing}` };
}

async function findPmids(ctx: Context, run: JobRun, importId: string, query: string): Promise<Checkpoint> {
  const { count, queryTranslation, warnings } = await ctx.pubmed.count(query);
  const isRepeat = await perform(ctx, { personId: run.createdBy }, 'count-search', async tx => {
    const { searchId } = await tx.db.findOneByOrFail(RecordImport, { reviewId: run.reviewId, importId });
    await tx.db.update(
      Search,
      { reviewId: run.reviewId, searchId },
      { countFound: count, translatedStrategy: queryTranslation, warnings: [...warnings] },
    );
    tx.witness({ reviewId: run.reviewId, subjectKind: 'search', subjectId: searchId, facts: { count } });
    const { repeatsSearchId } = await tx.db.findOneByOrFail(Search, { reviewId: run.reviewId, searchId });
    return repeatsSearchId !== null;
  });
  await run.report({ done: 0, total: count, sentence: `PubMed finds ${count.toLocaleString('en-US')} records` });
  const parts: PubmedSlice[] = [];
  const found = await ctx.pubmed.searchIds(query, slice => parts.push(slice));
  const known = isRepeat ? await knownPmids(ctx, run.reviewId, found) : new Set<string>();
  const pmids = found.filter(pmid => !known.has(pmid));
  const checkpoint = { pmids, known: known.size, fetched: 0, slices: slicesOf(parts, known) };
  await run.report({ done: 0, total: pmids.length, sentence: 'Fetching records', checkpoint });
  return checkpoint;
}

async function fetchRecords(
  ctx: Context,
  run: JobRun,
  key: { reviewId: string; importId: string; createdBy: string },
  found: { readonly pmids: readonly string[]; readonly known: number; readonly slices: readonly SearchSlice[] },
  from: number,
): Promise<ImportReport> {
  const { pmids, known } = found;
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
      checkpoint: { ...found, fetched },
    });
  }
  return { ...(await reportOf(ctx, key, pmids)), alreadyThere: known };
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
