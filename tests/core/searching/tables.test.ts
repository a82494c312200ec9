import { describe, expect, it } from 'vitest';
import { readAll, readOne } from './readAll.js';

const authorsOf = (cell: string) =>
  readOne('csv', `title,authors\nA,"${cell}"\n`).authors.map(
    author => author.collective ?? `${author.last}|${author.fore}`,
  );

describe('tables of references', () => {
  it('finds the header row behind a preamble and the delimiter by what fits', () => {
    const embase =
      '"SEARCH QUERY","dinosaur:ti"\n-----\n\n"Title","Author Names","Publication Year","Medline PMID"\n"A","Yang Z., Jiang B.","2024","38773066"\n';
    expect(readOne('csv', embase)).toMatchObject({
      title: 'A',
      pmid: '38773066',
      date: { year: 2024 },
      source: { line: 5 },
    });
    expect(readOne('csv', 'Title;Year\n"A; B";2001\n').title).toBe('A; B');
    expect(readOne('csv', 'Title Primary\tPub Year\nA\t2001\n').date.year).toBe(2001);
  });

  it('finds what systems put under names of their own', () => {
    // Web of Science's PG is how many pages there are.
    const wos = 'PT\tAU\tTI\tSO\tPD\tPY\tBP\tEP\tPG\nJ\tDoe, J\tA\tJournal\tMAR\t2019\t45\t56\t12\n';
    expect(readOne('csv', wos)).toMatchObject({ pages: '45-56', date: { year: 2019, month: 3 } });
    const openAlex =
      'id,title,primary_location.source.display_name,authorships.author.display_name,biblio.first_page,biblio.last_page,ids.pmid\nW1,A,Journal,Ann B. Doe|Carl Roe,45,56,https://pubmed.ncbi.nlm.nih.gov/31000001\n';
    expect(readOne('csv', openAlex)).toMatchObject({ journal: 'Journal', pages: '45-56', pmid: '31000001' });
    expect(readOne('csv', openAlex).authors.map(author => author.last)).toEqual(['Doe', 'Roe']);
    expect(readOne('csv', 'Title,Pagination\nA,45-56\n').pages).toBe('45-56');
    expect(readOne('csv', 'Title,Date,Extra,Notes\nA,2019,PMID: 31000001,x\n').pmid).toBe('31000001');
  });

  it('takes a source for the journal unless it is a citation or a database', () => {
    const journal = (source: string) => readOne('csv', `title,source\nA,"${source}"\n`).journal;
    expect(journal('Journal of Trials')).toBe('Journal of Trials');
    expect(journal('Nature (2024) 15:1')).toBeNull();
    expect(journal('Scopus')).toBeNull();
  });

  it('takes columns as it is told', () => {
    const { records } = readAll('csv', 'Name of study,Summary\nA,B\n', 10, {
      columns: { title: 'Name of study', abstract: 'Summary' },
    });
    expect(records[0]).toMatchObject({ title: 'A', abstractText: 'B' });
  });

  it('keeps line breaks inside quotes in one row, and quotes that nobody doubled', () => {
    const { records, skipped } = readAll('csv', 'title,abstract\nA,"one\ntwo "three" four"\nB,five\n');
    expect(records.map(record => [record.title, record.abstractText])).toEqual([
      ['A', 'one two "three" four'],
      ['B', 'five'],
    ]);
    expect(skipped).toEqual([]);
  });

  it('loses one line for a quote that is never closed, and no more', () => {
    const { records, skipped } = readAll('csv', 'title,abstract\nA,one\nB,"two\nC,three\n');
    expect(records.map(record => record.title)).toEqual(['A', 'C']);
    expect(skipped).toEqual([{ line: 3, reason: 'a quote is not closed' }]);
  });

  it('skips a row with more cells than the header has: nobody knows which is which', () => {
    const { records, skipped } = readAll('csv', 'title,abstract\nA,one\nB,two,three\n');
    expect(records.map(record => record.title)).toEqual(['A']);
    expect(skipped).toEqual([{ line: 3, reason: 'the row has 3 cells, the header 2' }]);
  });

  it.each([
    ['Griffin DK, Larkin DM, O’Connor RE.', ['Griffin|DK', 'Larkin|DM', 'O’Connor|RE']],
    ['Yang, Z.; Jiang, B.', ['Yang|Z.', 'Jiang|B.']],
    ['Wilson, Lauren N. (58975547800); Gardner, Jacob D. (57190394669)', ['Wilson|Lauren N.', 'Gardner|Jacob D.']],
    ['Smith, J., Doe, A.', ['Smith|J.', 'Doe|A.']],
    ['Smith, John and Doe, Ann', ['Smith|John', 'Doe|Ann']],
    ['Smith, John', ['Smith|John']],
    ['Björn A. Blomberg; Mateen Moghbel', ['Blomberg|Björn A.', 'Moghbel|Mateen']],
    ['AB Author, C de Writer', ['Author|AB', 'Writer|C de']],
    ['van den Hoven,null;Smits,Maarten', ['van den Hoven|null', 'Smits|Maarten']],
  ])('reads the authors %s', (cell, expected) => {
    expect(authorsOf(cell)).toEqual(expected);
  });

  it('does not take what Excel made of pages or PMIDs for pages or PMIDs', () => {
    const record = readOne('csv', 'title,pages,pmid\nA,08-Aug,3.1E+07\n');
    expect([record.pages, record.pmid, record.raw.pages]).toEqual([null, null, ['08-Aug']]);
  });

  it('takes formula quotes and the guard against formulas off', () => {
    expect(readOne('csv', 'title,issn\n\'=A1+1,"=""19326203"""\n')).toMatchObject({
      title: '=A1+1',
      issn: '1932-6203',
    });
  });

  it('keeps columns that have no place in a record', () => {
    expect(readOne('csv', 'title,Lens score\nA,7\n').raw).toEqual({ 'Lens score': ['7'] });
  });
});

describe('BibTeX', () => {
  const entry = (fields: string): string => `@article{key,\n${fields}\n}\n`;

  it('reads strings, joined values, months by name and dashes between pages', () => {
    const text = `@string{lancet = "The Lancet"}\n${entry('title = "A " # {B}, journal = lancet, month = jan, year = 2001, pages = {1--9}')}`;
    expect(readOne('bibtex', text)).toMatchObject({
      title: 'A B',
      journal: 'The Lancet',
      pages: '1-9',
      date: { year: 2001, month: 1 },
    });
  });

  it.each([
    ['G{\\"o}del and {\\\'E}tude', 'Gödel and Étude'],
    ['\\v{S}koda, \\c{c}a va, {\\ss}, \\o re, {\\aa}', 'Škoda, ça va, ß, øre, å'],
    ['50\\% of \\$5 \\& more', '50% of $5 & more'],
    ['The {DNA} of $\\alpha$-cells', 'The DNA of α-cells'],
    ['H\\textsubscript{2}O, CO$_2$', 'H2O, CO2'],
    ['A -- b', 'A – b'],
  ])('takes the TeX out of %s', (written, plain) => {
    expect(readOne('bibtex', entry(`title = {${written}}`)).title).toBe(plain);
  });

  it('reads names by BibTeX’s rules', () => {
    const record = readOne(
      'bibtex',
      entry(
        'title={A}, author = {de la Cruz, Ana and King, Jr., Martin and Ludwig van Beethoven and {World Health Organization} and others}',
      ),
    );
    expect(record.authors.map(({ last, fore, suffix, collective }) => [last, fore, suffix, collective])).toEqual([
      ['de la Cruz', 'Ana', null, null],
      ['King', 'Martin', 'Jr.', null],
      ['van Beethoven', 'Ludwig', null, null],
      [null, null, null, 'World Health Organization'],
    ]);
  });

  it('reads on behind an entry whose braces do not match', () => {
    const text = `${entry('title = {One}')}@article{bad,\n title = {Two,\n year = 2001\n}\n${entry('title = {Three}')}`;
    const { records, skipped } = readAll('bibtex', text);
    expect(records.map(record => record.title)).toEqual(['One', 'Three']);
    expect(skipped).toEqual([{ line: 4, reason: 'the value of "title" is not closed' }]);
  });
});

describe('EndNote XML', () => {
  const record = (inside: string): string => `<xml><records><record>${inside}</record></records></xml>`;

  it('joins styled runs, and reads files without styles alike', () => {
    const styled = record(
      '<ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Li, Wei</style></author></authors></contributors><titles><title><style>H</style><style face="subscript">2</style><style>O</style></title><secondary-title>Water</secondary-title></titles><keywords><keyword>*a&#xD;b</keyword></keywords><dates><year><style>2020</style></year></dates><electronic-resource-num>https://doi.org/10.1000/ABC</electronic-resource-num><custom1>mine</custom1>',
    );
    expect(readOne('endnote-xml', styled)).toMatchObject({
      title: 'H2O',
      journal: 'Water',
      doi: '10.1000/abc',
      date: { year: 2020 },
      keywords: [
        { text: 'a', major: true },
        { text: 'b', major: false },
      ],
      raw: { custom1: ['mine'] },
    });
    expect(readOne('endnote-xml', styled.replaceAll(/<\/?style[^>]*>/g, '')).title).toBe('H2O');
  });
});
