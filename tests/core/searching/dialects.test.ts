import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '#core/searching/detectFormat';
import type { ReferenceRecord } from '#core/searching/record';
import { readAll, readOne } from './readAll.js';

const PLAIN = 'TY  - JOUR\nAU  - Smith, John\nTI  - A title\nPY  - 2001\nAB  - One\nER  - \n';
const names = ({ authors }: ReferenceRecord) => authors.map(one => one.collective ?? `${one.last}|${one.fore}`);
const changed = (from: string, to: string) => readOne('ris', PLAIN.replace(from, to));

describe('what real exports do to RIS', () => {
  it('a line or paragraph separator inside a value is a space, and the field goes on', () => {
    expect(changed('One', 'One\u2028Two\u2029Three').abstractText).toBe('One Two Three');
    expect(readOne('nbib', 'PMID- 1234567\nTI  - T\nAB  - One\u2028two.\n      Three.\n').abstractText).toBe(
      'One two. Three.',
    );
  });

  it('markup that was escaped, also twice, is markup; a smaller-than sign is not', () => {
    expect(changed('A title', 'A &lt;i&gt;x&lt;/i&gt; &amp;amp; &amp;alpha; p<0.05').title).toBe('A x & α p<0.05');
    expect(changed('A title', 'One<br/>two').title).toBe('One two');
  });

  it('control characters are dropped, and a soft break is a space', () => {
    expect(changed('A title', 'A\u0001 ti\u0000tle\u000bhere').title).toBe('A title here');
  });

  it('files that were joined keep each first record, whatever mark it begins with', () => {
    const { records } = readAll('ris', `\ufeff${PLAIN}\ufeff${PLAIN.replace('A title', 'B')}`);
    expect(records.map(record => record.title)).toEqual(['A title', 'B']);
  });

  it('several authors in one field are cut, and degrees are no names', () => {
    expect(names(changed('Smith, John', 'Smith, J.; Doe, A.'))).toEqual(['Smith|J.', 'Doe|A.']);
    expect(names(changed('Smith, John', 'Smith, John and Doe, Ann'))).toEqual(['Smith|John', 'Doe|Ann']);
    expect(names(changed('Smith, John', 'Doe, Jane, MD, MPH'))).toEqual(['Doe|Jane']);
    expect(names(changed('Smith, John', 'Research and Development Group'))).toEqual(['Research and Development Group']);
  });

  it('a date without separators is a date', () => {
    expect(changed('2001', '20200315').date).toMatchObject({ year: 2020, month: 3, day: 15 });
  });

  it('CENTRAL’s long tags and its journal, issue and number are found', () => {
    const text =
      'Record #1 of 1\nProvider: John Wiley & Sons\n\nTY  -  JOUR\nTI  - T\nSO  - Lancet\nYR  - 2018\nNO  - 4\nDOI - 10.1002/x\nPM  - PUBMED 30000000\nER  -\n';
    expect(readOne('ris', text)).toMatchObject({
      journal: 'Lancet',
      issue: '4',
      doi: '10.1002/x',
      pmid: '30000000',
      date: { year: 2018 },
    });
  });

  describe('Ovid’s labelled text', () => {
    const ovid = (...records: readonly string[][]) =>
      records.map((lines, index) => `<${index + 1}>\n${lines.join('\n')}\n`).join('\n');
    const medline = ['Unique Identifier', '  31000001', 'Title', '  A trial in people', '  of two lines.', 'Source'];

    it('is told from a table, whatever search strategy stands before it', () => {
      const text = ovid([...medline, '  Journal. 1(2):3-4, 2019 Mar 04.']);
      expect(detectFormat(`Database: Ovid MEDLINE(R)\nSearch Strategy:\n1     trial*.ti,ab. (12)\n\n${text}`)).toBe(
        'ris',
      );
    });

    it('gives journal, volume, issue, pages and date from its source, and the PMID from MEDLINE’s identifier', () => {
      const { records } = readAll(
        'ris',
        ovid(
          [...medline, '  Journal of Trials. 12(3):345-52, 2019 Mar 04.', 'Authors', '  Author AB; Writer C'],
          [...medline, '  Journal. 2, 2020.'],
        ),
      );
      expect(records).toHaveLength(2);
      expect(records[0]).toMatchObject({
        ...{ title: 'A trial in people of two lines.', journal: 'Journal of Trials', volume: '12', issue: '3' },
        ...{ pages: '345-52', pmid: '31000001', date: { year: 2019, month: 3, day: 4 } },
      });
      expect(records[0] && names(records[0])).toEqual(['Author|AB', 'Writer|C']);
    });

    it('of Embase has its own source, a linked PMID and a number that is none', () => {
      const text = ovid([
        ...['Accession Number', '  2001234567', 'Title', '  T', 'Source'],
        ...['  Journal of Trials. 12 (3) (pp 45-56), 2019. Date of Publication: March 2019.', 'PMID'],
        ...['  31000001 [http://www.ncbi.nlm.nih.gov/pubmed/?term=31000001]', 'Digital Object Identifier'],
        '  https://dx.doi.org/10.1000/x',
      ]);
      expect(readOne('ris', text)).toMatchObject({
        ...{
          journal: 'Journal of Trials',
          volume: '12',
          issue: '3',
          pages: '45-56',
          pmid: '31000001',
          doi: '10.1000/x',
        },
        otherIds: { accession: '2001234567' },
      });
    });
  });

  it('CINAHL’s numbers are found in its note', () => {
    const note = 'Accession Number: 109876543. Language: English. PMID: NLM25812345.';
    const record = readOne('ris', PLAIN.replace('ER', `N1  - ${note}\nER`));
    expect(record).toMatchObject({ pmid: '25812345', otherIds: { accession: '109876543' } });
  });

  it('Ovid’s records between numbers in brackets are records', () => {
    const text = '<1>\nUI  - 31234567\nTI  - One\nAU  - Smith J\n\n<2>\nUI  - 2\nTI  - Two\n';
    expect(detectFormat(text)).toBe('ris');
    expect(readAll('ris', text).records.map(record => record.title)).toEqual(['One', 'Two']);
  });
});

describe('other texts with tags', () => {
  it('Refer, as EndNote and Google Scholar write it, is read as its fields are in RIS', () => {
    const text =
      '%0 Journal Article\n%A Smith, John\n%A Doe, Ann\n%T A title\n%J Nature\n%D 2019\n%V 3\n%N 2\n%P 1-9\n%R 10.1000/enw\n%X One\ntwo\n%@ 1234-5678\n%F smith2019\n\n%0 Book\n%T B\n';
    expect(detectFormat(text)).toBe('ris');
    const { records } = readAll('ris', text, 9);
    expect(records[0]).toMatchObject({
      title: 'A title',
      journal: 'Nature',
      volume: '3',
      issue: '2',
      pages: '1-9',
      doi: '10.1000/enw',
      abstractText: 'One two',
      raw: { '%F': ['smith2019'] },
    });
    expect(records[1]).toMatchObject({ recordType: 'book', title: 'B' });
  });

  it('PubMed’s text that a browser saved as a page is read', () => {
    const text = '<pre>\nPMID- 1234567\nTI  - One\n</pre>\n';
    expect(detectFormat(text)).toBe('nbib');
    expect(readOne('nbib', text).title).toBe('One');
  });

  it('BibLaTeX’s subtitle belongs to the title', () => {
    expect(readOne('bibtex', '@article{x, title={Walking}, subtitle={A trial}}').title).toBe('Walking: A trial');
  });
});

describe('tables that a spreadsheet has changed', () => {
  it('a PMID with an exponent is one as long as no digit was rounded away', () => {
    expect(readOne('csv', 'title,pmid\nA,3.1234567E7\n').pmid).toBe('31234567');
    expect(readOne('csv', 'title,pmid\nA,3.12E+07\n').pmid).toBeNull();
  });

  it('headers in other languages and Web of Science’s tags are known', () => {
    expect(readOne('csv', 'Titre;Auteurs;Année;Résumé\nA;"Smith, J";2019;x\n')).toMatchObject({
      title: 'A',
      abstractText: 'x',
      date: { year: 2019 },
    });
    expect(
      readOne('csv', 'PT\tAU\tAF\tTI\tSO\tDT\tUT\nJ\tSmith, J\tSmith, John\tT\tNATURE\tArticle\tWOS:1\n'),
    ).toMatchObject({
      authors: [{ fore: 'John' }],
      publicationTypes: [{ name: 'Article' }],
      otherIds: { id: 'WOS:1' },
    });
  });
});

describe('every reader', () => {
  const pieces = fc.constantFrom(
    ...[
      'TY  - ',
      'ER  - ',
      'TI  - T',
      'AU  - A, B',
      'PMID- 1',
      'FAU - A',
      '@article{a,',
      'title = {',
      '}',
      '"',
      '{',
      '\\',
      '\n',
    ],
    ...[
      '\r\n',
      '\r',
      '\ufeff',
      '\u2028',
      ',',
      ';',
      '\t',
      'title',
      'PT J',
      'EF',
      '%0 Book',
      '<record>',
      '</record>',
      '<xml>',
      '&amp;',
    ],
    ...['\u0000', '<PubmedArticle>', '</PubmedArticle>', '<PMID>1</PMID>', '😀', 'é'],
  );
  it('survives any text, and gives the same however it is cut', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (parts, size) => {
        const text = parts.join('');
        for (const format of ['ris', 'nbib', 'bibtex', 'csv', 'endnote-xml', 'pubmed-xml'] as const)
          expect(readAll(format, text, size)).toEqual(readAll(format, text));
      }),
      { numRuns: 300 },
    );
  });
});
