import { IsNull, LessThanOrEqual } from 'typeorm';
import { Problem } from '#core/problem';
import { nextRunOf } from '#core/protocol/searchRhythm';
import type { SearchRhythm, SourceKind } from '#core/vocabulary';
import { RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { insist, type Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { addRetractionCheck } from '#services/imports/checkRetractions';
import { addRun } from '#services/imports/searchPubmed';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface SearchKey {
  readonly reviewId: string;
  readonly searchId: string;
}

/** Runs a search of PubMed again: a new entry of PRISMA-S that brings only what the review has not. */
export async function repeatSearch(
  ctx: Context,
  actor: Actor,
  key: SearchKey,
): Promise<{ jobId: string; importId: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  return perform(ctx, actor, 'repeat-search', async tx => {
    const search = await lockSearch(tx, key);
    const running = await findRunning(tx, search);
    if (running) {
      tx.changedNothing();
      return running;
    }
    return runAgain(tx, search, actor.personId);
  });
}

/** How often a search runs again by itself. */
export async function setRhythm(ctx: Context, actor: Actor, key: SearchKey, rhythm: SearchRhythm): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  await perform(ctx, actor, 'set-rhythm', async tx => {
    const search = await lockSearch(tx, key);
    if (search.rhythm === rhythm) return tx.changedNothing();
    await tx.db.update(Search, keyOf(search), { rhythm, nextRunAt: nextRunOf(rhythm, tx.now()) });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'search', subjectId: search.searchId, facts: { rhythm } });
  });
}

/** What the report says of a search; null says nothing. The string that Pooled ran itself stays as it was run. */
export interface SearchDescription {
  readonly sourceName?: string | undefined;
  readonly sourceKind?: SourceKind | undefined;
  readonly ranOn?: string | undefined;
  readonly platform?: string | null | undefined;
  readonly strategy?: string | null | undefined;
  readonly limits?: string | null | undefined;
  readonly filters?: string | null | undefined;
  readonly peerReview?: string | null | undefined;
  readonly remarks?: string | null | undefined;
}

export async function describeSearch(
  ctx: Context,
  actor: Actor,
  key: SearchKey,
  description: SearchDescription,
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  await perform(ctx, actor, 'describe-search', async tx => {
    const search = await tx.db.findOneBy(Search, keyOf(key));
    if (!search) throw new Problem('not-found', 'There is no such search.');
    const isOurs = await tx.db.existsBy(RecordImport, { ...keyOf(key), fileHash: IsNull() });
    if (isOurs && (description.strategy !== undefined || description.ranOn || description.sourceName))
      throw new Problem('conflict', 'Pooled ran this search: its source, day and string stay as they were.');
    const changes = Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined));
    if (Object.keys(changes).length === 0) return tx.changedNothing();
    await tx.db.update(Search, keyOf(key), changes);
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'search',
      subjectId: key.searchId,
      facts: { fields: Object.keys(changes) },
    });
  });
}

/** Why a search can't be run again: only PubMed's are run by Pooled. */
export function whyNotRepeat(search: Search, isFromFile: boolean): Refusal {
  if (isFromFile || search.strategy === null) return 'This came as a file: search again where it came from.';
  return null;
}

/** Starts the searches whose time has come. Any worker may call it: each search is taken by one of them. */
export async function runDueSearches(ctx: Context): Promise<number> {
  const due = await ctx.db.find(Search, { where: { nextRunAt: LessThanOrEqual(ctx.now()) }, take: 20 });
  for (const { reviewId, searchId, createdBy } of due) {
    if (await isRefused(ctx, reviewId, createdBy)) {
      await stopRepeating(ctx, { reviewId, searchId });
      continue;
    }
    await perform(ctx, { personId: createdBy }, 'repeat-search', async tx => {
      const search = await lockSearch(tx, { reviewId, searchId });
      if (!search.nextRunAt || search.nextRunAt > tx.now()) return tx.changedNothing();
      await tx.db.update(Search, keyOf(search), { nextRunAt: nextRunOf(search.rhythm, tx.now()) });
      if (await findRunning(tx, search)) return tx.changedNothing();
      await runAgain(tx, search, createdBy);
    });
  }
  return due.length;
}

/** Who began a search may have left the team, or have another role by now: then it runs no more by itself. */
async function isRefused(ctx: Context, reviewId: string, personId: string): Promise<boolean> {
  try {
    return whyNotAct(await standInReview(ctx, { personId, isAdministrator: false }, reviewId), 'import') !== null;
  } catch (error) {
    if (error instanceof Problem) return true;
    throw error;
  }
}

async function stopRepeating(ctx: Context, key: SearchKey): Promise<void> {
  await perform(ctx, null, 'set-rhythm', async tx => {
    await tx.db.update(Search, keyOf(key), { rhythm: 'never', nextRunAt: null });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'search', subjectId: key.searchId, facts: { rhythm: 'never' } });
  });
}

/** The search itself, or the one that it repeats: what is repeated is always the first of them. */
async function lockSearch(tx: DeedContext, key: SearchKey): Promise<Search> {
  const asked = await tx.db.findOneBy(Search, keyOf(key));
  const searchId = asked?.repeatsSearchId ?? key.searchId;
  const search = await tx.db.findOne(Search, {
    where: { reviewId: key.reviewId, searchId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!search) throw new Problem('not-found', 'There is no such search.');
  const isOurs = await tx.db.existsBy(RecordImport, { ...keyOf(search), fileHash: IsNull() });
  const refusal = whyNotRepeat(search, !isOurs);
  if (refusal) throw new Problem('conflict', refusal);
  return search;
}

/** A run of the same search that has not ended. */
async function findRunning(tx: DeedContext, search: Search): Promise<{ jobId: string; importId: string } | null> {
  const rows: { import_id: string; job_id: string }[] = await tx.db.query(
    `select import.import_id, job.job_id from record_imports import
       join searches search on search.review_id = import.review_id and search.search_id = import.search_id
       join jobs job on job.review_id = import.review_id and job.input ->> 'importId' = import.import_id::text
     where import.review_id = $1 and import.state = 'importing'
       and (search.search_id = $2 or search.repeats_search_id = $2) limit 1`,
    [search.reviewId, search.searchId],
  );
  return rows[0] ? { importId: rows[0].import_id, jobId: rows[0].job_id } : null;
}

async function runAgain(tx: DeedContext, search: Search, createdBy: string) {
  const { reviewId, strategy } = search;
  // Records that are there already may have been withdrawn since.
  await addRetractionCheck(tx, reviewId, createdBy);
  return addRun(tx, { reviewId, query: strategy ?? '', createdBy, repeats: search });
}

function keyOf({ reviewId, searchId }: SearchKey): SearchKey {
  return { reviewId, searchId };
}
