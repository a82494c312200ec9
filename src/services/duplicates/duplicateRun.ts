import type { FoundDuplicates } from '#core/duplicates/findDuplicates';
import type { BibliographicRecord, HumanDecisions } from '#core/duplicates/record';
import { DuplicatePair } from '#entities/DuplicatePair';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { joinRecords } from '#services/duplicates/clusters';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { type DeedContext, perform } from '#services/perform';
import { ACTIVE_RECORDS } from '#services/records/activeRecords';
import { standInReview } from '#services/standing';

/** Starts looking for duplicates among all records, as a job. */
export async function startFindingDuplicates(ctx: Context, actor: Actor, reviewId: string): Promise<{ jobId: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'findDuplicates'));
  return perform(ctx, actor, 'find-duplicates', async tx => {
    const jobId = await later(tx, { reviewId, kind: 'find-duplicates', input: {}, createdBy: actor.personId });
    tx.witness({ reviewId, subjectKind: 'job', subjectId: jobId });
    return { jobId };
  });
}

/** The job: what people decided before is kept, certain pairs are merged, doubtful ones wait for a person. */
export async function runDuplicates(ctx: Context, run: JobRun): Promise<JobResult> {
  const records = await loadRecords(ctx, run.reviewId);
  const decisions = await loadDecisions(ctx, run.reviewId);
  const found = await ctx.think.findDuplicates(records, decisions, ({ stage, done, total }) =>
    run.report({ done, total, sentence: STAGE_WORDS[stage] }),
  );
  await store(ctx, run, found);
  const removed = found.clusters.reduce((sum, { recordIds }) => sum + recordIds.length - 1, 0);
  const doubtful = found.doubtful.length;
  return {
    sentence: `${removed} ${removed === 1 ? 'duplicate' : 'duplicates'} merged, ${doubtful} ${doubtful === 1 ? 'pair' : 'pairs'} to look at.`,
  };
}

const STAGE_WORDS = {
  normalise: 'Reading records',
  compare: 'Comparing records that look alike',
  cluster: 'Gathering what belongs together',
} as const;

async function loadRecords(ctx: Context, reviewId: string): Promise<BibliographicRecord[]> {
  const rows: {
    record_id: string;
    title: string;
    authors_text: string;
    year: number | null;
    journal: string | null;
    volume: string | null;
    issue: string | null;
    pages: string | null;
    doi: string | null;
    pmid: string | null;
    abstract_text: string;
    source_name: string;
  }[] = await ctx.db.query(
    `select record.record_id, record.title, record.authors_text, record.year, record.journal, record.volume, record.issue,
       record.pages, record.doi, record.pmid, record.abstract_text, search.source_name
     from ${ACTIVE_RECORDS} where record.review_id = $1`,
    [reviewId],
  );
  return rows.map(row => ({
    recordId: row.record_id,
    title: row.title || null,
    authors: row.authors_text ? row.authors_text.split('; ') : [],
    year: row.year,
    journal: row.journal,
    volume: row.volume,
    issue: row.issue,
    pages: row.pages,
    doi: row.doi,
    pmid: row.pmid,
    abstract: row.abstract_text || null,
    source: row.source_name,
  }));
}

async function loadDecisions(ctx: Context, reviewId: string): Promise<HumanDecisions> {
  const pairs = await ctx.db
    .createQueryBuilder(DuplicatePair, 'pair')
    .where("pair.reviewId = :reviewId and pair.decidedBy is not null and pair.state <> 'doubtful'", { reviewId })
    .getMany();
  const ofState = (state: string) =>
    pairs.filter(pair => pair.state === state).map(pair => [pair.recordA, pair.recordB] as const);
  return { same: ofState('same'), different: [...ofState('different'), ...ofState('related')] };
}

/** Writes what was found over what an earlier run found, in one transaction. Pairs that a person decided stay as they are. */
async function store(ctx: Context, run: JobRun, found: FoundDuplicates): Promise<void> {
  const { reviewId } = run;
  await perform(ctx, { personId: run.createdBy }, 'merge-duplicates', async tx => {
    await tx.db.query('delete from duplicate_pairs where review_id = $1 and decided_by is null', [reviewId]);
    await tx.db.query('delete from duplicate_clusters where review_id = $1', [reviewId]);
    const work = await workOnRecords(tx, reviewId);
    for (const { recordIds, primaryRecordId } of found.clusters) {
      await joinRecords(tx, reviewId, recordIds, mostWorkedOn(recordIds, work) ?? primaryRecordId);
    }
    const decidedAt = tx.now();
    const pairs = [
      ...found.clusters.flatMap(cluster => cluster.pairs.map(pair => ({ ...pair, state: 'same' as const }))),
      ...found.doubtful.map(pair => ({ ...pair, state: 'doubtful' as const })),
    ].map(({ a, b, state, probability, reasons }) => {
      const [recordA, recordB] = a < b ? [a, b] : [b, a];
      const sentences = reasons.map(reason => reason.sentence);
      return { reviewId, pairId: tx.newId(), recordA, recordB, state, probability, reasons: sentences, decidedAt };
    });
    for (let from = 0; from < pairs.length; from += 500) {
      await tx.db
        .createQueryBuilder()
        .insert()
        .into(DuplicatePair)
        .values(pairs.slice(from, from + 500))
        .orIgnore()
        .execute();
    }
    tx.witness({
      reviewId,
      subjectKind: 'job',
      subjectId: run.jobId,
      facts: { clusters: found.clusters.length, doubtful: found.doubtful.length, records: found.recordCount },
    });
  });
}

/** How many decisions and assignments each record carries. */
async function workOnRecords(tx: DeedContext, reviewId: string): Promise<Map<string, number>> {
  const rows: { record_id: string; n: number }[] = await tx.db.query(
    `select record_id, count(*)::int as n from (
       select record_id from screening_decisions where review_id = $1
       union all select record_id from screening_assignments where review_id = $1
       union all select record_id from reports where review_id = $1) work group by record_id`,
    [reviewId],
  );
  return new Map(rows.map(row => [row.record_id, row.n]));
}

/** The copy that people have worked on stands for the others, whatever the finder prefers: no decision may drop from sight. */
function mostWorkedOn(recordIds: readonly string[], work: ReadonlyMap<string, number>): string | null {
  const ranked = recordIds
    .filter(recordId => work.has(recordId))
    .sort((a, b) => (work.get(b) ?? 0) - (work.get(a) ?? 0) || (a < b ? -1 : 1));
  return ranked[0] ?? null;
}
