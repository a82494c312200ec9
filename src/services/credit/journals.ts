import { IsNull, Not } from 'typeorm';
import type { JournalRecord } from '#core/matching/rankJournals';
import { Problem } from '#core/problem';
import { questionText } from '#core/screening/questionText';
import { Job } from '#entities/Job';
import { JournalLook } from '#entities/JournalLook';
import { Question } from '#entities/Question';
import { Report } from '#entities/Report';
import { Review } from '#entities/Review';
import type { Actor, Context } from '#services/context';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { perform } from '#services/perform';
import { ACTIVE_RECORDS, IS_PRIMARY, WITH_CLUSTER } from '#services/records/activeRecords';
import { standInReview } from '#services/standing';

/** The newest so many records are read: a journal that stopped long ago is no advice. */
const MOST_RECORDS = 20_000;
const FEWEST_RECORDS = 10;
const BOTH_STAGES = 2;

/** Looks for journals as a job. One that waits or runs already is not begun again. */
export async function startJournalLook(ctx: Context, actor: Actor, reviewId: string): Promise<{ jobId: string }> {
  await standInReview(ctx, actor, reviewId);
  return perform(ctx, actor, 'look-for-journals', async tx => {
    const open = await openJob(tx, reviewId);
    if (open) {
      tx.changedNothing();
      return { jobId: open.jobId };
    }
    const jobId = await later(tx, { reviewId, kind: 'rank-journals', input: {}, createdBy: actor.personId });
    tx.witness({ reviewId, subjectKind: 'job', subjectId: jobId });
    return { jobId };
  });
}

function openJob(ctx: Context, reviewId: string): Promise<Job | null> {
  return ctx.db.findOneBy(Job, { reviewId, kind: 'rank-journals', finishedAt: IsNull() });
}

/** The job. What is included speaks for the topic only when both stages are closed: before, it is not for everybody. */
export async function runJournalLook(ctx: Context, run: JobRun): Promise<JobResult> {
  const { reviewId } = run;
  await run.report({ done: 0, total: null, sentence: 'Reading the records and their journals' });
  const records = await recordsWithJournal(ctx, reviewId);
  if (records.length < FEWEST_RECORDS) {
    throw new Problem(
      'invalid',
      `Only ${records.length} records here name their journal; ten are needed to tell anything.`,
    );
  }
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const namesIncluded = review.closedStages.length === BOTH_STAGES;
  const included = namesIncluded ? await includedIds(ctx, reviewId) : new Set<string>();
  const question = await ctx.db.findOne(Question, { where: { reviewId }, order: { version: 'DESC' } });
  const topic = {
    id: 'the review itself',
    title: question?.title || review.title,
    abstract: [
      questionText({ title: review.title, slots: question?.slots, criteria: [] }),
      ...records.filter(({ id }) => included.has(id)).map(({ title }) => title),
    ].join('\n'),
  };
  await run.report({ done: 0, total: null, sentence: `Comparing ${records.length.toLocaleString('en-GB')} records` });
  const advice = await ctx.think.adviseJournals(records, topic);
  await perform(ctx, { personId: run.createdBy }, 'rank-journals', async tx => {
    await tx.db.upsert(JournalLook, { reviewId, foundAt: tx.now(), namesIncluded, advice: { ...advice } }, [
      'reviewId',
    ]);
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { records: records.length } });
  });
  return {
    sentence: `${advice.journals.length} journals found among ${records.length.toLocaleString('en-GB')} records.`,
  };
}

async function recordsWithJournal(ctx: Context, reviewId: string): Promise<JournalRecord[]> {
  const rows: { record_id: string; title: string; abstract_text: string; journal: string; year: number | null }[] =
    await ctx.db.query(
      `select record.record_id, record.title, record.abstract_text, record.journal, record.year
       from ${ACTIVE_RECORDS} ${WITH_CLUSTER}
       where record.review_id = $1 and ${IS_PRIMARY} and record.journal is not null and record.journal <> ''
       order by record.year desc nulls last, record.record_id limit ${MOST_RECORDS}`,
      [reviewId],
    );
  return rows.map(({ record_id: id, title, abstract_text: abstract, journal, year }) => ({
    ...{ id, title, abstract, journal, year },
  }));
}

async function includedIds(ctx: Context, reviewId: string): Promise<Set<string>> {
  const reports = await ctx.db.findBy(Report, { reviewId, studyId: Not(IsNull()) });
  return new Set(reports.map(({ recordId }) => recordId));
}

/** The latest look, and the job that is at a newer one. */
export async function readJournals(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const [look, job] = [await ctx.db.findOneBy(JournalLook, { reviewId }), await openJob(ctx, reviewId)];
  const isKnown = look && (!look.namesIncluded || viewer.closedStages.length === BOTH_STAGES);
  if (!isKnown) return { found: null, job };
  const included = look.namesIncluded ? await includedIds(ctx, reviewId) : null;
  const { records, nearest, journals, accuracy } = look.advice;
  return {
    found: {
      ...{ at: look.foundAt, records, nearest, accuracy },
      journals: journals.map(journal => ({
        ...journal,
        included: included ? journal.recordIds.filter(id => included.has(id)).length : null,
        nearest: journal.nearest.map(({ id, title, year }) => ({ recordId: id, title, year })),
      })),
    },
    job,
  };
}
