import { describe, expect, it } from 'vitest';
import { citation } from '#core/searching/citation';
import { completeRecord } from '#core/searching/completeRecord';
import { expandPages } from '#core/searching/expandPages';
import {
  normaliseDoi,
  normaliseIssn,
  normaliseOrcid,
  normalisePmcid,
  normalisePmid,
} from '#core/searching/identifiers';
import { initialsOf, readPersonName } from '#core/searching/personName';
import { readDate, readWrittenDate, sortableDate } from '#core/searching/publicationDate';

describe('a DOI in any dress is the same DOI', () => {
  it.each([
    ['10.1000/ABC', '10.1000/abc'],
    ['https://doi.org/10.1000/ABC', '10.1000/abc'],
    ['http://dx.doi.org/10.1016/0376-8716%2876%2990010-7', '10.1016/0376-8716(76)90010-7'],
    ['doi: 10.1000/abc.', '10.1000/abc'],
    ['https://onlinelibrary.wiley.com/doi/10.1111/jaac.12686/abstract', '10.1111/jaac.12686'],
    ['https://pubs.example.org/doi/10.1000/abc/asset/x.pdf?v=1', '10.1000/abc'],
    [
      '10.1002/(SICI)1098-1004(200001)15:1<114::AID-HUMU21>3.0.CO;2-4',
      '10.1002/(sici)1098-1004(200001)15:1<114::aid-humu21>3.0.co;2-4',
    ],
    ['<a href="https://doi.org/10.1000/abc">10.1000/abc</a>', '10.1000/abc'],
    ['(doi:10.1000/abc)', '10.1000/abc'],
    ['10.1000', null],
    ['no doi', null],
    ['', null],
    [null, null],
  ])('%s', (text, doi) => {
    expect(normaliseDoi(text)).toBe(doi);
  });

  it('stays the same when normalised again', () => {
    const doi = normaliseDoi('10.1016/0376-8716%2876%2990010-7');
    expect(normaliseDoi(doi)).toBe(doi);
  });
});

describe('other identifiers', () => {
  it('reads PMIDs bare and dressed, and no other numbers', () => {
    expect(
      [
        '12345678',
        'PMID: 0123',
        'https://pubmed.ncbi.nlm.nih.gov/31234567/',
        '3.1E+07',
        'L2029880245',
        '0',
        '123456789',
      ].map(normalisePmid),
    ).toEqual(['12345678', '123', '31234567', null, null, null, null]);
  });

  it('reads PMCIDs, ORCID iDs and ISSNs', () => {
    expect(normalisePmcid('PMCID: PMC7026692')).toBe('PMC7026692');
    expect(normalisePmcid('7026692')).toBeNull();
    expect(normaliseOrcid('https://orcid.org/000000021825009x')).toBe('0000-0002-1825-009X');
    expect(normaliseIssn('1932-6203 (Electronic)')).toBe('1932-6203');
    expect(normaliseIssn('9781860163593')).toBeNull();
  });
});

describe('dates as databases write them', () => {
  const parts = (raw: string) => {
    const { year, month, day, season } = readWrittenDate(raw);
    return [year, month, day, season];
  };
  it.each([
    ['1998 Dec-1999 Jan', [1998, 12, null, null]],
    ['2016 May 25-Jun 14', [2016, 5, 25, null]],
    ['1944-1945', [1944, null, null, null]],
    ['2000 Spring', [2000, null, null, 'Spring']],
    ['Article 10 2019', [2019, null, null, null]],
    ['undated', [null, null, null, null]],
  ])('MedlineDate %s', (raw, expected) => {
    expect(parts(raw)).toEqual(expected);
  });

  const read = (raw: string) => {
    const { year, month, day, season } = readDate(raw);
    return [year, month, day, season];
  };
  it.each([
    ['2024/04/03/', [2024, 4, 3, null]],
    ['1988//', [1988, null, null, null]],
    ['1975-1976//', [1975, null, null, null]],
    ['2020/11//Nov/Dec2020', [2020, 11, null, null]],
    ['2000///Spring', [2000, null, null, 'Spring']],
    ['2019-06-01', [2019, 6, 1, null]],
    ['DEC 31 2019', [2019, 12, 31, null]],
    ['31 Dec 2019', [2019, 12, 31, null]],
    ['DEC 31', [null, 12, 31, null]],
    ['10 15', [null, null, null, null]],
    // Which of the two is the month can't be known: neither is said.
    ['4/3/2024', [2024, null, null, null]],
  ])('RIS and CSV %s', (raw, expected) => {
    expect(read(raw)).toEqual(expected);
  });

  it('sorts as PubMed does: no month is January, a season is its first month', () => {
    const sortable = (year: number | null, month: number | null, day: number | null, season: string | null) =>
      sortableDate({ year, month, day, season, raw: null });
    expect(sortable(2000, null, null, null)).toBe('2000-01-01');
    expect(sortable(2000, 3, 9, null)).toBe('2000-03-09');
    expect(sortable(2000, null, null, 'Fall')).toBe('2000-10-01');
    expect(sortable(null, 3, null, null)).toBeNull();
  });
});

describe('names as reference files write them', () => {
  const name = (text: string) => {
    const author = readPersonName(text);
    return author && [author.last, author.fore, author.initials, author.suffix, author.collective];
  };
  it.each([
    ['Smith, John A.', ['Smith', 'John A.', 'JA', null, null]],
    ['Smith, J.-P.', ['Smith', 'J.-P.', 'JP', null, null]],
    ['Smith JA', ['Smith', 'JA', 'JA', null, null]],
    ['van der Berg A.', ['van der Berg', 'A.', 'A', null, null]],
    ['King, Martin Luther, Jr.', ['King', 'Martin Luther', 'ML', 'Jr.', null]],
    ['King, Jr., Martin', ['King', 'Martin', 'M', 'Jr.', null]],
    ['John Smith', ['Smith', 'John', 'J', null, null]],
    ['World Health Organization,', [null, null, null, null, 'World Health Organization']],
    ['SPRINT Research Group', [null, null, null, null, 'SPRINT Research Group']],
    ['Plato', ['Plato', null, null, null, null]],
    ['Иванов, И. П.', ['Иванов', 'И. П.', 'ИП', null, null]],
  ])('%s', (text, expected) => {
    expect(name(text)).toEqual(expected);
  });

  it('takes placeholders for nobody', () => {
    expect(['et al.', 'Anonymous', '[Anonymous]', ' ; '].map(readPersonName)).toEqual([null, null, null, null]);
  });

  it('makes initials of given names without points and particles', () => {
    expect(initialsOf('Ying-Hui M.')).toBe('YHM');
    expect(initialsOf('JA')).toBe('JA');
    expect(initialsOf(null)).toBeNull();
  });
});

describe('pages and the line that a list shows', () => {
  it.each([
    ['345-52', '345-352'],
    ['345–352', '345-352'],
    ['S12-9', 'S12-S19'],
    ['S12-S19', 'S12-S19'],
    ['e123', 'e123'],
    ['1116-1122', '1116-1122'],
    ['12-3, 17', '12-3, 17'],
    ['89-3', '89-3'],
  ])('%s is %s', (written, whole) => {
    expect(expandPages(written)).toBe(whole);
  });

  it('names two authors and et al., journal, year, volume and pages, and leaves out what is unknown', () => {
    const people = ['Smith, John', 'Doe, Ann', 'Roe, Bo', 'Poe, Ed'].flatMap(text => readPersonName(text) ?? []);
    const source = { file: null, format: 'ris', index: 0, line: 1 } as const;
    const date = { year: 1999, month: null, day: null, season: null, raw: '1999' };
    const draft = { authors: people, journal: 'Journal', date, volume: '12', pages: '3-9' };
    expect(citation(completeRecord(draft, source))).toBe('Smith J, Doe A, et al. Journal 1999;12:3-9');
    expect(citation(completeRecord({ ...draft, authors: people.slice(0, 1), volume: null, pages: null }, source))).toBe(
      'Smith J. Journal 1999',
    );
    expect(citation(completeRecord({}, source))).toBe('');
  });
});
