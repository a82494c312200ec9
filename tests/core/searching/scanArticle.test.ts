import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readArticle } from '#core/searching/pubmed/readArticle';
import { newCursor } from '#core/searching/pubmed/scan/cursor';
import { scanArticle } from '#core/searching/pubmed/scan/scanArticle';
import { parseElement } from '#core/searching/xml/parseElement';
import { describeShared, sharedFolder } from '../../support/shared.js';

const NO_HISTORY = () => [];

/** The record by way of a tree: slower, and without the scanner's assumptions. */
function byTree(xml: string) {
  const { element } = parseElement(xml, new Set(['ReferenceList', 'History']));
  return element ? readArticle(element, NO_HISTORY) : null;
}

function byScan(xml: string) {
  const cursor = newCursor();
  cursor.text = xml;
  const draft = scanArticle(cursor, NO_HISTORY);
  return cursor.at === xml.length ? draft : null;
}

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '漢', ' ', '\n', '\t', '&amp;', '&#8201;', '&eacute;', '×', '5', '\u00a0'),
});
const marked = fc
  .array(
    fc.oneof(
      text,
      text.map(inner => `<i>${inner}</i>`),
      text.map(inner => `<sup> ${inner}<b>2</b></sup>`),
    ),
    { maxLength: 4 },
  )
  .map(parts => parts.join(''));
const author = fc
  .tuple(text, text, fc.boolean())
  .map(
    ([last, place, isGroup]) =>
      `<Author ValidYN="Y">${isGroup ? `<CollectiveName>${last}</CollectiveName>` : `<LastName>${last}</LastName><ForeName>A</ForeName><Initials>A</Initials><Identifier Source="ORCID">0000-0002-1825-0097</Identifier>`}\n<AffiliationInfo><Affiliation>${place}</Affiliation></AffiliationInfo></Author>`,
  );
const article = fc
  .record({
    title: marked,
    abstract: fc.array(marked, { maxLength: 3 }),
    authors: fc.array(author, { maxLength: 3 }),
    editors: fc.array(author, { maxLength: 1 }),
    mesh: fc.array(text, { maxLength: 3 }),
    year: fc.constantFrom(
      '<Year>2001</Year><Month>Jan</Month>',
      '<MedlineDate>1998 Dec-1999 Jan</MedlineDate>',
      '<Year>1999</Year><Season>Jul-Sep</Season>',
      '',
    ),
    rest: marked,
  })
  .map(
    parts => `<PubmedArticle>
  <MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">123</PMID><DateCompleted><Year>2002</Year> <Month>01</Month></DateCompleted>
  <Article PubModel="Print"><Journal><ISSN IssnType="Print">1234-5678</ISSN><JournalIssue CitedMedium="Print"><Volume>3</Volume><PubDate>${parts.year}</PubDate></JournalIssue><Title>J &amp; K</Title></Journal>
  <ArticleTitle>${parts.title}</ArticleTitle><Pagination><StartPage>5</StartPage><EndPage>9</EndPage></Pagination><ELocationID EIdType="doi" ValidYN="Y">10.1000/ABC</ELocationID>
  <Abstract>${parts.abstract.map((part, index) => `<AbstractText Label="${index > 0 ? 'A &gt; B' : ''}">${part}</AbstractText>`).join('\n')}</Abstract>
  <AuthorList CompleteYN="Y">${parts.authors.join('')}</AuthorList><AuthorList Type="editors">${parts.editors.join('')}</AuthorList><Language>eng</Language>
  <PublicationTypeList><PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList></Article>
  <MeshHeadingList>${parts.mesh.map(name => `<MeshHeading><DescriptorName UI="D1" MajorTopicYN="N">${name}</DescriptorName><QualifierName UI="Q1" MajorTopicYN="Y">x</QualifierName></MeshHeading>`).join('')}</MeshHeadingList>
  <CommentsCorrectionsList><CommentsCorrections RefType="ErratumIn"><RefSource>Lancet</RefSource></CommentsCorrections></CommentsCorrectionsList>
  <CoiStatement>${parts.rest}</CoiStatement></MedlineCitation>
  <PubmedData><History><PubMedPubDate PubStatus="pubmed"><Year>2001</Year></PubMedPubDate></History><ArticleIdList><ArticleId IdType="pubmed">123</ArticleId><ArticleId IdType="pmc">PMC55</ArticleId></ArticleIdList>
  <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1/x</ArticleId></ArticleIdList></Reference><ReferenceList><Title>More</Title></ReferenceList></ReferenceList></PubmedData></PubmedArticle>`,
  );

describe('an article read in one pass', () => {
  it('is the same record as by way of a tree', () => {
    fc.assert(
      fc.property(article, xml => {
        expect(byScan(xml)).toEqual(byTree(xml));
      }),
      { numRuns: 150 },
    );
  });

  it('is left to the other parser when it is not written as PubMed writes', () => {
    const xml = fc.sample(article, { numRuns: 1, seed: 7 })[0] ?? '';
    const unusual = [
      xml.replace('<Article ', '<!-- a comment --><Article '),
      xml.replace('J &amp; K', '<![CDATA[J & K]]>'),
      xml.replace('</Title>', '</Title >'),
      xml.replace('IssnType="Print"', "IssnType='Print'"),
      xml.replace('J &amp; K', 'p < 0.05'),
    ];
    for (const written of unusual) {
      expect(byScan(written)).toBeNull();
      expect(byTree(written)).not.toBeNull();
    }
  });

  it('is never made of a text whose tags do not match', () => {
    fc.assert(
      fc.property(article, fc.nat(), (xml, seed) => {
        const tags = [...xml.matchAll(/<\/?[A-Za-z]+>/g)].filter(tag => !/History|Reference/.test(tag[0]));
        const tag = tags[seed % tags.length];
        if (!tag || xml.slice(xml.indexOf('<History>'), xml.indexOf('</PubmedData>')).includes(tag[0])) return;
        const broken = xml.slice(0, tag.index) + xml.slice(tag.index + tag[0].length);
        expect(byScan(broken)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});

describeShared('pubmed', 'articles of PubMed read in one pass', () => {
  const folder = sharedFolder('pubmed');
  const articles = readdirSync(folder)
    .filter(name => /\.xml(?:\.gz)?$/.test(name))
    .flatMap(name => {
      const bytes = readFileSync(`${folder}/${name}`);
      const whole = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
      return whole.match(/<PubmedArticle>.*?<\/PubmedArticle>/gs) ?? [];
    });

  test('are the same as by way of a tree, all of them', () => {
    let scanned = 0;
    for (const xml of articles) {
      const scan = byScan(xml);
      if (scan === null) continue;
      scanned++;
      expect(scan).toEqual(byTree(xml));
    }
    expect(scanned / articles.length).toBeGreaterThan(0.99);
  });
});
