import { describe, expect, it } from 'vitest';
import { readAll, readOne } from './readAll.js';

const titles = (text: string): (string | null)[] => readAll('ris', text).records.map(record => record.title);

describe('RIS as it should be and as it is', () => {
  it('takes a record without ER to end where the next one begins', () => {
    expect(titles('TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \n')).toEqual(['A', 'B']);
  });

  it('reads files without TY, where only ER parts the records', () => {
    expect(titles('C1  - x\nTI  - A\nER  - \n\nC1  - y\nTI  - B\nER  - \n')).toEqual(['A', 'B']);
  });

  it('takes fields before TY for part of the record', () => {
    expect(readOne('ris', 'DB  - Scopus\nTI  - A\nTY  - JOUR\nPY  - 2001\nER  - \n').title).toBe('A');
  });

  it('reads one space before the hyphen when TY is written so, and prose as prose otherwise', () => {
    expect(titles('TY - JOUR\nTI - A\nER - \n')).toEqual(['A']);
    const prose = readOne('ris', 'TY  - JOUR\nTI  - A\nAB  - Compared with\nMS - a score - it fell\nER  - \n');
    expect(prose.abstractText).toBe('Compared with MS - a score - it fell');
  });

  it('passes over what Cochrane and Ovid put between records', () => {
    const text =
      'Record #1 of 2\nProvider: John Wiley & Sons\nContent: text/plain\n\nTY  -  JOUR\nTI  -  A\nER  -  \nNL  - J Med\n\nLink to the Ovid Full Text or citation: https://x.org\n\n3002. \nTY  - JOUR\nTI  - B\nER  -  \n';
    expect(titles(text)).toEqual(['A', 'B']);
    expect(readAll('ris', text).records.map(record => record.source.line)).toEqual([5, 13]);
  });

  it('takes apart what Rayyan glues together', () => {
    const record = readOne('ris', 'TY  - JOUR\nTI  - A\nUR  - https://x.org/1     U2  - L2029880245\nER  - \n');
    expect(record.raw.UR).toEqual(['https://x.org/1']);
    expect(record.otherIds.embase).toBe('L2029880245');
  });

  it('reads keywords one a line, one a field and between semicolons, and their stars', () => {
    const keywords = (lines: string) =>
      readOne('ris', `TY  - JOUR\nTI  - A\n${lines}\nER  - `).keywords.map(word => [word.text, word.major]);
    expect(keywords('KW  - *athlete\nKW  - bone')).toEqual([
      ['athlete', true],
      ['bone', false],
    ]);
    expect(keywords('KW  - athlete\nbone')).toEqual([
      ['athlete', false],
      ['bone', false],
    ]);
    expect(keywords('KW  - athlete; bone')).toEqual([
      ['athlete', false],
      ['bone', false],
    ]);
  });

  it.each([
    ['DO  - https://doi.org/10.1000/ABC'],
    ['M3  - 10.1000/abc'],
    ['L3  - 10.1000/abc'],
    ['UR  - http://dx.doi.org/10.1000/abc'],
    ['N1  - some note; doi: 10.1000/abc'],
  ])('finds the DOI in %s', line => {
    expect(readOne('ris', `TY  - JOUR\nTI  - A\n${line}\nER  - `).doi).toBe('10.1000/abc');
  });

  it.each([
    ['C3  - PUBMED 21314913', '21314913'],
    ['N1  - PMID: 21314913', '21314913'],
    ['DB  - Embase\nC5  - 21314913', '21314913'],
    ['DB  - PubMed\nAN  - 21314913', '21314913'],
    ['UR  - https://pubmed.ncbi.nlm.nih.gov/21314913/', '21314913'],
    // An accession number of another database is no PMID, nor is an article number.
    ['DB  - PsycINFO\nAN  - 21314913', null],
    ['C7  - 21314913', null],
  ])('finds the PMID in %j and nowhere else', (lines, pmid) => {
    expect(readOne('ris', `TY  - JOUR\nTI  - A\n${lines}\nER  - `).pmid).toBe(pmid);
  });

  it('keeps the copyright notice that EBSCO repeats as an abstract out of the abstract', () => {
    const record = readOne(
      'ris',
      'TY  - JOUR\nTI  - A\nAB  - We saw.\nAB  - Copyright of J is the property of P and may not be copied.\nER  - ',
    );
    expect(record.abstractText).toBe('We saw.');
    expect(record.raw.AB).toEqual(['Copyright of J is the property of P and may not be copied.']);
  });

  it('takes placeholders for nothing and keeps unknown tags', () => {
    const record = readOne('ris', 'TY  - JOUR\nTI  - A\nSP  - N.PAG\nAB  - NA\nZZ  - new thing\nER  - ');
    expect([record.pages, record.abstractText, record.raw.ZZ]).toEqual([null, null, ['new thing']]);
  });

  it('drops markup and decodes entities, and leaves inequalities alone', () => {
    expect(readOne('ris', 'TY  - JOUR\nTI  - H<sub>2</sub>O &amp; p <0.05 and x > 3 &#8804; 4\nER  - ').title).toBe(
      'H2O & p <0.05 and x > 3 ≤ 4',
    );
  });

  it('flags what a title or a type calls retracted, and no notice', () => {
    const retraction = (lines: string) => readOne('ris', `TY  - JOUR\n${lines}\nER  - `).retraction;
    expect(retraction('TI  - RETRACTED: A trial').isRetracted).toBe(true);
    expect(retraction('TI  - A\nM3  - Retracted Publication').isRetracted).toBe(true);
    expect(retraction('TI  - Retraction notice to "A trial"')).toMatchObject({ isRetracted: false, isNotice: true });
    expect(retraction('TI  - Vein retraction: a study of cusps').isRetracted).toBe(false);
  });

  it('says that a file holds no RIS', () => {
    expect(readAll('ris', 'Dear all,\nplease find attached').skipped).toEqual([
      { line: 1, reason: 'the file holds no line with a RIS tag such as "TY  -"' },
    ]);
  });
});

describe('Web of Science', () => {
  it('reads authors one a line with their ORCID iDs, and PG as what it is: a number of pages', () => {
    const record = readOne(
      'ris',
      'FN Clarivate\nVR 1.0\nPT J\nAU Li, W\n   Dou, Z\nAF Li, Wei\n   Dou, Zhiguo\nTI Soil\n   fauna\nSO WETLANDS\nBP 9\nEP 20\nPG 12\nPD DEC 16\nPY 2020\nDI 10.1000/abc\nOI Li, Wei/0000-0002-2133-9287\nDE reed; lake\n   shore\nDT Article; Retracted Publication\nUT WOS:000514379300001\nER\n\nEF\n',
    );
    expect(record).toMatchObject({
      title: 'Soil fauna',
      journal: 'WETLANDS',
      pages: '9-20',
      doi: '10.1000/abc',
      otherIds: { wos: 'WOS:000514379300001' },
      date: { year: 2020, month: 12, day: 16 },
    });
    expect(record.authors.map(author => [author.last, author.fore, author.orcid])).toEqual([
      ['Li', 'Wei', '0000-0002-2133-9287'],
      ['Dou', 'Zhiguo', null],
    ]);
    expect(record.keywords.map(keyword => keyword.text)).toEqual(['reed', 'lake shore']);
    expect(record.retraction.isRetracted).toBe(true);
  });
});

describe('PubMed text', () => {
  it('joins wrapped lines, pairs full and short names, and takes headings apart', () => {
    const record = readOne(
      'nbib',
      'PMID- 1\r\nIS  - 0017-5749 (Linking)\r\nIS  - 1468-3288 (Electronic)\r\nDP  - 2017 Nov-Dec\r\nTI  - A long\r\n      title.\r\nPG  - 345-52\r\nLID - S0001 [pii]\r\nAID - 10.1000/ABC [doi]\r\nFAU - Smith, John A 3rd\r\nAU  - Smith JA 3rd\r\nAUID- ORCID: 0000-0002-1825-0097\r\nAD  - Here.\r\nFAU - Madonna\r\nAU  - Madonna\r\nCN  - The Group\r\nMH  - *Neoplasms/drug therapy/*genetics\r\nRN  - 9007-49-2 (DNA)\r\nGR  - R01 CA1/CA/NCI NIH HHS/United States\r\nSI  - ClinicalTrials.gov/NCT00000001\r\nRIN - J Med. 1999. PMID: 77\r\nZZ  - unknown\r\n',
    );
    expect(record).toMatchObject({
      title: 'A long title.',
      issn: '1468-3288',
      pages: '345-52',
      doi: '10.1000/abc',
      otherIds: { pii: 'S0001' },
      date: { year: 2017, month: 11, day: null },
      chemicals: [{ ui: null, name: 'DNA', registryNumber: '9007-49-2' }],
      grants: [{ id: 'R01 CA1', agency: 'NCI NIH HHS', country: 'United States' }],
      dataBanks: [{ name: 'ClinicalTrials.gov', accessions: ['NCT00000001'] }],
      retraction: { isRetracted: true, isNotice: false, retractedBy: ['77'] },
      raw: { ZZ: ['unknown'] },
    });
    expect(
      record.authors.map(({ last, fore, initials, suffix, collective, orcid }) => [
        last,
        fore,
        initials,
        suffix,
        collective,
        orcid,
      ]),
    ).toEqual([
      ['Smith', 'John A', 'JA', '3rd', null, '0000-0002-1825-0097'],
      ['Madonna', null, null, null, null, null],
      [null, null, null, null, 'The Group', null],
    ]);
    expect(record.authors[0]?.affiliations).toEqual(['Here.']);
    expect(record.meshHeadings).toEqual([
      {
        ui: null,
        name: 'Neoplasms',
        major: true,
        qualifiers: [
          { ui: null, name: 'drug therapy', major: false },
          { ui: null, name: 'genetics', major: true },
        ],
      },
    ]);
  });

  it('parts records that do not begin with a PMID, and none at a blank line inside one', () => {
    const titlesOf = (text: string) => readAll('nbib', text).records.map(record => record.title);
    expect(titlesOf('OWN - ERIC\nTI  - A\n\nOWN - ERIC\nTI  - B\n')).toEqual(['A', 'B']);
    expect(titlesOf('PMID- 1\n\nTI  - A\n\nAU  - B C\n\nPMID- 2\nTI  - D\n')).toEqual(['A', 'D']);
  });
});
