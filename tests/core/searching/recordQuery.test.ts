import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecordQuery } from '#core/searching/finding/parseRecordQuery';
import { type RecordQueryNode, soughtWords } from '#core/searching/finding/recordQuery';

/** A search as one line, so that a test reads as what it means. */
function told(node: RecordQueryNode | null): string {
  if (node === null) return 'all';
  switch (node.kind) {
    case 'words': {
      const words = `${node.words.join('_')}${node.isCutShort ? '*' : ''}`;
      return `${node.field ? `${node.field}=` : ''}${node.isExact ? `"${words}"` : words}`;
    }
    case 'year':
      return `year ${node.from ?? ''}–${node.to ?? ''}`;
    case 'doi':
    case 'pmid':
      return `${node.kind} ${node.value}`;
    case 'not':
      return `not ${told(node.part)}`;
    default:
      return `(${node.parts.map(told).join(` ${node.kind} `)})`;
  }
}

describe('a search among the records of a review', () => {
  it.each([
    ['', 'all'],
    ['aspirin', 'aspirin'],
    ['aspirin stroke', '(aspirin and stroke)'],
    [
      'title:randomi* AND (reminder* OR adheren*) NOT mice',
      '(title=randomi* and (reminder* or adheren*) and not mice)',
    ],
    ['a OR b c', '(a or (b and c))'],
    ['"blood pressure" -child', '("blood_pressure" and not child)'],
    ['ti:"follow-up stud*"', 'title="follow_up_stud*"'],
    ['follow-up', 'follow_up'],
    ['-title:protocol', 'not title=protocol'],
    ['-"case report"', 'not "case_report"'],
    ['au:Müller year:2016-2026', '(author=Müller and year 2016–2026)'],
    ['year:2020', 'year 2020–2020'],
    ['year:-1999', 'year –1999'],
    ['10.1000/ABC.1', 'doi 10.1000/abc.1'],
    ['doi:https://doi.org/10.1000/x', 'doi 10.1000/x'],
    ['pmid:12345', 'pmid 12345'],
    ['12345678', '(12345678 or pmid 12345678)'],
    ['BCG: a trial', '(BCG and a and trial)'],
    ['and or not', '(and and or and not)'],
  ])('reads %s', (text, meaning) => {
    const { root, problems } = parseRecordQuery(text);
    expect(told(root)).toBe(meaning);
    expect(problems).toEqual([]);
  });

  it.each([
    ['(aspirin', 0, 1],
    ['aspirin)', 7, 8],
    ['aspirin AND', 8, 11],
    ['OR aspirin', 0, 2],
    ['NOT', 0, 3],
    ['year:soon x', 0, 9],
    ['pmid:abc', 0, 8],
    ['title: x', 0, 6],
  ])('names the mistake in %s by its place, and searches for the rest', (text, start, end) => {
    expect(parseRecordQuery(text).problems).toMatchObject([{ start, end }]);
  });

  it('marks what is looked for and not what is left out', () => {
    const { root } = parseRecordQuery('(aspirin OR "low dose") NOT mice year:2020');
    expect(soughtWords(root).map(({ words }) => words.join(' '))).toEqual(['aspirin', 'low dose']);
  });

  it('reads anything at all without failing, and every place it names is in the text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '*',
      '-',
      'AND',
      'OR',
      'NOT',
      'title:',
      'year:',
      'x',
      ' ',
      '10.1/a',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), list => {
        const text = list.join('');
        for (const { start, end } of parseRecordQuery(text).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
