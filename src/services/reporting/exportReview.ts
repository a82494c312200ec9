import { type EntityTarget, In, IsNull } from 'typeorm';
import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { PALETTES } from '#core/reporting/palette';
import { prismaFigure } from '#core/reporting/prismaFigure';
import { Analysis } from '#entities/Analysis';
import { Membership } from '#entities/Membership';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';
import { Review } from '#entities/Review';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { insist } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { whyNotExportAssessments, whyNotExportSheets, whyNotExportWhole, whyNotSeeFlow } from '#policies/visibility';
import { countBlindAppraisals } from '#services/appraisal/countBlindAppraisals';
import { blindingAsCsv } from '#services/audit/readBlindingProof';
import { sealReview } from '#services/audit/sealEvents';
import type { Actor, Context } from '#services/context';
import { countBlindStudies } from '#services/extraction/extractionMode';
import { TELL_NOBODY, type TellSteps } from '#services/madeFiles/tellSteps';
import { archivedFullTexts } from '#services/reporting/archivedFullTexts';
import { analysesAsJson, extractionAsCsv, recordsAsCsv, recordsAsRis } from '#services/reporting/exportTables';
import { buildFlow } from '#services/reporting/readFlow';
import { reproductionEntries } from '#services/reporting/reproduction';
import { REVIEW_TABLES } from '#services/reporting/reviewTables';
import { standInReview } from '#services/standing';
import { forestSvg } from '#services/synthesis/readAnalyses';

export interface ExportedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

export type ExportName = 'records.ris' | 'records.csv' | 'extraction.csv' | 'analyses.json' | 'blinding.csv';

/** What a person takes along of a review. What blinding keeps from them on the page it keeps from them here. */
export async function exportReview(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  name: ExportName,
): Promise<ExportedFile> {
  const viewer = await standInReview(ctx, actor, reviewId);
  switch (name) {
    case 'records.ris':
      insist(whyNotSeeFlow(viewer));
      return {
        fileName: name,
        contentType: 'application/x-research-info-systems',
        content: await recordsAsRis(ctx, viewer),
      };
    case 'records.csv':
      insist(whyNotSeeFlow(viewer));
      return { fileName: name, contentType: 'text/csv', content: await recordsAsCsv(ctx, viewer) };
    case 'extraction.csv':
      return { fileName: name, contentType: 'text/csv', content: await extractionAsCsv(ctx, reviewId) };
    case 'analyses.json':
      return { fileName: name, contentType: 'application/json', content: await analysesAsJson(ctx, reviewId) };
    case 'blinding.csv':
      return { fileName: name, contentType: 'text/csv', content: await blindingAsCsv(ctx, viewer) };
    default: {
      const never: never = name;
      throw new RangeError(`exportReview: nothing is called ${String(never)}`);
    }
  }
}

/** Refuses the whole review to whom something of it is still hidden. */
export async function insistWholeReview(ctx: Context, viewer: ReviewStanding): Promise<void> {
  insist(whyNotSeeFlow(viewer));
  insist(whyNotExportWhole(viewer, await countOwnOpen(ctx, viewer)));
  insist(whyNotExportAssessments(await countBlindAppraisals(ctx, viewer)));
  insist(whyNotExportSheets(await countBlindStudies(ctx, viewer)));
}

/** Records at open stages that this person was given and has not decided on. */
async function countOwnOpen(ctx: Context, viewer: ReviewStanding): Promise<number> {
  const mine = { reviewId: viewer.reviewId, personId: viewer.personId };
  const decided = new Set((await ctx.db.findBy(ScreeningDecision, mine)).map(one => `${one.stage} ${one.recordId}`));
  const assignments = await ctx.db.findBy(ScreeningAssignment, { ...mine, withdrawnAt: IsNull() });
  return assignments.filter(
    one => !viewer.closedStages.includes(one.stage) && !decided.has(`${one.stage} ${one.recordId}`),
  ).length;
}

/** The archive's version: a later one may read an earlier one. */
export const ARCHIVE_FORMAT = 'pooled-review/1';

/**
 * The whole review as texts: its tables as NDJSON in canonical order, so that an import and a second export give the
 * same bytes, and beside them what people read: records, extraction, analyses and figures. People are in it by name
 * and number; their e-mail addresses are not.
 */
export async function archiveEntries(ctx: Context, viewer: ReviewStanding, tell: TellSteps = TELL_NOBODY) {
  const { reviewId } = viewer;
  const names = Object.keys(REVIEW_TABLES);
  const total = names.length + 5;
  await sealAll(ctx, reviewId);
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const project = await ctx.db.findOneByOrFail(Project, { projectId: review.projectId });
  const memberships = await ctx.db.find(Membership, {
    where: { projectId: review.projectId },
    order: { personId: 'ASC' },
  });
  const tables: { name: string; text: string }[] = [];
  const personIds = new Set([project.createdBy, review.createdBy, ...memberships.map(one => one.personId)]);
  for (const [name, table] of Object.entries(REVIEW_TABLES)) {
    await tell(tables.length, total, `Reading ${wordsOf(name)}`);
    const rows = (await ctx.db.findBy(table, { reviewId })) as object[];
    const lines = rows.map(row => canonicalJson(plain(row))).sort();
    const fields = personFields(ctx, table);
    for (const row of rows) for (const id of peopleIn(row, fields)) personIds.add(id);
    tables.push({ name: `tables/${name}.ndjson`, text: lines.map(line => `${line}\n`).join('') });
  }
  const people = await ctx.db.find(Person, {
    where: { personId: In([...personIds]) },
    select: { personId: true, name: true },
    order: { personId: 'ASC' },
  });
  const head = {
    format: ARCHIVE_FORMAT,
    tables: names,
    project: plain(project),
    review: plain(review),
    memberships: memberships.map(plain),
    people: people.map(({ personId, name }) => ({ personId, name })),
  };
  await tell(names.length, total, 'Writing records and numbers');
  const texts = [
    { name: 'records.ris', text: await recordsAsRis(ctx, viewer) },
    { name: 'records.csv', text: await recordsAsCsv(ctx, viewer) },
    { name: 'extraction.csv', text: await extractionAsCsv(ctx, reviewId) },
    { name: 'analyses.json', text: await analysesAsJson(ctx, reviewId) },
  ];
  await tell(names.length + 1, total, 'Writing scripts for R');
  const reproduction = await reproductionEntries(ctx, reviewId);
  await tell(names.length + 2, total, 'Drawing figures');
  const drawn = await figures(ctx, viewer);
  await tell(names.length + 3, total, 'Adding full texts');
  const fullTexts = await archivedFullTexts(ctx, reviewId);
  await tell(names.length + 4, total, 'Packing');
  return [
    { name: 'review.json', text: `${canonicalJson(head)}\n` },
    ...tables,
    ...texts,
    ...reproduction,
    ...drawn,
    ...fullTexts,
  ];
}

/** "recordLabels" as "record labels". */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

async function figures(ctx: Context, viewer: ReviewStanding) {
  const { flow } = await buildFlow(ctx, viewer);
  const analyses = await ctx.db.find(Analysis, {
    where: { reviewId: viewer.reviewId },
    order: { createdAt: 'ASC', analysisId: 'ASC' },
  });
  const drawn = [{ name: 'figures/flow.svg', text: prismaFigure(flow, { palette: PALETTES.print }) }];
  for (const analysis of analyses) {
    if (!analysis.result) continue;
    drawn.push({ name: `figures/forest-${analysis.analysisId}.svg`, text: await forestSvg(ctx, analysis, 'print') });
  }
  return drawn;
}

/** An archive's chain is whole: what waits for the worker is sealed now. */
async function sealAll(ctx: Context, reviewId: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const waiting: { n: number }[] = await ctx.db.query(
      `select count(*)::int as n from audit_events e where e.review_id = $1 and not exists
         (select 1 from audit_seals s where s.review_id = e.review_id and s.event_id = e.event_id)`,
      [reviewId],
    );
    if (waiting[0]?.n === 0) return;
    await sealReview(ctx, reviewId);
  }
  throw new Problem('unavailable', 'The audit chain is being sealed by another process. Try again in a moment.');
}

/** A row as plain JSON values: instants as ISO 8601 text. */
function plain(row: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(row));
}

/** Which fields of a table name a person, as its foreign keys say: nobody is forgotten when a table is added. */
function personFields(ctx: Context, table: EntityTarget<object>): string[] {
  const { foreignKeys } = ctx.db.connection.getMetadata(table);
  return foreignKeys
    .filter(key => key.referencedEntityMetadata.target === Person)
    .flatMap(key => key.columns.map(column => column.propertyName));
}

function peopleIn(row: object, fields: readonly string[]): string[] {
  return fields.flatMap(field => {
    const value = (row as Record<string, unknown>)[field]; // an entity's own fields
    return typeof value === 'string' ? [value] : [];
  });
}
