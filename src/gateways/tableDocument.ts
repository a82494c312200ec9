import {
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { columnWidths } from '#gateways/columnWidths';

/** A table to be printed, with what stands above and below it. */
export interface TableToPrint {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly below: readonly string[];
}

/** Between the margins of an A4 page on its side, in twentieths of a point. */
const TABLE_TWIPS = 13_958;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '999999' } as const;

function paragraphs(text: string, options: { isBold?: boolean; size?: number } = {}): Paragraph[] {
  const { isBold = false, size = 18 } = options;
  return text.split('\n').map(line => new Paragraph({ children: [new TextRun({ text: line, bold: isBold, size })] }));
}

function row(cells: readonly string[], widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text, place) =>
        new TableCell({
          width: { size: Math.round((widths[place] ?? 0) * 100), type: WidthType.PERCENTAGE },
          children: paragraphs(text, { isBold: isHead }),
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          borders: { top: NONE, left: NONE, right: NONE, bottom: THIN },
        }),
    ),
  });
}

/** A Word document with one table on a page turned sideways; its head is repeated on every page. */
export async function writeTableDocument({ title, head, rows, below }: TableToPrint): Promise<Uint8Array> {
  const widths = columnWidths([head, ...rows]);
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map(share => Math.round(share * TABLE_TWIPS)),
    rows: [row(head, widths, true), ...rows.map(cells => row(cells, widths, false))],
  });
  const document = new Document({
    creator: 'Pooled',
    title,
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          ...paragraphs(title, { isBold: true, size: 28 }),
          new Paragraph({}),
          table,
          new Paragraph({}),
          ...below.flatMap(text => paragraphs(text, { size: 16 })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
