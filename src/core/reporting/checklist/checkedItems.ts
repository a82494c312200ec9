import type { TextTable } from '#core/certainty/findingsTable';
import { type ChecklistItem, PRISMA_ITEMS } from '#core/reporting/checklist/prismaItems';
import { type Block, type Draft, textOf } from '#core/reporting/manuscript/draft';

export interface CheckedItem {
  readonly number: string;
  readonly section: string;
  readonly topic: string;
  readonly asks: string;
  /** `answered`: the draft says it; `partly`: something is missing; `missing`; `yours`: nothing but authors can say it. */
  readonly state: 'answered' | 'partly' | 'missing' | 'yours';
  /** Where: "Methods: Search". */
  readonly where: string;
  /** The first words of the answer, so that a reader sees that it is one. */
  readonly says: string;
  /** The page where it can be mended or read. */
  readonly page: string;
}

interface Found {
  readonly block: Block;
  readonly where: string;
}

/** `mode-` finds every block that begins so, `tool` also `tool-rob2`. */
function isNamed(id: string, name: string): boolean {
  return id === name || id.startsWith(name.endsWith('-') ? name : `${name}-`);
}

function foundIn(draft: Draft, ids: readonly string[]): Found[] {
  return draft.sections.flatMap(section =>
    section.paragraphs
      .flat()
      .filter(block => ids.some(id => isNamed(block.id, id)))
      .map(block => ({ block, where: section.part === 'Other' ? section.title : `${section.part}: ${section.title}` })),
  );
}

function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139).replace(/\s+\S*$/, '')} …`;
}

function ofBlocks(draft: Draft, ids: readonly string[]) {
  const found = foundIn(draft, ids);
  const gaps = found.filter(({ block }) => block.kind === 'gap');
  const told = found.filter(({ block }) => block.kind !== 'gap');
  const where = [...new Set((told.length > 0 ? told : gaps).map(one => one.where))].join('; ');
  const gap = gaps[0]?.block;
  const first = told[0]?.block;
  const says =
    gap?.kind === 'gap'
      ? gap.text
      : first?.kind === 'sentence'
        ? shortened(textOf(first.pieces))
        : first?.kind === 'exhibit'
          ? first.caption
          : '';
  const state = told.length === 0 ? 'missing' : gaps.length > 0 ? 'partly' : 'answered';
  return { state, where, says, page: gap?.kind === 'gap' ? gap.page : 'manuscript' } as const;
}

function check(item: ChecklistItem, draft: Draft, title: string, fields: ReadonlyMap<string, string>) {
  const { by } = item;
  switch (by.kind) {
    case 'blocks':
      return ofBlocks(draft, by.ids);
    case 'field': {
      const text = fields.get(by.field) ?? '';
      return {
        state: text === '' ? 'missing' : 'answered',
        where: 'Protocol',
        says: shortened(text),
        page: `protocol?field=${by.field}`,
      } as const;
    }
    case 'title': {
      const isNamedSo = /systematic review|meta-analysis|scoping review|overview of reviews/i.test(title);
      return { state: isNamedSo ? 'answered' : 'missing', where: 'Title', says: title, page: 'team' } as const;
    }
    case 'authors':
      return { state: 'yours', where: by.part, says: '', page: 'manuscript' } as const;
    default: {
      const never: never = by;
      throw new RangeError(`checkedItems: nothing answers ${String(never)}`);
    }
  }
}

/** Every item of PRISMA 2020 with where the report answers it, from the draft and the fields of the protocol. */
export function checkedItems(draft: Draft, title: string, fields: ReadonlyMap<string, string>): CheckedItem[] {
  return PRISMA_ITEMS.map(item => {
    const { number, section, topic, asks } = item;
    return { number, section, topic, asks, ...check(item, draft, title, fields) };
  });
}

const STATE_WORDS: Readonly<Record<CheckedItem['state'], string>> = {
  answered: 'answered',
  partly: 'partly answered',
  missing: 'not answered yet',
  yours: 'for the authors to write',
};

/** The checklist as a table to send along with a manuscript. */
export function checklistTable(items: readonly CheckedItem[]): TextTable {
  return {
    title: 'PRISMA 2020 checklist',
    head: ['Item', 'Section, topic', 'What is to be reported', 'Where', 'State'],
    rows: items.map(({ number, section, topic, asks, where, says, state }) => [
      number,
      `${section}\n${topic}`,
      asks,
      [where, says].filter(Boolean).join('\n'),
      STATE_WORDS[state],
    ]),
    below: [
      'Items in our own words; the official wording stands at https://www.prisma-statement.org (Page MJ et al. 2021, doi:10.1136/bmj.n71).',
    ],
  };
}
