import type { DocumentBlock, Run, WrittenDocument } from '#core/reporting/document/writtenDocument';
import { type Block, type Draft, textOf } from '#core/reporting/manuscript/draft';

export interface Enclosed {
  /** Figures and tables by the id of their exhibit; without one it is left out. A figure of several pages has several blocks. */
  readonly exhibits: ReadonlyMap<string, readonly DocumentBlock[]>;
  readonly references: readonly string[];
  readonly title: string;
}

const YOURS: Run = { text: 'This part is yours to write.', look: 'gap' };

function runsOf(block: Block): Run[] {
  if (block.kind === 'gap') return [{ text: `Gap: ${block.text}`, look: 'gap' }, { text: ' ' }];
  if (block.kind === 'exhibit') return [];
  const { remark } = block;
  return [
    { text: `${textOf(block.pieces)} ` },
    ...(remark ? [{ text: remark.text, look: 'note' as const }, { text: ' ' }] : []),
  ];
}

/** A draft as a document to send: sentences, marked gaps and remarks, figures and tables in their places. */
export function manuscriptDocument(draft: Draft, { exhibits, references, title }: Enclosed): WrittenDocument {
  const blocks: DocumentBlock[] = [
    { kind: 'heading', level: 1, text: 'Abstract' },
    { kind: 'paragraph', runs: [YOURS] },
    { kind: 'heading', level: 1, text: 'Introduction' },
    { kind: 'paragraph', runs: [YOURS] },
  ];
  let part = '';
  let [figures, tables] = [0, 0];
  for (const section of draft.sections) {
    if (section.part !== part) {
      if (part === 'Results') {
        blocks.push({ kind: 'heading', level: 1, text: 'Discussion' }, { kind: 'paragraph', runs: [YOURS] });
      }
      part = section.part;
      if (part !== 'Other') blocks.push({ kind: 'heading', level: 1, text: part });
    }
    blocks.push({ kind: 'heading', level: part === 'Other' ? 1 : 2, text: section.title });
    for (const paragraph of section.paragraphs) {
      const runs = paragraph.flatMap(runsOf);
      if (runs.length > 0) blocks.push({ kind: 'paragraph', runs });
      for (const block of paragraph) {
        if (block.kind !== 'exhibit') continue;
        for (const shown of exhibits.get(block.id) ?? []) {
          if (shown.kind === 'figure') {
            figures++;
            blocks.push({ ...shown, name: `figure-${figures}`, caption: `Figure ${figures}. ${block.caption}` });
          } else if (shown.kind === 'table') {
            tables++;
            blocks.push({ ...shown, caption: `Table ${tables}. ${block.caption}` });
          } else blocks.push(shown);
        }
      }
    }
  }
  if (references.length > 0) {
    blocks.push(
      { kind: 'heading', level: 1, text: 'References of included studies' },
      { kind: 'list', lines: references, isNumbered: true },
    );
  }
  return { title, blocks };
}
