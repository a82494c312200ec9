/** What the first pages of a PDF say, or why it can't be read. */
export type PdfReading =
  | {
      readonly isReadable: true;
      readonly pages: number;
      /** The title that whoever made the file wrote into it; often none, or a wrong one. */
      readonly title: string | null;
      /** The text of the first pages; a scan has none. */
      readonly texts: readonly string[];
    }
  | { readonly isReadable: false; readonly because: PdfFault };

export const PDF_FAULTS = ['no-pdf', 'empty', 'encrypted', 'cut-off', 'damaged', 'too-long'] as const;
export type PdfFault = (typeof PDF_FAULTS)[number];

/** What is wrong with a file, and the way out. */
export const PDF_FAULT_SENTENCES: Readonly<Record<PdfFault, string>> = {
  'no-pdf': 'This is no PDF. Save the document as PDF and upload that.',
  empty: 'The file is empty. Download it again.',
  encrypted: 'This PDF opens only with a password. Save it without one and upload that.',
  'cut-off': 'This PDF ends too early: its download was cut off. Download it again.',
  damaged: 'This PDF is damaged and can’t be opened. Download it again, or print it to a new PDF.',
  'too-long': 'This PDF could not be read within a minute. Print it to a new PDF and upload that.',
};

const HEAD_BYTES = 1024;

/** Whether a file begins as a PDF does: readers allow something before its mark. */
export function isPdfHead(head: Uint8Array): boolean {
  return holds(head.subarray(0, HEAD_BYTES), '%PDF-');
}

/** Whether a file begins as a ZIP archive does. */
export function isZipHead(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

const TAIL_BYTES = 8192;

/** Whether the end that every PDF has is there: a half file opens too, and its missing pages would not be noticed. */
export function hasPdfTail(bytes: Uint8Array): boolean {
  return holds(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)), '%%EOF');
}

function holds(bytes: Uint8Array, mark: string): boolean {
  const codes = [...mark].map(letter => letter.charCodeAt(0));
  for (let at = 0; at + codes.length <= bytes.length; at++) {
    if (codes.every((code, place) => bytes[at + place] === code)) return true;
  }
  return false;
}
