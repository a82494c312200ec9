import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectEncoding } from '#core/searching/detectEncoding';
import { detectFormat } from '#core/searching/detectFormat';
import { describeShared, sharedFile, sharedFolder } from '../../support/shared.js';
import { readAll } from './readAll.js';

interface Example {
  readonly index: number;
  readonly title?: string | null;
  readonly year?: string | number | null;
  readonly doi?: string | null;
}

interface Listed {
  readonly file: string;
  readonly format: string;
  readonly kind: string;
  readonly expected_records: number | null;
  readonly examples?: readonly Example[];
}

/** Titles are compared by their letters and digits: the index doesn't decode TeX and HTML. */
function letters(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .replace(/<[^>]*>|&[a-z]+;|&#\d+;|\\[a-zA-Z]+/gi, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 20);
}

const FORMATS: Readonly<Record<string, string>> = {
  pubmedxml: 'pubmed-xml',
  endnotexml: 'endnote-xml',
  wostxt: 'ris',
  tsv: 'csv',
};

/** Two records of a unit test have nothing but a type, which says nothing: they are named as skipped, not read. */
const EMPTY_RECORDS: Readonly<Record<string, number>> = { 'asreview_baseline_reference_types.ris': 2 };

/** Abstrackr's unescaped quotes break one row in two: the second part is named beside all ten records. */
const BROKEN_ROWS: Readonly<Record<string, number>> = { 'cff_baseline_abstrackr.csv': 1 };

describeShared('formats', 'files as real systems write them', () => {
  const { files } = JSON.parse(sharedFile('formats/index.json')) as { files: readonly Listed[] };
  for (const listed of files) {
    if (listed.expected_records === null) continue;
    test(`${listed.file} (${listed.format}, ${listed.kind})`, () => {
      const bytes = readFileSync(sharedFolder(`formats/${listed.file}`));
      const text = new TextDecoder(detectEncoding(bytes)).decode(bytes);
      const format = detectFormat(text.slice(0, 100_000));
      expect(format).toBe(FORMATS[listed.format] ?? listed.format);
      if (!format) return;
      const { records, skipped } = readAll(format, text);
      const empty = EMPTY_RECORDS[listed.file] ?? 0;
      expect(records.length).toBe((listed.expected_records ?? 0) - empty);
      expect(skipped.length).toBe(empty + (BROKEN_ROWS[listed.file] ?? 0));
      for (const example of listed.examples ?? []) {
        const record = records[example.index];
        if (example.title)
          expect([letters(record?.title), letters(record?.vernacularTitle)]).toContain(letters(example.title));
        if (example.year) expect(String(record?.date.year)).toBe(String(example.year).slice(0, 4));
        if (example.doi) expect(record?.doi).toBe(example.doi.toLowerCase());
      }
    });
  }
});
