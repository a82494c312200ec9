import type { DocumentBlock, Run, WrittenDocument } from '#core/reporting/document/writtenDocument';

/** Text from data never becomes a mark of Markdown or an element of HTML. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, character => `\\${character}`);
}

function cell(text: string): string {
  return plain(text).replace(/\s*\n\s*/g, '<br>');
}

const LOOKS: Readonly<Record<NonNullable<Run['look']>, (text: string) => string>> = {
  plain: text => text,
  bold: text => `**${text}**`,
  italic: text => `*${text}*`,
  gap: text => `**[${text}]**`,
  note: text => `*[${text}]*`,
};

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${plain(block.text)}`;
    case 'paragraph':
      return block.runs.map(({ text, look = 'plain' }) => LOOKS[look](plain(text))).join('');
    case 'list':
      return block.lines
        .map((line, place) => `${block.isNumbered ? `${place + 1}.` : '-'} ${plain(line).replaceAll('\n', ' ')}`)
        .join('\n');
    case 'figure':
      return `![${plain(block.caption)}](figures/${block.name}.png)\n\n*${plain(block.caption)}*`;
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
      const rows = [row(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map(row)];
      return [`**${plain(block.caption)}**`, rows.join('\n'), ...block.below.map(plain)].join('\n\n');
    }
    default: {
      const never: never = block;
      throw new RangeError(`documentMarkdown: no such block ${String(never)}`);
    }
  }
}

/** A document as Markdown (CommonMark with tables); figures stand beside it as `figures/<name>.png`. */
export function documentMarkdown({ title, blocks }: WrittenDocument): string {
  return `${[`# ${plain(title)}`, ...blocks.map(blockText)].join('\n\n')}\n`;
}
