import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DocumentBlock, Run, WrittenDocument } from '#core/reporting/document/writtenDocument';
import { columnWidths } from '#gateways/columnWidths';
import { drawPicture } from '#gateways/figures/drawPicture';
import { sizeOf } from '#gateways/figures/drawSvg';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '999999' } as const;
const BODY = 22;
const SMALL = 17;
/** Between the margins of a page, in pixels of CSS. */
const PAGE_WIDTH = 600;
const PAGE_HEIGHT = 820;
/** The same width in twentieths of a point. */
const TABLE_TWIPS = PAGE_WIDTH * 15;
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const NUMBERED = 'numbered';

function shaded(fill: string) {
  return { shading: { type: ShadingType.CLEAR, color: 'auto', fill } };
}

function runOf({ text, look = 'plain' }: Run): TextRun {
  switch (look) {
    case 'gap':
      return new TextRun({ text, size: BODY, italics: true, ...shaded('FBF2E4') });
    case 'note':
      return new TextRun({ text: `[${text}]`, size: BODY, italics: true, ...shaded('FFF0E8') });
    case 'bold':
      return new TextRun({ text, size: BODY, bold: true });
    case 'italic':
      return new TextRun({ text, size: BODY, italics: true });
    default:
      return new TextRun({ text, size: BODY });
  }
}

function small(text: string, isBold = false): Paragraph[] {
  return text
    .split('\n')
    .map(line => new Paragraph({ children: [new TextRun({ text: line, size: SMALL, bold: isBold })] }));
}

function row(cells: readonly string[], widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: !isHead,
    children: cells.map(
      (text, place) =>
        new TableCell({
          width: { size: Math.round((widths[place] ?? 0) * 100), type: WidthType.PERCENTAGE },
          children: small(text, isHead),
          margins: { top: 50, bottom: 50, left: 60, right: 60 },
          borders: { top: NONE, left: NONE, right: NONE, bottom: THIN },
        }),
    ),
  });
}

/** Above a table it stays with it; below a figure it is the figure that stays with its caption. */
function caption(text: string, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 160, after: 120 },
    children: [new TextRun({ text, size: SMALL + 2, bold: true })],
  });
}

function figure({ svg, caption: words }: Extract<DocumentBlock, { kind: 'figure' }>): Paragraph[] {
  const { width, height } = sizeOf(svg);
  const scale = Math.min(1, PAGE_WIDTH / width, PAGE_HEIGHT / height);
  const picture = new ImageRun({
    type: 'png',
    data: Buffer.from(drawPicture(svg)),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: words, title: words, description: words },
  });
  return [new Paragraph({ keepNext: true, alignment: AlignmentType.LEFT, children: [picture] }), caption(words)];
}

function blockOf(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: LEVELS[block.level] })];
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 160, line: 320 }, children: block.runs.map(runOf) })];
    case 'list':
      return block.lines.map(
        line =>
          new Paragraph({
            spacing: { after: 60 },
            children: [new TextRun({ text: line, size: BODY - 2 })],
            ...(block.isNumbered ? { numbering: { reference: NUMBERED, level: 0 } } : { bullet: { level: 0 } }),
          }),
      );
    case 'figure':
      return figure(block);
    case 'table': {
      const widths = columnWidths([block.head, ...block.rows]);
      return [
        caption(block.caption, true),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          columnWidths: widths.map(share => Math.round(share * TABLE_TWIPS)),
          rows: [row(block.head, widths, true), ...block.rows.map(cells => row(cells, widths, false))],
        }),
        ...block.below.flatMap(text => small(text)),
        new Paragraph({}),
      ];
    }
    default: {
      const never: never = block;
      throw new RangeError(`writeWordDocument: no such block ${String(never)}`);
    }
  }
}

function pageNumber(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SMALL });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** A document as Word: figures as pictures of 300 dots an inch, gaps and notes shaded so that nobody overlooks them. */
export async function writeWordDocument({ title, blocks }: WrittenDocument): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Pooled',
    title,
    styles: { default: { document: { run: { font: 'Times New Roman' } } } },
    numbering: {
      config: [
        {
          reference: NUMBERED,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              style: { paragraph: { indent: { left: 480, hanging: 480 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        footers: { default: pageNumber() },
        children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...blocks.flatMap(blockOf)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
