import type { TextTable } from '#core/certainty/findingsTable';
import { checklistTable } from '#core/reporting/checklist/checkedItems';
import { csvText } from '#core/reporting/csvText';
import type { ReferenceStyle } from '#core/reporting/references/referenceText';
import { writePrismaCsv } from '#core/reporting/writePrismaCsv';
import type { Actor, Context } from '#services/context';
import type { ExportedFile } from '#services/reporting/exportReview';
import { readChecklist, standAtReport } from '#services/reporting/manuscript';
import { loadReportGround } from '#services/reporting/manuscriptFacts';
import { buildCharacteristics, buildExcluded, buildSearches, loadReferences } from '#services/reporting/reportTables';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export type ReportFile =
  | `${'characteristics' | 'excluded' | 'searches'}.${'csv' | 'docx'}`
  | 'references.txt'
  | 'flow.csv'
  | 'checklist.csv'
  | 'checklist.docx';

/** A table as CSV: line breaks in cells become semicolons, except in strategies, whose lines matter. */
function tableCsv({ head, rows, below }: TextTable, keepsLines = false): string {
  const cells = [head, ...rows, ...below.map(text => [text])];
  return csvText(keepsLines ? cells : cells.map(row => row.map(text => text.replaceAll('\n', '; '))));
}

async function tableFile(ctx: Context, name: string, table: TextTable): Promise<ExportedFile> {
  if (name.endsWith('.docx')) return { fileName: name, contentType: WORD, content: await ctx.documents.table(table) };
  return { fileName: name, contentType: 'text/csv', content: tableCsv(table, name === 'searches.csv') };
}

/** A part of the report as a file. */
export async function exportReportFile(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  file: ReportFile,
  style: ReferenceStyle,
): Promise<ExportedFile> {
  const viewer = await standAtReport(ctx, actor, reviewId);
  if (file === 'checklist.csv' || file === 'checklist.docx') {
    const { items } = await readChecklist(ctx, actor, reviewId);
    return tableFile(ctx, file, checklistTable(items));
  }
  const report = await loadReportGround(ctx, viewer);
  switch (file) {
    case 'characteristics.csv':
    case 'characteristics.docx':
      return tableFile(ctx, file, buildCharacteristics(report, await loadReferences(ctx, report, style)));
    case 'excluded.csv':
    case 'excluded.docx':
      return tableFile(ctx, file, await buildExcluded(ctx, report, style));
    case 'searches.csv':
    case 'searches.docx':
      return tableFile(ctx, file, await buildSearches(ctx, report));
    case 'references.txt': {
      const references = await loadReferences(ctx, report, style);
      const text = references.map((one, place) => `${place + 1}. ${one.text}\n`).join('');
      return { fileName: file, contentType: 'text/plain; charset=utf-8', content: text };
    }
    case 'flow.csv':
      return { fileName: file, contentType: 'text/csv', content: writePrismaCsv(report.flow) };
    default: {
      const never: never = file;
      throw new RangeError(`exportReportFile: nothing is called ${String(never)}`);
    }
  }
}

/** The tables of the report as the page shows them, with the references in a named style. */
export async function readReportTables(ctx: Context, actor: Actor, reviewId: string, style: ReferenceStyle) {
  const viewer = await standAtReport(ctx, actor, reviewId);
  const report = await loadReportGround(ctx, viewer);
  const references = await loadReferences(ctx, report, style);
  return {
    characteristics: buildCharacteristics(report, references),
    excluded: await buildExcluded(ctx, report, style),
    searches: await buildSearches(ctx, report),
    references: references.map(({ recordId, text }) => ({ recordId, text })),
  };
}
