import { estimateCells, headFor, numberCells, numbersOfCounts } from '#core/extraction/table/resultColumns';
import { csvText } from '#core/reporting/csvText';
import { standing } from '#core/screening/standing';
import type { ReferenceRecord } from '#core/searching/record';
import { writeCsv } from '#core/searching/writeCsv';
import { writeRis } from '#core/searching/writeRis';
import { STAGES } from '#core/vocabulary';
import { Analysis } from '#entities/Analysis';
import type { ArmResult } from '#entities/ArmResult';
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

/** One row an arm and outcome, and one a study's own estimate, or what it says as a whole. */
export async function extractionAsCsv(ctx: Context, reviewId: string): Promise<string> {
  const { studies, arms, outcomes, armResults, studyResults, studyCounts } = await loadExtraction(ctx, reviewId);
  const [study, outcome, timepoint, arm, ...numbers] = headFor(outcomes.map(({ kind }) => kind));
  const head = [study, 'year', outcome, timepoint, 'kind', arm, 'arm_kind', ...numbers, 'converted'].map(String);
  const rows = studies.flatMap(one =>
    outcomes.flatMap(({ outcomeId, name, timepoint: at, kind }): Record<string, unknown>[] => {
      const start = { study: one.label, year: one.year, outcome: name, timepoint: at, kind };
      const isHere = (row: { readonly outcomeId: string; readonly studyId: string }) =>
        row.studyId === one.studyId && row.outcomeId === outcomeId;
      const beside = ({ foundAt, conversion }: Pick<ArmResult, 'foundAt' | 'conversion'>) => ({
        ...{ found_at: foundAt, converted: conversion?.sentence },
      });
      const byArm = arms
        .filter(({ studyId }) => studyId === one.studyId)
        .flatMap(({ armId, name: armName, kind: armKind }) => {
          const result = armResults.find(row => row.armId === armId && row.outcomeId === outcomeId);
          if (!result) return [];
          return [
            { ...start, arm: armName, arm_kind: armKind, ...numberCells(kind, { ...result }), ...beside(result) },
          ];
        });
      const own = studyResults.find(isHere);
      const counted = studyCounts.find(isHere);
      return [
        ...byArm,
        ...(own ? [{ ...start, ...estimateCells(own), ...beside(own) }] : []),
        ...(counted ? [{ ...start, ...numberCells(kind, numbersOfCounts(counted.counts)), ...beside(counted) }] : []),
      ];
    }),
  );
  return csvText([head, ...rows.map(cells => head.map(column => String(cells[column] ?? '')))]);
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
