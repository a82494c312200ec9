import { In } from 'typeorm';
import { Problem } from '#core/problem';
import type { ReferenceRecord } from '#core/searching/record';
import { trialNumbersOf } from '#core/searching/trialNumbers';
import { DuplicatePair } from '#entities/DuplicatePair';
import { Report } from '#entities/Report';
import { SearchRecord } from '#entities/SearchRecord';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { addReports } from '#services/extraction/studies';
import { reshapeStudy } from '#services/extraction/writeStudy';
import { visibleVerdicts } from '#services/records/visibleVerdicts';
import { recordsByOtherMethods } from '#services/screening/situations';
import { standInReview } from '#services/standing';

/**
 * Reports that seem to tell of one study: they name the same trial, or a person has called them reports of one. Only
 * reports that are sought, so it is for those who may know which these are.
 */
export async function suggestStudyLinks(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotSeeVerdicts(viewer));
  const rows = await ctx.db.findBy(SearchRecord, { reviewId, recordId: In(await reportsKnown(ctx, viewer)) });
  const numbers = new Map(rows.map(row => [row.recordId, trialNumbersOf(row.details as ReferenceRecord)])); // by recordRow
  const groups = gather(
    rows.map(row => row.recordId),
    numbers,
    await relatedPairs(ctx, reviewId),
  );
  const studies = new Map((await ctx.db.findBy(Study, { reviewId })).map(study => [study.studyId, study.label]));
  const reports = await ctx.db.findBy(Report, { reviewId, recordId: In(rows.map(row => row.recordId)) });
  const studyOf = new Map(reports.map(report => [report.recordId, report.studyId]));
  const byId = new Map(rows.map(row => [row.recordId, row]));
  const told = groups.map(recordIds => {
    const members = recordIds.flatMap(recordId => byId.get(recordId) ?? []);
    const linkedTo = [...new Set(members.flatMap(row => studyOf.get(row.recordId) ?? []))];
    const shared = [...new Set(recordIds.flatMap(recordId => numbers.get(recordId) ?? []))];
    return {
      trialNumbers: shared.filter(number => recordIds.filter(id => numbers.get(id)?.includes(number)).length > 1),
      label: labelOf(members),
      studies: linkedTo.map(studyId => ({ studyId, label: studies.get(studyId) ?? '' })),
      isLinked: linkedTo.length === 1 && members.every(row => studyOf.get(row.recordId) === linkedTo[0]),
      reports: members.map(({ recordId, title, authorsText, year, journal }) => {
        const studyId = studyOf.get(recordId) ?? null;
        return {
          recordId,
          title,
          authorsText,
          year,
          journal,
          studyLabel: studyId ? (studies.get(studyId) ?? null) : null,
        };
      }),
    };
  });
  return { groups: told, may: { link: whyNotAct(viewer, 'extract') } };
}

async function reportsKnown(ctx: Context, viewer: ReviewStanding): Promise<string[]> {
  const verdicts = await visibleVerdicts(ctx, viewer, 'title-and-abstract');
  const passed = [...verdicts].filter(([, verdict]) => verdict === 'included').map(([recordId]) => recordId);
  return [...passed, ...(await recordsByOtherMethods(ctx, viewer.reviewId))];
}

async function relatedPairs(ctx: Context, reviewId: string) {
  const pairs = await ctx.db.findBy(DuplicatePair, { reviewId, state: 'related' });
  return pairs.map(pair => [pair.recordA, pair.recordB] as const);
}

/** Groups of two and more that hang together by a shared number or a pair. */
function gather(
  recordIds: readonly string[],
  numbers: ReadonlyMap<string, readonly string[]>,
  pairs: readonly (readonly [string, string])[],
): string[][] {
  const groupOf = new Map(recordIds.map(recordId => [recordId, [recordId]]));
  const join = (one: string, other: string) => {
    const [kept, gone] = [groupOf.get(one), groupOf.get(other)];
    if (!kept || !gone || kept === gone) return;
    kept.push(...gone);
    for (const recordId of gone) groupOf.set(recordId, kept);
  };
  const first = new Map<string, string>();
  for (const recordId of recordIds) {
    for (const number of numbers.get(recordId) ?? []) {
      const known = first.get(number);
      if (known) join(known, recordId);
      else first.set(number, recordId);
    }
  }
  for (const [one, other] of pairs) join(one, other);
  return [...new Set(groupOf.values())].filter(group => group.length > 1);
}

/** "Aronson 1948": the first author of the earliest report. */
function labelOf(members: readonly SearchRecord[]): string {
  const [earliest] = members.toSorted((one, other) => (one.year ?? 9999) - (other.year ?? 9999));
  const [family = ''] = (earliest?.authorsText ?? '').split('; ')[0]?.split(/ (?=\S+$)/) ?? [];
  return [family || 'Study', earliest?.year ?? ''].join(' ').trim();
}

/** Adds reports to a study that is there; those that it has stay. */
export async function linkReports(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; studyId: string },
  recordIds: readonly string[],
): Promise<void> {
  await reshapeStudy(ctx, actor, 'change-study', key, async tx => {
    const known = await tx.db.countBy(SearchRecord, { reviewId: key.reviewId, recordId: In([...recordIds]) });
    if (known !== recordIds.length) throw new Problem('not-found', 'One of the reports is not in this review.');
    await addReports(tx, key, recordIds);
  });
}
