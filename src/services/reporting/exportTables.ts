import { csvText } from '#core/reporting/csvText';
import { standing } from '#core/screening/standing';
import type { ReferenceRecord } from '#core/searching/record';
import { writeCsv } from '#core/searching/writeCsv';
import { writeRis } from '#core/searching/writeRis';
import { STAGES } from '#core/vocabulary';
import { Analysis } from '#entities/Analysis';
import { SearchRecord } from '#entities/SearchRecord';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { loadExtraction } from '#services/extraction/readExtraction';
import { loadSituationsOf, recordsByOtherMethods, recordsToScreen } from '#services/screening/situations';

/** Records that stand for themselves, with their verdicts: those whose independent phase still runs are pending. */
async function recordsWithVerdicts(ctx: Context, viewer: ReviewStanding) {
  const { reviewId } = viewer;
  const ids = [...(await recordsToScreen(ctx, reviewId)), ...(await recordsByOtherMethods(ctx, reviewId))];
  const rows = new Map((await ctx.db.findBy(SearchRecord, { reviewId })).map(row => [row.recordId, row]));
  const [screening, fullText] = [
    await loadSituationsOf(ctx, viewer, 'title-and-abstract', ids),
    await loadSituationsOf(ctx, viewer, 'full-text', ids),
  ];
  return ids.flatMap(recordId => {
    const row = rows.get(recordId);
    const [atTitle, atText] = [screening.get(recordId), fullText.get(recordId)];
    if (!row || !atTitle || !atText) return [];
    const record = row.details as ReferenceRecord; // written by recordRow from such a record
    const hasReached = atText.decisions.length > 0 || atText.adjudication !== null;
    return [
      {
        record,
        verdicts: {
          'pooled-id': recordId,
          'title-and-abstract': standing(atTitle).verdict,
          'full-text': hasReached ? standing(atText).verdict : '',
        },
      },
    ];
  });
}

/** Records with their verdicts as RIS: in N1 and KW, so that reference managers can filter by them. */
export async function recordsAsRis(ctx: Context, viewer: ReviewStanding): Promise<string> {
  const records = await recordsWithVerdicts(ctx, viewer);
  return records.map(({ record, verdicts }) => writeRis(record, verdicts)).join('');
}

/** The same as CSV, safe to open in a spreadsheet. */
export async function recordsAsCsv(ctx: Context, viewer: ReviewStanding): Promise<string> {
  const records = await recordsWithVerdicts(ctx, viewer);
  const extras = new Map(records.map(({ record, verdicts }) => [record, verdicts]));
  return writeCsv(
    records.map(({ record }) => record),
    ['pooled-id', ...STAGES],
    record => extras.get(record) ?? {},
  );
}

/** One row an arm and outcome, and one a study's own estimate. */
export async function extractionAsCsv(ctx: Context, reviewId: string): Promise<string> {
  const { studies, arms, outcomes, armResults, studyResults } = await loadExtraction(ctx, reviewId);
  const head = [
    ...['study', 'year', 'outcome', 'timepoint', 'kind', 'arm', 'arm_kind', 'events', 'total', 'mean', 'sd'],
    ...['estimate', 'lower', 'upper', 'percent_confidence', 'is_ratio', 'found_at', 'converted'],
  ];
  const rows = studies.flatMap(study =>
    outcomes.flatMap(outcome => {
      const start = [study.label, study.year, outcome.name, outcome.timepoint, outcome.kind];
      const byArm = arms
        .filter(arm => arm.studyId === study.studyId)
        .flatMap(arm => {
          const result = armResults.find(one => one.armId === arm.armId && one.outcomeId === outcome.outcomeId);
          if (!result) return [];
          const { events, total, mean, standardDeviation, foundAt, conversion } = result;
          const tail = ['', '', '', '', '', foundAt, conversion?.sentence];
          return [[...start, arm.name, arm.kind, events, total, mean, standardDeviation, ...tail]];
        });
      const own = studyResults.find(one => one.studyId === study.studyId && one.outcomeId === outcome.outcomeId);
      if (!own) return byArm;
      const { estimate, lower, upper, percentConfidence, isRatio, foundAt, conversion } = own;
      const tail = [estimate, lower, upper, percentConfidence, isRatio ? 'yes' : 'no', foundAt, conversion?.sentence];
      return [...byArm, [...start, '', '', '', '', '', '', ...tail]];
    }),
  );
  return csvText([head, ...rows.map(row => row.map(cell => String(cell ?? '')))]);
}

/** Saved analyses with their results, all digits. */
export async function analysesAsJson(ctx: Context, reviewId: string): Promise<string> {
  const rows = await ctx.db.find(Analysis, { where: { reviewId }, order: { createdAt: 'ASC', analysisId: 'ASC' } });
  const analyses = rows.map(
    ({ analysisId, name, outcomeId, specification, leftOut, isLocked, result, computedAt }) => ({
      analysisId,
      name,
      outcomeId,
      specification,
      leftOut,
      isLocked,
      computedAt,
      result,
    }),
  );
  return `${JSON.stringify({ analyses }, null, 2)}\n`;
}
