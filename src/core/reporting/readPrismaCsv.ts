import { type FieldProblem, Problem } from '#core/problem';
import { type CsvRow, parseCsvText } from '#core/reporting/csvText';
import type { FlowKey } from '#core/reporting/flow';
import {
  type FlowCounts,
  type NamedCount,
  type OtherSourceCount,
  type ReportCounts,
  sumOf,
} from '#core/reporting/flowCounts';

interface Cell {
  readonly text: string;
  readonly line: number;
}

/** Reads cells by key and collects what is wrong with them, so that all of it can be told at once. */
interface CellReader {
  readonly problems: readonly FieldProblem[];
  /** A count; absent, blank and NA are none. */
  readonly count: (key: FlowKey) => number;
  readonly optional: (key: FlowKey) => number | undefined;
  readonly list: (key: FlowKey) => NamedCount[];
}

function wholeNumber(text: string): number | undefined {
  const digits = text.replaceAll(',', '').trim();
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

function cellReader(cells: ReadonlyMap<string, Cell>): CellReader {
  const problems: FieldProblem[] = [];
  const complain = (key: FlowKey, { text, line }: Cell, wanted: string) => {
    problems.push({ pointer: `/${key}`, detail: `Line ${line}: ${key} is "${text}"; write ${wanted}.` });
  };
  const optional = (key: FlowKey) => {
    const cell = cells.get(key);
    if (!cell || cell.text === '' || cell.text === 'NA') return undefined;
    const n = wholeNumber(cell.text);
    if (n === undefined) complain(key, cell, 'a whole number');
    return n;
  };
  const list = (key: FlowKey) => {
    const cell = cells.get(key);
    if (!cell || ['', 'NA', '0'].includes(cell.text)) return [];
    const alone = wholeNumber(cell.text);
    if (alone !== undefined) return [{ name: 'Reason not given', n: alone }];
    return cell.text.split(';').flatMap(part => {
      const [, name, number] = /^\s*(.+?)\s*,\s*(\d+)\s*$/.exec(part) ?? [];
      if (name !== undefined && number !== undefined) return [{ name, n: Number(number) }];
      if (part.trim() !== '') complain(key, cell, 'names and numbers as "PubMed, 120; Embase, 200"');
      return [];
    });
  };
  return { problems, optional, list, count: key => optional(key) ?? 0 };
}

function cellsOf(rows: readonly CsvRow[]): Map<string, Cell> {
  const [head, ...body] = rows;
  const keyColumn = head?.cells.indexOf('data') ?? -1;
  const numberColumn = head?.cells.indexOf('n') ?? -1;
  if (keyColumn < 0 || numberColumn < 0) {
    throw new Problem('invalid', 'This is not a PRISMA2020 file: its first line must name the columns "data" and "n".');
  }
  const cells = new Map<string, Cell>();
  for (const { line, cells: row } of body) {
    const key = row[keyColumn]?.trim() ?? '';
    const text = (row[numberColumn] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    if (key !== '' && key !== 'NA') cells.set(key, { text, line });
  }
  return cells;
}

/** The file doesn't state how many reports each way brought in: what was assessed and not excluded. */
function reportCounts(read: CellReader, way: 'dbr' | 'other'): ReportCounts {
  const excluded = read.list(`${way}_excluded`);
  const assessed = read.count(`${way}_assessed`);
  return {
    sought: read.count(`${way}_sought_reports`),
    notRetrieved: read.count(`${way}_notretrieved_reports`),
    retrievalWaiting: 0,
    assessed,
    eligibilityWaiting: 0,
    excluded,
    included: assessed - sumOf(excluded),
  };
}

function otherMethods(read: CellReader): FlowCounts['other'] {
  const usual: readonly OtherSourceCount[] = [
    { kind: 'website', name: 'Websites', n: read.count('website_results') },
    { kind: 'organisation', name: 'Organisations', n: read.count('organisation_results') },
    { kind: 'citation', name: 'Citation searching', n: read.count('citations_results') },
  ];
  const own = read.list('other_results').map((source): OtherSourceCount => ({ kind: 'other', ...source }));
  const identified = [...usual.filter(({ n }) => n > 0), ...own];
  const reports = reportCounts(read, 'other');
  if (sumOf(identified) + reports.sought + reports.assessed === 0) return undefined;
  return { identified, removed: { duplicates: 0, irrelevant: 0 }, reports };
}

/**
 * The counts in an interchange file. What such a file doesn't hold is worked out from what it does: records that
 * passed are those screened and not excluded, reports included are those assessed and not excluded. Identities on
 * those numbers (I3, I4, I6, I8) therefore can't fail for a file that was read.
 * Throws a Problem that names each line which can't be read.
 */
export function readPrismaCsv(text: string): FlowCounts {
  const read = cellReader(cellsOf(parseCsvText(text)));
  const screened = read.count('records_screened');
  const excluded = read.count('records_excluded');
  const reports = reportCounts(read, 'dbr');
  const other = otherMethods(read);
  const previous = { studies: read.count('previous_studies'), reports: read.count('previous_reports') };
  const isUpdate = previous.studies > 0;
  const total = { studies: read.optional('total_studies'), reports: read.optional('total_reports') };
  const pooled = { studies: read.count('total_studies_ma'), reports: read.count('total_reports_ma') };
  const stated = { databases: read.optional('database_results'), registers: read.optional('register_results') };
  const counts: FlowCounts = {
    kind: isUpdate ? 'updated' : 'new',
    ...(isUpdate ? { previous } : {}),
    databases: read.list('database_specific_results'),
    registers: read.list('register_specific_results'),
    stated: {
      ...(stated.databases === undefined ? {} : { databases: stated.databases }),
      ...(stated.registers === undefined ? {} : { registers: stated.registers }),
    },
    removed: {
      duplicates: read.count('duplicates'),
      byAutomation: read.count('excluded_automatic'),
      otherReasons: read.count('excluded_other'),
    },
    screening: {
      screened,
      waiting: 0,
      excluded,
      passed: { records: screened - excluded, reports: reports.sought },
    },
    reports,
    ...(other ? { other } : {}),
    included: { studies: read.count('new_studies'), reports: read.count('new_reports') },
    ...(isUpdate && total.studies !== undefined && total.reports !== undefined
      ? { total: { studies: total.studies, reports: total.reports } }
      : {}),
    ...(pooled.studies > 0 ? { metaAnalysis: pooled } : {}),
  };
  if (read.problems.length > 0) {
    const first = read.problems[0]?.detail ?? '';
    throw new Problem('invalid', first, { count: read.problems.length }, read.problems);
  }
  return counts;
}
