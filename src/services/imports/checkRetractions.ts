import { createReader } from '#core/searching/createReader';
import type { Retraction } from '#core/searching/record';
import { Job } from '#entities/Job';
import { RetractionAlarm } from '#entities/RetractionAlarm';
import { SearchRecord } from '#entities/SearchRecord';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { notify } from '#services/notifications/notify';
import { membersWith, namesOfReview } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';
import { ACTIVE_RECORDS } from '#services/records/activeRecords';
import { standInReview } from '#services/standing';

/** PMIDs named in one question: some thousand characters, which PubMed takes by POST. */
const ASKED_AT_ONCE = 1_000;

/** Asks PubMed, as a job, which records of the review were withdrawn since they came. */
export async function startRetractionCheck(ctx: Context, actor: Actor, reviewId: string): Promise<{ jobId: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'import'));
  return perform(ctx, actor, 'check-retractions', tx => addRetractionCheck(tx, reviewId, actor.personId));
}

/** As above, within another deed; one that waits or runs is enough. */
export async function addRetractionCheck(
  tx: DeedContext,
  reviewId: string,
  createdBy: string,
): Promise<{ jobId: string }> {
  const waiting = await tx.db.findOne(Job, {
    where: [
      { reviewId, kind: 'check-retractions', state: 'queued' },
      { reviewId, kind: 'check-retractions', state: 'running' },
    ],
  });
  if (waiting) {
    tx.changedNothing();
    return { jobId: waiting.jobId };
  }
  const jobId = await later(tx, { reviewId, kind: 'check-retractions', input: {}, createdBy });
  tx.witness({ reviewId, subjectKind: 'job', subjectId: jobId });
  return { jobId };
}

interface Checked {
  readonly record_id: string;
  readonly pmid: string;
}

/**
 * The job: of all records with a PMID that aren't known to be withdrawn, PubMed is asked which are. All, not only those
 * that were included: an alarm tells nothing of decisions, so everybody may see it.
 */
export async function runRetractionCheck(ctx: Context, run: JobRun): Promise<JobResult> {
  const records: Checked[] = await ctx.db.query(
    `select record.record_id, record.pmid from ${ACTIVE_RECORDS} where record.review_id = $1 and record.pmid is not null
       and coalesce((record.details #>> '{retraction,isRetracted}')::boolean, false) = false order by record.record_id`,
    [run.reviewId],
  );
  const total = records.length;
  let alarms = 0;
  for (let from = 0; from < total; from += ASKED_AT_ONCE) {
    await run.report({ done: from, total, sentence: 'Asking PubMed for retractions' });
    alarms += await checkSome(ctx, run, records.slice(from, from + ASKED_AT_ONCE));
  }
  const found = alarms === 0 ? 'none was' : alarms === 1 ? '1 was' : `${alarms} were`;
  return {
    sentence: `${total.toLocaleString('en-US')} records checked; ${found} retracted or doubted since the last check.`,
  };
}

async function checkSome(ctx: Context, run: JobRun, records: readonly Checked[]): Promise<number> {
  const uids = records.map(record => `${record.pmid}[uid]`).join(' OR ');
  const marks = '"retracted publication"[pt] OR hasretractionin OR hasexpressionofconcernin';
  const marked = await ctx.pubmed.searchIds(`(${marks}) AND (${uids})`);
  if (marked.length === 0) return 0;
  const retractions = await fetchRetractions(ctx, marked);
  let alarms = 0;
  for (const { record_id: recordId, pmid } of records) {
    const retraction = retractions.get(pmid);
    if (retraction && (await raiseAlarm(ctx, run, recordId, retraction))) alarms++;
  }
  return alarms;
}

async function fetchRetractions(ctx: Context, pmids: readonly string[]): Promise<Map<string, Retraction>> {
  const found = new Map<string, Retraction>();
  for await (const { xml } of ctx.pubmed.fetchXml(pmids)) {
    const reader = createReader(
      'pubmed-xml',
      ({ pmid, retraction }) => {
        if (pmid && (retraction.isRetracted || retraction.concern)) found.set(pmid, retraction);
      },
      () => undefined,
    );
    reader.write(xml);
    reader.end();
  }
  return found;
}

/** Keeps what PubMed says now with the record. True when it says more than it did. */
async function raiseAlarm(ctx: Context, run: JobRun, recordId: string, retraction: Retraction): Promise<boolean> {
  const key = { reviewId: run.reviewId, recordId };
  return perform(ctx, { personId: run.createdBy }, 'find-retractions', async tx => {
    const record = await tx.db.findOne(SearchRecord, { where: key, lock: { mode: 'pessimistic_write' } });
    const before = (record?.details as { retraction?: Retraction } | undefined)?.retraction; // as recordRow wrote it
    const isNews = record && (retraction.isRetracted ? !before?.isRetracted : !before?.concern);
    if (!isNews) {
      tx.changedNothing();
      return false;
    }
    await tx.db.update(SearchRecord, key, { details: { ...record.details, retraction } });
    await tx.db.upsert(
      RetractionAlarm,
      {
        ...key,
        isRetracted: retraction.isRetracted,
        notices: [...retraction.retractedBy],
        foundAt: tx.now(),
        settledBy: null,
        settledAt: null,
      },
      ['reviewId', 'recordId'],
    );
    const facts = { isRetracted: retraction.isRetracted };
    tx.witness({ reviewId: run.reviewId, subjectKind: 'record', subjectId: recordId, facts });
    const { title, projectId } = await namesOfReview(tx, run.reviewId);
    // Whether the record is included is not said: who may know sees it beside the alarm.
    await notify(tx, await membersWith(tx, projectId, ['lead', 'librarian']), {
      ...{ kind: 'retraction-found', about: `${run.reviewId}:${recordId}:${retraction.isRetracted}` },
      title: `${retraction.isRetracted ? 'A record was retracted' : 'Concern was expressed about a record'}: ${title}`,
      ...{ line: record.title, link: `/reviews/${run.reviewId}` },
    });
    return true;
  });
}
