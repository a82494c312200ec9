import { Problem } from '#core/problem';
import type { MeshRow } from '#core/protocol/meshIndex';
import { at, childrenOf, textOf } from '#core/searching/xml/element';
import { splitRecords } from '#core/searching/xml/splitRecords';

/** Reads MeSH descriptors from text that comes in pieces. */
export interface MeshReader {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

export type MeshFormat = 'table' | 'xml' | 'ascii';

/** Which of the forms of MeSH a file has, by how it begins: a table, NLM's desc20xx.xml, or its d20xx.bin. */
export function meshFormatOf(beginning: string): MeshFormat {
  if (/^\s*</.test(beginning)) return 'xml';
  if (/^\s*\*NEWRECORD/.test(beginning)) return 'ascii';
  if (/^\uFEFF?ui\tname\t/i.test(beginning)) return 'table';
  throw new Problem(
    'invalid',
    'This is no list of MeSH headings: it is neither NLM’s desc20xx.xml or d20xx.bin, nor a table that begins with the columns ui and name.',
  );
}

/** A reader of one form of MeSH; it gives each descriptor as soon as it is whole, so that memory stays flat. */
export function createMeshReader(format: MeshFormat, give: (row: MeshRow) => void): MeshReader {
  switch (format) {
    case 'table':
      return byLines(createTableReader(give), () => {});
    case 'ascii': {
      const { line, end } = createAsciiReader(give);
      return byLines(line, end);
    }
    case 'xml':
      return splitRecords(new Set(['DescriptorRecord']), SKIPPED, {
        record: element => {
          const ui = textOf(at(element, 'DescriptorUI'));
          const name = textOf(at(element, 'DescriptorName', 'String'));
          if (!ui || !name) return;
          const terms = childrenOf(at(element, 'ConceptList'), 'Concept').flatMap(concept =>
            childrenOf(at(concept, 'TermList'), 'Term').flatMap(term => textOf(at(term, 'String')) ?? []),
          );
          const treeNumbers = childrenOf(at(element, 'TreeNumberList'), 'TreeNumber').flatMap(one => textOf(one) ?? []);
          give(meshRow(ui, name, treeNumbers, terms));
        },
        skip: () => {},
      });
    default:
      return format satisfies never;
  }
}

const SKIPPED = new Set(['AllowableQualifiersList', 'ScopeNote', 'ConceptRelationList', 'PharmacologicalActionList']);

function meshRow(ui: string, name: string, treeNumbers: readonly string[], terms: readonly string[]): MeshRow {
  return { ui, name, treeNumbers, terms: [...new Set(terms)].filter(term => term !== name) };
}

function byLines(line: (text: string) => void, end: () => void): MeshReader {
  let held = '';
  return {
    write: text => {
      const lines = (held + text).split(/\r?\n/);
      held = lines.pop() ?? '';
      for (const one of lines) line(one);
    },
    end: () => {
      if (held !== '') line(held);
      end();
    },
  };
}

/** Tab-separated, the columns named in the first line; several values in a cell are parted by |. */
function createTableReader(give: (row: MeshRow) => void): (line: string) => void {
  let columns: readonly string[] | null = null;
  return line => {
    if (line === '') return;
    const cells = line.split('\t');
    if (!columns) {
      columns = cells.map(cell => cell.replace('\uFEFF', '').trim().toLowerCase());
      return;
    }
    const cell = (name: string) => cells[columns?.indexOf(name) ?? -1] ?? '';
    const list = (name: string) => cell(name).split('|').filter(Boolean);
    const [ui, name] = [cell('ui'), cell('name')];
    if (ui && name) give(meshRow(ui, name, list('tree_numbers'), [...list('entry_terms'), ...list('permuted_terms')]));
  };
}

/** `*NEWRECORD`, then lines `MH = Calcimycin`; entry terms bear more after their first |. */
function createAsciiReader(give: (row: MeshRow) => void) {
  let fields = new Map<string, string[]>();
  const finish = () => {
    const [ui, name] = [fields.get('UI')?.[0], fields.get('MH')?.[0]];
    const entries = [...(fields.get('ENTRY') ?? []), ...(fields.get('PRINT ENTRY') ?? [])];
    const terms = entries.map(entry => entry.split('|')[0]?.trim() ?? '').filter(Boolean);
    if (ui && name) give(meshRow(ui, name, fields.get('MN') ?? [], terms));
    fields = new Map();
  };
  return {
    line: (line: string) => {
      if (line.startsWith('*NEWRECORD')) return finish();
      const field = /^([A-Z ]+?) = (.*)$/.exec(line);
      const [, name = '', value = ''] = field ?? [];
      if (field) fields.set(name, [...(fields.get(name) ?? []), value.trim()]);
    },
    end: finish,
  };
}
