import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createReader } from '#core/searching/createReader';
import type { ReferenceRecord } from '#core/searching/record';
import { describeShared, sharedFolder } from '../../support/shared.js';
import { readAll, readOne } from './readAll.js';

type Json = { readonly [key: string]: unknown };

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
const orNull = (value: unknown): unknown => (value === undefined || value === '' ? null : value);

/** What an independent parser found, in the words of our records; a file leaves out what it doesn't know. */
function expectedOf(known: Json): Json {
  const date = known.date as Json | null;
  return {
    title: orNull(known.title),
    vernacularTitle: orNull(known.vernacular_title),
    abstractText: orNull(known.abstract_text),
    abstract: list(known.abstract).map(part => [orNull(part.label), orNull(part.category), part.text]),
    journal: orNull(known.journal),
    journalAbbreviation: orNull(known.medline_ta ?? known.iso_abbreviation),
    issn: orNull(known.issn),
    nlmId: orNull(known.nlm_unique_id),
    date: [orNull(date?.year), orNull(date?.month), orNull(date?.day), orNull(date?.season)],
    volume: orNull(known.volume),
    issue: orNull(known.issue),
    pages: orNull(known.pages),
    doi: orNull(known.doi),
    pmid: orNull(known.pmid),
    pmcid: orNull(known.pmc),
    authors: list(known.authors).map(author => [
      orNull(author.last),
      orNull(author.fore),
      orNull(author.initials),
      orNull(author.suffix),
      orNull(author.collective),
      author.affiliations,
      orNull(author.orcid),
    ]),
    authorsComplete: orNull(known.authors_complete),
    languages: known.languages ?? [],
    publicationTypes: list(known.publication_types).map(type => [type.ui, type.name]),
    meshHeadings: list(known.mesh).map(heading => [
      heading.ui,
      heading.name,
      heading.major,
      list(heading.qualifiers).map(qualifier => [qualifier.ui, qualifier.name, qualifier.major]),
    ]),
    keywords: list(known.keywords).map(keyword => [keyword.text, keyword.major]),
    chemicals: list(known.chemicals).map(chemical => [chemical.ui, chemical.name, chemical.registry]),
    dataBanks: list(known.databanks).map(bank => [bank.name, bank.accessions]),
    grants: list(known.grants).map(grant => [orNull(grant.id), orNull(grant.agency), orNull(grant.country)]),
    isRetracted: known.is_retracted ?? false,
    isNotice: known.is_retraction_notice ?? false,
    retractedBy: known.retraction_pmids ?? [],
    retracts: known.retracts_pmids ?? [],
    errata: [known.erratum_in ?? [], known.erratum_for ?? []],
  };
}

function foundIn(record: ReferenceRecord): Json {
  const { date, retraction, errata } = record;
  return {
    title: record.title,
    vernacularTitle: record.vernacularTitle,
    abstractText: record.abstractText,
    abstract: record.abstract.map(part => [part.label, part.category, part.text]),
    journal: record.journal,
    journalAbbreviation: record.journalAbbreviation,
    issn: record.issn,
    nlmId: record.nlmId,
    date: [date.year, date.month, date.day, date.season],
    volume: record.volume,
    issue: record.issue,
    pages: record.pages,
    doi: record.doi,
    pmid: record.pmid,
    pmcid: record.pmcid,
    authors: record.authors.map(author => [
      author.last,
      author.fore,
      author.initials,
      author.suffix,
      author.collective,
      author.affiliations,
      author.orcid,
    ]),
    authorsComplete: record.authorsComplete,
    languages: record.languages,
    publicationTypes: record.publicationTypes.map(type => [type.ui, type.name]),
    meshHeadings: record.meshHeadings.map(heading => [
      heading.ui,
      heading.name,
      heading.major,
      heading.qualifiers.map(qualifier => [qualifier.ui, qualifier.name, qualifier.major]),
    ]),
    keywords: record.keywords.map(keyword => [keyword.text, keyword.major]),
    chemicals: record.chemicals.map(chemical => [chemical.ui, chemical.name, chemical.registryNumber]),
    dataBanks: record.dataBanks.map(bank => [bank.name, bank.accessions]),
    grants: record.grants.map(grant => [grant.id, grant.agency, grant.country]),
    isRetracted: retraction.isRetracted,
    isNotice: retraction.isNotice,
    retractedBy: retraction.retractedBy,
    retracts: retraction.retracts,
    errata: [errata.in, errata.for],
  };
}

describeShared('pubmed', "PubMed's own XML agrees in every field with an independent parser", () => {
  for (const name of readdirSync(sharedFolder('pubmed/expected'))) {
    const known = JSON.parse(readFileSync(sharedFolder(`pubmed/expected/${name}`), 'utf8'));
    if (known.error) continue;
    test(name.replace(/\.json$/, ''), () => {
      const bytes = readFileSync(sharedFolder(`pubmed/${name.replace(/\.json$/, '')}`));
      const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
      const { records, deletions } = readAll('pubmed-xml', text);
      // One file of the collection holds an article without any content: it is named as skipped.
      const wanted = list(known.records).filter(record => record.pmid !== null || record.title);
      expect(records.map(foundIn)).toEqual(wanted.map(expectedOf));
      expect(deletions.map(deletion => deletion.pmid)).toEqual(known.deletes);
    });
  }
});

const article = (pmid: number, inside = ''): string =>
  `<PubmedArticle><MedlineCitation><PMID Version="1">${pmid}</PMID><Article><ArticleTitle>Title ${pmid}</ArticleTitle>${inside}</Article></MedlineCitation></PubmedArticle>`;
const set = (...articles: string[]): string =>
  `<?xml version="1.0"?>\n<PubmedArticleSet>\n${articles.join('\n')}\n</PubmedArticleSet>\n`;
const pmids = (text: string): (string | null)[] => readAll('pubmed-xml', text).records.map(record => record.pmid);

describe('PubMed XML that comes in pieces', () => {
  it('gives the same records, lines and complaints wherever the pieces are cut', () => {
    const unclosed = article(3).replace('</PubmedArticle>', '');
    const text = set(
      article(1, '\n<Language>eng</Language>\n<Language>ger</Language>'),
      article(2).replace('</ArticleTitle>', '</Title>'),
      unclosed,
      `<!-- </PubmedArticle> -->${article(4).replaceAll('</PubmedArticle>', '</PubmedArticle >')}`,
      '<DeleteCitation><PMID Version="1">9</PMID></DeleteCitation>',
      article(5, '<Abstract><AbstractText><![CDATA[a < b]]></AbstractText></Abstract>'),
      article(6, '<VernacularTitle>É漢</VernacularTitle>'),
    );
    const whole = readAll('pubmed-xml', text);
    expect(whole.records.map(record => record.pmid)).toEqual(['1', '4', '5', '6']);
    expect(whole.skipped).toHaveLength(2);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 }), sizes => {
        const read = { records: [] as unknown[], skipped: [] as unknown[] };
        const reader = createReader(
          'pubmed-xml',
          record => read.records.push(record),
          skipped => read.skipped.push(skipped),
        );
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          reader.write(text.slice(at, at + size));
          at += size;
        }
        reader.end();
        expect(read).toEqual({ records: whole.records, skipped: whole.skipped });
      }),
    );
  });
});

describe('PubMed XML that is damaged', () => {
  it('keeps every record before the place where a file is cut off, and names that place', () => {
    const whole = set(article(1), article(2), article(3));
    const cut = whole.slice(0, whole.indexOf('<PMID Version="1">3') + 25);
    const { records, skipped } = readAll('pubmed-xml', cut);
    expect(records.map(record => record.pmid)).toEqual(['1', '2']);
    expect(skipped[0]).toEqual({ line: 5, reason: 'the file ends inside <PubmedArticle>' });
  });

  it('says that a file may be cut off when it ends between two records', () => {
    const { records, skipped } = readAll('pubmed-xml', `<PubmedArticleSet>\n${article(1)}\n`);
    expect(records).toHaveLength(1);
    expect(skipped).toEqual([
      { line: 3, reason: 'the file ends before </PubmedArticleSet>, opened on line 1: it may be cut off' },
    ]);
  });

  it('loses one record with broken markup and no other', () => {
    const broken = article(2).replace('</ArticleTitle>', '</Title>');
    const { records, skipped } = readAll('pubmed-xml', set(article(1), `\n${broken}`, article(3)));
    expect(records.map(record => record.pmid)).toEqual(['1', '3']);
    expect(skipped).toEqual([{ line: 5, reason: '</Title> stands where </ArticleTitle> is expected' }]);
  });

  it('reads on at the next record when one is never closed', () => {
    const open = article(2).replace('</PubmedArticle>', '');
    const { records, skipped } = readAll('pubmed-xml', set(article(1), open, article(3)));
    expect(records.map(record => record.pmid)).toEqual(['1', '3']);
    expect(skipped).toEqual([{ line: 4, reason: '<PubmedArticle> is not closed before the next one begins' }]);
  });

  it('says that a page of HTML is no set of records', () => {
    const { records, skipped } = readAll('pubmed-xml', '<html><body>Service unavailable</body></html>');
    expect(records).toEqual([]);
    expect(skipped).toEqual([{ line: 1, reason: '<html> is no set of PubMed records' }]);
  });

  it('reads a set without records without complaint', () => {
    expect(readAll('pubmed-xml', '<?xml version="1.0"?>\n<PubmedArticleSet>\n</PubmedArticleSet>')).toEqual({
      records: [],
      skipped: [],
      deletions: [],
    });
  });

  it('never expands what a document type declares', () => {
    const entities = Array.from({ length: 40 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('\n');
    const bomb = `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet [<!ENTITY e0 "ha">\n${entities}\n]>${set(article(1, '<VernacularTitle>&e40;</VernacularTitle>')).slice(21)}`;
    const { records } = readAll('pubmed-xml', bomb);
    expect(records[0]?.vernacularTitle).toBe('&e40;');
  });

  it('refuses elements that are nested without end instead of failing on them', () => {
    const deep = article(1, `${'<b>'.repeat(10_000)}x${'</b>'.repeat(10_000)}`);
    expect(readAll('pubmed-xml', set(deep)).skipped[0]?.reason).toMatch(/nested deeper/);
  });
});

describe('PubMed XML that is unusual and right', () => {
  it('keeps inline markup in reading order and non-breaking spaces as they are', () => {
    const record = readOne(
      'pubmed-xml',
      set(
        article(
          1,
          '<Abstract><AbstractText>A<sub>2</sub> in <i>E.\n  coli</i>, 5\u00a0mg &lt; 6&#160;mg</AbstractText></Abstract>',
        ),
      ),
    );
    expect(record.abstractText).toBe('A2 in E. coli, 5\u00a0mg < 6\u00a0mg');
  });

  it('takes a comment and a CDATA section for what they are', () => {
    const record = readOne(
      'pubmed-xml',
      set(article(1, '<Abstract><AbstractText>a<!-- <b> -->b<![CDATA[ <c> & d]]></AbstractText></Abstract>')),
    );
    expect(record.abstractText).toBe('ab <c> & d');
  });

  it('does not take the identifiers of references for the article’s own', () => {
    const references =
      '<PubmedData><ArticleIdList><ArticleId IdType="pubmed">1</ArticleId></ArticleIdList><ReferenceList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList></ReferenceList></PubmedData>';
    const record = readOne('pubmed-xml', set(article(1).replace('</PubmedArticle>', `${references}</PubmedArticle>`)));
    expect(record.doi).toBeNull();
  });

  it('takes the electronic date, then the entry into PubMed, for an article without any other date', () => {
    const history =
      '<PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>2004</Year><Month>2</Month><Day>3</Day></PubMedPubDate><PubMedPubDate PubStatus="pubmed"><Year>2003</Year><Month>1</Month><Day>5</Day></PubMedPubDate></History></PubmedData></PubmedArticle>';
    const dateOf = (inside: string) => {
      const { year, month, day } = readOne(
        'pubmed-xml',
        set(article(1, inside).replace('</PubmedArticle>', history)),
      ).date;
      return [year, month, day];
    };
    expect(dateOf('')).toEqual([2003, 1, 5]);
    expect(dateOf('<ArticleDate><Year>2002</Year><Month>07</Month><Day>09</Day></ArticleDate>')).toEqual([2002, 7, 9]);
    expect(
      dateOf(
        '<Journal><JournalIssue><PubDate><Year>2001</Year><Season>Jan-Mar</Season></PubDate></JournalIssue></Journal>',
      ),
    ).toEqual([2001, 1, null]);
  });

  it('reads several documents behind one another', () => {
    expect(pmids(set(article(1)) + set(article(2)))).toEqual(['1', '2']);
  });

  it('tells a retracted report from the notice that retracts it', () => {
    const link = (kind: string): string =>
      `</Article><CommentsCorrectionsList><CommentsCorrections RefType="${kind}"><RefSource>J 1999</RefSource><PMID>77</PMID></CommentsCorrections></CommentsCorrectionsList>`;
    const of = (kind: string) =>
      readOne('pubmed-xml', set(article(1, '').replace('</Article>', link(kind)))).retraction;
    expect(of('RetractionIn')).toMatchObject({ isRetracted: true, isNotice: false, retractedBy: ['77'] });
    expect(of('RetractionOf')).toMatchObject({ isRetracted: false, isNotice: true, retracts: ['77'] });
    expect(of('ExpressionOfConcernIn')).toMatchObject({ isRetracted: false, concern: true });
  });

  it('names the line on which each record begins', () => {
    const { records } = readAll('pubmed-xml', set(article(1), '', article(2)));
    expect(records.map(record => record.source.line)).toEqual([3, 5]);
    expect(records.map(record => record.source.index)).toEqual([0, 1]);
  });
});
