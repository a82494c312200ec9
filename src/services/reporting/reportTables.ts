import { In, Not } from 'typeorm';
import { type ReferenceStyle, referenceText } from '#core/reporting/references/referenceText';
import { characteristicsTable } from '#core/reporting/tables/characteristicsTable';
import { excludedTable } from '#core/reporting/tables/excludedTable';
import { searchesTable } from '#core/reporting/tables/searchesTable';
import type { ReferenceRecord } from '#core/searching/record';
import { Criterion } from '#entities/Criterion';
import { Report } from '#entities/Report';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { Search } from '#entities/Search';
import { SearchRecord } from '#entities/SearchRecord';
import { outcomeName } from '#services/appraisal/readAppraisals';
import type { Context } from '#services/context';
import type { ReportGround } from '#services/reporting/manuscriptFacts';

interface CitedReport {
  readonly recordId: string;
  readonly studyId: string | null;
  readonly text: string;
  readonly record: ReferenceRecord;
}

/** Included reports as references: those of a study together, in the order of studies; then those of no study yet. */
export async function loadReferences(
  ctx: Context,
  { review, sets, ground }: ReportGround,
  style: ReferenceStyle,
): Promise<CitedReport[]> {
  const { reviewId } = review;
  const records = await loadRecordDetails(ctx, reviewId, sets.included);
  const studyOf = new Map((await ctx.db.findBy(Report, { reviewId })).map(one => [one.recordId, one.studyId]));
  const places = new Map(ground.all.studies.map(({ studyId }, place) => [studyId, place]));
  const placeOf = (recordId: string) => places.get(studyOf.get(recordId) ?? '') ?? places.size;
  return sets.included
    .flatMap(recordId => {
      const record = records.get(recordId);
      if (!record) return [];
      return [{ recordId, record, studyId: studyOf.get(recordId) ?? null, text: referenceText(record, style) }];
    })
    .sort((a, b) => placeOf(a.recordId) - placeOf(b.recordId) || a.text.localeCompare(b.text, 'en'));
}

async function loadRecordDetails(ctx: Context, reviewId: string, recordIds: readonly string[]) {
  const rows = await ctx.db.find(SearchRecord, {
    where: { reviewId, recordId: In([...recordIds]) },
    select: { reviewId: true, recordId: true, details: true },
  });
  // Written by recordRow from such a record.
  return new Map(rows.map(row => [row.recordId, row.details as ReferenceRecord]));
}

/** What included studies are like, with the numbers of their reports in the references. */
export function buildCharacteristics({ ground }: ReportGround, references: readonly CitedReport[]) {
  const { studies, arms, armResults, studyResults, studyCounts, outcomes, characteristics, values } = ground.all;
  const recorded = new Map(values.map(one => [`${one.studyId} ${one.characteristicId}`, one.value]));
  const numbersOf = new Map<string, number[]>();
  for (const [place, { studyId }] of references.entries())
    if (studyId) numbersOf.set(studyId, [...(numbersOf.get(studyId) ?? []), place + 1]);
  const studyOfArm = new Map(arms.map(arm => [arm.armId, arm.studyId]));
  const reported = new Set([
    ...armResults.map(one => `${studyOfArm.get(one.armId)} ${one.outcomeId}`),
    ...[...studyResults, ...studyCounts].map(one => `${one.studyId} ${one.outcomeId}`),
  ]);
  const peopleOf = new Map<string, number>();
  for (const { armId, total } of armResults)
    if (total !== null) peopleOf.set(armId, Math.max(total, peopleOf.get(armId) ?? 0));
  const armsOf = new Map<string, typeof arms>();
  for (const arm of arms) armsOf.set(arm.studyId, [...(armsOf.get(arm.studyId) ?? []), arm]);
  return characteristicsTable(
    characteristics,
    studies.map(({ studyId, label, year }) => ({
      label,
      year,
      references: numbersOf.get(studyId) ?? [],
      arms: (armsOf.get(studyId) ?? []).map(arm => ({
        name: arm.name,
        people: arm.randomised ?? peopleOf.get(arm.armId) ?? null,
      })),
      outcomes: outcomes
        .filter(({ outcomeId }) => reported.has(`${studyId} ${outcomeId}`))
        .map(outcome => outcomeName(outcome) ?? ''),
      values: characteristics.map(({ characteristicId }) => recorded.get(`${studyId} ${characteristicId}`) ?? null),
    })),
  );
}

/** Reports excluded at full text, each with its reason and the passage that was kept with it. */
export async function buildExcluded(ctx: Context, { review, sets }: ReportGround, style: ReferenceStyle) {
  const { reviewId } = review;
  const records = await loadRecordDetails(
    ctx,
    reviewId,
    sets.reportsExcluded.map(one => one.recordId),
  );
  const criteria = await ctx.db.find(Criterion, { where: { reviewId }, order: { position: 'ASC' } });
  const texts = new Map(criteria.map(one => [one.criterionId, one.text]));
  const passages = await passagesOf(ctx, reviewId, [...records.keys()]);
  return excludedTable(
    sets.reportsExcluded.flatMap(({ recordId, criterionId }) => {
      const record = records.get(recordId);
      if (!record) return [];
      const reason = texts.get(criterionId ?? '') ?? 'No reason given';
      const passage = passages.get(`${recordId} ${criterionId}`) ?? null;
      return [{ reference: referenceText(record, style), reason, passage }];
    }),
    criteria.map(one => one.text),
  );
}

/** By report and reason, the passage that who first excluded it for that reason kept with their decision. */
async function passagesOf(ctx: Context, reviewId: string, recordIds: readonly string[]) {
  const decisions = await ctx.db.find(ScreeningDecision, {
    where: { reviewId, stage: 'full-text', choice: 'exclude', recordId: In([...recordIds]), quote: Not('') },
    order: { decidedAt: 'DESC', decisionId: 'DESC' },
  });
  return new Map(
    decisions.map(({ recordId, criterionId, quote, page }) => [`${recordId} ${criterionId}`, { quote, page }]),
  );
}

/** The searches with what PRISMA-S asks of each. */
export async function buildSearches(ctx: Context, { review, searches, sets }: ReportGround) {
  const { reviewId } = review;
  const rows = new Map((await ctx.db.findBy(Search, { reviewId })).map(row => [row.searchId, row]));
  const looked: { n: number }[] = await ctx.db.query(
    "select count(*)::int as n from jobs where review_id = $1 and kind = 'find-duplicates' and state = 'done'",
    [reviewId],
  );
  return searchesTable(
    searches.map(({ searchId, records, ...fact }) => {
      const row = rows.get(searchId);
      return {
        ...fact,
        strategy: row?.strategy ?? null,
        remarks: row?.remarks ?? null,
        found: row?.countFound ?? null,
        records,
      };
    }),
    (looked[0]?.n ?? 0) > 0 || sets.duplicates.length > 0,
  );
}
