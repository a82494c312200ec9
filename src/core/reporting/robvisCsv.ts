import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalTool } from '#core/appraisal/tool';
import { Problem } from '#core/problem';
import type { AppraisalData } from '#core/reporting/appraisalData';
import { csvText, parseCsvText } from '#core/reporting/csvText';

/** Words of robvis' templates (McGuinness & Higgins 2021, doi:10.1002/jrsm.1411). */
const WORDS: Readonly<Partial<Record<Judgement, string>>> = {
  low: 'Low',
  'some-concerns': 'Some concerns',
  moderate: 'Moderate',
  unclear: 'Some concerns',
  high: 'High',
  serious: 'Serious',
  critical: 'Critical',
  'no-information': 'No information',
};

/** Domains that robvis has columns for: those about bias, not those about applicability. */
function columnsOf(domains: AppraisalData['domains']): AppraisalData['domains'] {
  return domains.filter(({ id }) => /^D\d+$/.test(id));
}

/** Whether a tool's judgements fit robvis' columns D1, D2 … and its words. */
export function hasRobvisForm(tool: AppraisalTool): boolean {
  return columnsOf(tool.domains).length > 0 && tool.judgements.every(word => WORDS[word] !== undefined);
}

/** Judgements as a table for robvis: Study, D1 …, Overall, Weight. What nobody judged yet is left empty. */
export function writeRobvis({ domains, studies }: AppraisalData): string {
  const columns = columnsOf(domains);
  const word = (judgement: Judgement | null | undefined) => (judgement && WORDS[judgement]) ?? '';
  const rows = studies.map(({ label, judgements, overall, weightPercent }) => [
    label,
    ...columns.map(({ id }) => word(judgements[domains.findIndex(domain => domain.id === id)])),
    word(overall),
    weightPercent === undefined ? '' : String(weightPercent),
  ]);
  return csvText([['Study', ...columns.map(({ id }) => id), 'Overall', 'Weight'], ...rows]);
}

export interface RobvisRow {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly label: string;
  /** By the tool's domain, and `overall`. */
  readonly judgements: Readonly<Record<string, Judgement>>;
}

/**
 * Reads a table of robvis for a tool. Throws 'invalid' naming the line and the column where something is missing or no
 * judgement of that tool: a judgement is never guessed.
 */
export function readRobvis(text: string, tool: AppraisalTool): RobvisRow[] {
  const [head, ...rows] = parseCsvText(text);
  const names = (head?.cells ?? []).map(cell => cell.trim().toLowerCase());
  const columns = [...columnsOf(tool.domains).map(({ id }) => id), 'overall'];
  const place = (name: string) => names.indexOf(name.toLowerCase());
  const lacking = ['Study', ...columns].filter(name => place(name) < 0);
  if (lacking.length > 0) {
    throw new Problem(
      'invalid',
      `Line 1: the column ${lacking.join(', ')} is missing. A table for ${tool.name} has Study, ${columns.join(', ')}.`,
    );
  }
  if (rows.length === 0) throw new Problem('invalid', 'The file has a head and no study.');
  return rows.map(({ line, cells }) => {
    const label = cells[place('study')]?.trim() ?? '';
    if (label === '') throw new Problem('invalid', `Line ${line}: the study has no name.`);
    const judgements = columns.map(name => {
      const cell = cells[place(name)]?.trim() ?? '';
      const found = tool.judgements.find(word => isWord(cell, word));
      if (!found) {
        const known = tool.judgements.map(word => WORDS[word]).join(', ');
        throw new Problem(
          'invalid',
          `Line ${line}, column ${name}: "${cell}" is no judgement of ${tool.name}. It knows ${known}.`,
        );
      }
      return [name, found] as const;
    });
    return { line, label, judgements: Object.fromEntries(judgements) };
  });
}

function isWord(cell: string, judgement: Judgement): boolean {
  const plain = cell
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .replace(/ risk$/, '');
  return plain === WORDS[judgement]?.toLowerCase() || plain === judgement.replace('-', ' ');
}
