import { In, IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { standing } from '#core/screening/standing';
import type { RetrievalState, Verdict } from '#core/vocabulary';
import { Adjudication } from '#entities/Adjudication';
import { Criterion } from '#entities/Criterion';
import { FullText } from '#entities/FullText';
import { Report } from '#entities/Report';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOthersDecisions } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { loadRecordsToRead } from '#services/records/readRecords';
import { loadSituationsOf } from '#services/screening/situations';
import { visibleReports } from '#services/screening/visibleReports';
import { standInReview } from '#services/standing';

export type ReportFilter = 'all' | 'to-find' | 'included' | 'excluded' | 'not-retrieved';

/**
 * Reports sought for retrieval. Who is blind to title and abstract sees only those that were given to them at full
 * text: the others would tell which records passed.
 */
export async function listReports(ctx: Context, actor: Actor, reviewId: string, show: ReportFilter) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const sought = await visibleReports(ctx, viewer);
  const reports = new Map(
    (await ctx.db.findBy(Report, { reviewId, recordId: In(sought) })).map(report => [report.recordId, report]),
  );
  const verdicts = await visibleVerdicts(ctx, viewer, sought);
  const reasons = await reasonTexts(ctx, viewer, verdicts);
  const studies = new Map((await ctx.db.findBy(Study, { reviewId })).map(study => [study.studyId, study]));
  const withFile = new Set(
    (await ctx.db.findBy(FullText, { reviewId, recordId: In(sought) })).map(file => file.recordId),
  );
  const wanted = sought.filter(id => matches(show, reports.get(id)?.retrievalState ?? 'sought', verdicts.get(id)));
  const records = await loadRecordsToRead(ctx, reviewId, wanted);
  return {
    total: wanted.length,
    reports: records.map(record => {
      const report = reports.get(record.recordId);
      const study = report?.studyId ? studies.get(report.studyId) : undefined;
      return {
        record,
        retrieval: {
          state: report?.retrievalState ?? ('sought' as const),
          notRetrievedReason: report?.notRetrievedReason ?? null,
          url: report?.url ?? null,
        },
        hasFile: withFile.has(record.recordId),
        verdict: verdicts.get(record.recordId) ?? null,
        reasonText: reasons.get(record.recordId) ?? null,
        study: study ? { studyId: study.studyId, label: study.label } : null,
      };
    }),
    may: { retrieve: whyNotAct(viewer, 'retrieve') },
  };
}

function matches(show: ReportFilter, state: RetrievalState, verdict: Verdict | undefined): boolean {
  if (show === 'to-find') return state === 'sought';
  if (show === 'not-retrieved') return state === 'not-retrieved';
  return show === 'all' || verdict === show;
}

async function visibleVerdicts(ctx: Context, viewer: ReviewStanding, recordIds: readonly string[]) {
  const situations = await loadSituationsOf(ctx, viewer, 'full-text', recordIds);
  return new Map(
    [...situations].flatMap(([recordId, situation]) => {
      const reached = standing(situation);
      return maySeeOthersDecisions(viewer, 'full-text', reached.phase) ? [[recordId, reached.verdict] as const] : [];
    }),
  );
}

/** The one primary reason of each report that is seen to be excluded. */
async function reasonTexts(ctx: Context, viewer: ReviewStanding, verdicts: ReadonlyMap<string, Verdict>) {
  const { reviewId } = viewer;
  const excluded = [...verdicts].filter(([, verdict]) => verdict === 'excluded').map(([recordId]) => recordId);
  const of = { reviewId, stage: 'full-text' as const, recordId: In(excluded) };
  const decisions = await ctx.db.findBy(ScreeningDecision, of);
  const settled = await ctx.db.findBy(Adjudication, of);
  const criteria = new Map((await ctx.db.findBy(Criterion, { reviewId })).map(one => [one.criterionId, one.text]));
  return new Map(
    excluded.flatMap(recordId => {
      const of = (one: { recordId: string }) => one.recordId === recordId;
      const criterionId = (settled.find(of) ?? decisions.find(of))?.criterionId;
      const text = criterionId ? criteria.get(criterionId) : undefined;
      return text ? [[recordId, text] as const] : [];
    }),
  );
}

/** Says where a report's full text is, or why it could not be had. A report that was decided on has been retrieved. */
export async function setRetrieval(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; recordId: string },
  input: { state: RetrievalState; notRetrievedReason: string | null; url: string | null },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'retrieve'));
  if (!(await visibleReports(ctx, viewer)).includes(key.recordId)) {
    throw new Problem('not-found', 'There is no such report among those that you may see.');
  }
  if (input.state === 'not-retrieved' && !input.notRetrievedReason) {
    const detail = 'Write why it could not be had.';
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/notRetrievedReason', detail }]);
  }
  await perform(ctx, actor, 'retrieve-report', async tx => {
    const isDecided = await tx.db.existsBy(ScreeningDecision, { ...key, stage: 'full-text' });
    if (input.state === 'not-retrieved' && isDecided) {
      throw new Problem('conflict', 'Somebody has read this report and decided on it: it was retrieved.');
    }
    const change = {
      retrievalState: input.state,
      notRetrievedReason: input.state === 'not-retrieved' ? input.notRetrievedReason : null,
      url: input.url,
      updatedAt: tx.now(),
    };
    const { affected } = await tx.db.update(Report, key, change);
    if (!affected) await tx.db.insert(Report, { ...key, ...change, studyId: null });
    // What can't be read isn't asked of anybody; should it turn up, it waits to be given out again.
    if (input.state === 'not-retrieved') {
      const open = { ...key, stage: 'full-text' as const, withdrawnAt: IsNull() };
      await tx.db.update(ScreeningAssignment, open, { withdrawnAt: tx.now() });
    }
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'report',
      subjectId: key.recordId,
      facts: { state: input.state },
    });
  });
}
