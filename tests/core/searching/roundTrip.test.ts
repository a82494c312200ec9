import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { completeRecord } from '#core/searching/completeRecord';
import { detectEncoding } from '#core/searching/detectEncoding';
import { detectFormat } from '#core/searching/detectFormat';
import type { RecordDraft } from '#core/searching/draft';
import { foldSpace } from '#core/searching/plainText';
import type { RecordAuthor, ReferenceRecord } from '#core/searching/record';
import { writeBibtex } from '#core/searching/writeBibtex';
import { writeCsv } from '#core/searching/writeCsv';
import { writeNbib } from '#core/searching/writeNbib';
import { writeRis } from '#core/searching/writeRis';
import type { RecordFormat } from '#core/vocabulary';
import { describeShared, sharedFolder } from '../../support/shared.js';
import { readAll } from './readAll.js';

/** Words with whatever may stand in titles: quotes, TeX's and XML's signs, formulas, other scripts. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z]{2,9}$/) },
  fc.constantFrom(
    'β-blockers',
    'naïve',
    '5%',
    '$10',
    'A&B',
    '#3',
    'x_1',
    '{set}',
    'a^2',
    '"quoted"',
    "O'Neill",
    '--',
    "''",
    '<0.05',
    '>3',
    '=1+1',
    '+5',
    '@home',
    'Größe',
    '研究',
    '~40',
    '\\n',
    '`x`',
    '(n=7)',
    'half;full',
    'a,b',
    'A:',
    '1.73\u00a0m2',
  ),
);
const text = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map(words => words.join(' '))
  // A lone dash stands for nothing in every format, and single words such as "none" do.
  .filter(line => !/^(?:na|none|null|nan|who|nice|-*)$/i.test(line) && line.length > 3);
/** Text that may begin like a formula. */
const bold = fc
  .tuple(fc.constantFrom('', '=', '+', '-', '@', "'=", "''-", "'"), text)
  .map(([sign, line]) => sign + line);

const name = fc
  .stringMatching(/^[A-Z][a-zé]{2,9}(?:-[A-Z][a-z]{2,6})?$/)
  .filter(last => !/^(?:Null|None|Nan|Who|Nice|Iii|Jan)/i.test(last));
const person: fc.Arbitrary<Partial<RecordAuthor>> = fc.record({
  last: fc.oneof(
    name,
    name.map(last => `van der ${last}`),
  ),
  fore: fc.oneof(name, fc.constantFrom('J', 'JA', 'Ann M')),
  suffix: fc.constantFrom(null, null, null, 'Jr', '3rd'),
});
const group: fc.Arbitrary<Partial<RecordAuthor>> = fc.record({
  collective: fc.constantFrom('World Health Organization', 'SPRINT', 'The RECOVERY Group and Friends'),
});
const author = fc.oneof({ weight: 5, arbitrary: person }, group).map(
  (known): RecordAuthor => ({
    last: null,
    fore: null,
    initials: null,
    suffix: null,
    collective: null,
    affiliations: [],
    orcid: null,
    ...known,
  }),
);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const draft: fc.Arbitrary<RecordDraft> = fc.record({
  title: bold,
  abstract: fc.array(
    bold.map(line => ({ label: null, category: null, text: line })),
    { maxLength: 1 },
  ),
  authors: fc.array(author, { maxLength: 4 }),
  journal: maybe(text),
  volume: maybe(digits(2)),
  issue: maybe(digits(1)),
  pages: maybe(fc.constantFrom('345-52', 'S12-S19', 'e123', '1116-1122', '1-3, 9')),
  doi: maybe(
    fc
      .stringMatching(/^10\.[1-9][0-9]{3}\/[a-z0-9]{1,9}(?:[._()-][a-z0-9]{1,5})?$/)
      .filter(doi => !doi.includes('(') && !doi.includes(')')),
  ),
  pmid: maybe(digits(8)),
  date: fc
    .record({
      year: fc.integer({ min: 1900, max: 2099 }),
      month: maybe(fc.integer({ min: 1, max: 12 })),
      day: maybe(fc.integer({ min: 1, max: 28 })),
    })
    .map(({ year, month, day }) => ({ year, month, day: month === null ? null : day, season: null, raw: null })),
});
const someRecord = draft.map(known => completeRecord(known, { file: null, format: 'pubmed-xml', index: 0, line: 1 }));

/** What every format carries of a record. White space in abstracts is folded: most formats know no lines. */
function carried(record: ReferenceRecord): object {
  const { date } = record;
  return {
    recordType: record.recordType,
    title: record.title,
    abstractText: record.abstractText && foldSpace(record.abstractText),
    authors: record.authors.map(({ last, fore, initials, suffix, collective }) => [
      last,
      fore ?? initials,
      suffix,
      collective,
    ]),
    journal: record.journal,
    volume: record.volume,
    issue: record.issue,
    pages: record.pages,
    doi: record.doi,
    pmid: record.pmid,
    date: [date.year, date.month, date.day],
  };
}

const WRITERS: readonly (readonly [RecordFormat, (records: readonly ReferenceRecord[]) => string])[] = [
  ['ris', records => records.map(record => writeRis(record)).join('')],
  ['nbib', records => records.map(record => writeNbib(record)).join('')],
  ['csv', records => writeCsv(records)],
  ['bibtex', records => records.map(record => writeBibtex(record)).join('')],
];

describe.each(WRITERS)('what is written as %s', (format, write) => {
  it('is read back as the same records', () => {
    fc.assert(
      fc.property(fc.array(someRecord, { minLength: 1, maxLength: 4 }), records => {
        const { records: back, skipped } = readAll(format, write(records));
        expect(skipped).toEqual([]);
        expect(back.map(carried)).toEqual(records.map(carried));
      }),
      { numRuns: 300 },
    );
  });

  it('is read alike in pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.array(someRecord, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 40 }),
        (records, piece) => {
          const written = write(records);
          expect(readAll(format, written, piece)).toEqual(readAll(format, written));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is told by its content', () => {
    fc.assert(
      fc.property(fc.array(someRecord, { minLength: 1, maxLength: 3 }), records => {
        expect(detectFormat(write(records))).toBe(format);
      }),
    );
  });
});

describeShared('formats', 'real files in pieces and there and back', () => {
  const files = readdirSync(sharedFolder('formats')).filter(name => !/README|index\.json/.test(name));
  const read = (file: string): { readonly text: string; readonly format: RecordFormat } | null => {
    const bytes = readFileSync(sharedFolder(`formats/${file}`));
    const text = new TextDecoder(detectEncoding(bytes)).decode(bytes);
    const format = detectFormat(text.slice(0, 100_000));
    return format && text.length < 300_000 ? { text, format } : null;
  };
  test.each(files)('%s is read alike in pieces of 997 characters', file => {
    const found = read(file);
    if (found) expect(readAll(found.format, found.text, 997)).toEqual(readAll(found.format, found.text));
  });

  test.each(files.filter(file => /\.(?:ris|nbib)$/.test(file)))(
    '%s written in its own format is read as the same records',
    file => {
      const found = read(file);
      const write = WRITERS.find(([format]) => format === found?.format)?.[1];
      if (!found || !write) return;
      const { records } = readAll(found.format, found.text);
      const back = readAll(found.format, write(records)).records;
      const core = (record: ReferenceRecord) => {
        const { title, doi, pmid, volume, issue, pages, date, keywords, languages } = record;
        return {
          title,
          doi,
          pmid,
          volume,
          issue,
          pages,
          year: date.year,
          keywords,
          languages,
          abstract: record.abstractText && foldSpace(record.abstractText),
        };
      };
      expect(back.map(core)).toEqual(records.map(core));
    },
  );
});

describe('what is written beside a record', () => {
  const record = completeRecord({ title: 'A' }, { file: null, format: 'ris', index: 0, line: 1 });
  const extras = { 'title and abstract': 'included' };

  it('stands in notes and keywords of RIS, where reference managers can filter', () => {
    const lines = writeRis(record, extras).split('\r\n');
    expect(lines).toContain('N1  - title and abstract: included');
    expect(lines).toContain('KW  - title and abstract: included');
    expect(lines[0]).toBe('TY  - JOUR');
    expect(lines.at(-3)).toBe('ER  - ');
  });

  it('has columns of its own in a table', () => {
    const rows = writeCsv([record], Object.keys(extras), () => extras).split('\r\n');
    expect(rows[0]?.endsWith(',title and abstract')).toBe(true);
    expect(rows[1]?.endsWith(',included')).toBe(true);
  });

  it('stands in note and keywords of BibTeX and in the other terms of PubMed text', () => {
    expect(writeBibtex(record, extras)).toContain('note = {title and abstract: included}');
    expect(writeNbib(record, extras)).toContain('OT  - title and abstract: included');
  });
});

describe('a table that a spreadsheet opens', () => {
  it('has no cell that begins like a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@'), text, (sign, rest) => {
        const record = completeRecord({ title: sign + rest }, { file: null, format: 'ris', index: 0, line: 1 });
        const row = writeCsv([record]).split('\r\n').slice(1).join('\r\n');
        expect(
          row
            .split(/,(?:")?/)[1]
            ?.replace(/^"/, '')
            .startsWith(`'${sign}`),
        ).toBe(true);
      }),
    );
  });
});
