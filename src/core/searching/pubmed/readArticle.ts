import type { RecordDraft } from '#core/searching/draft';
import { normaliseDoi, normalisePmcid } from '#core/searching/identifiers';
import { keepRaw } from '#core/searching/keepRaw';
import { readAuthors, readAuthorsComplete } from '#core/searching/pubmed/readAuthors';
import { readArticleDate } from '#core/searching/pubmed/readPubmedDate';
import { readRetraction } from '#core/searching/pubmed/readRetraction';
import {
  readAbstract,
  readChemicals,
  readCopyright,
  readDataBanks,
  readGrants,
  readKeywords,
  readMeshHeadings,
  readOtherAbstracts,
  readPages,
  readPublicationTypes,
} from '#core/searching/pubmed/readTerms';
import type { RecordType, Term } from '#core/searching/record';
import { at, child, childrenOf, isElement, textOf, textsOf, type XmlElement } from '#core/searching/xml/element';

/** Elements whose content has a place of its own in a record, or says nothing about the report. */
const PLACED: ReadonlySet<string> = new Set([
  ...['PMID', 'Article', 'MedlineJournalInfo', 'ChemicalList', 'MeshHeadingList', 'KeywordList', 'OtherAbstract'],
  ...['CommentsCorrectionsList', 'Journal', 'ArticleTitle', 'VernacularTitle', 'Abstract', 'AuthorList', 'Language'],
  ...['PublicationTypeList', 'DataBankList', 'GrantList', 'Pagination', 'ELocationID', 'ArticleIdList', 'History'],
  ...['ReferenceList'],
]);

/** Identifiers of an article that stand directly in its own list; its references have lists of their own. */
export function articleIds(element: XmlElement | undefined): Map<string, string> {
  const ids = new Map<string, string>();
  for (const id of childrenOf(child(element, 'ArticleIdList'), 'ArticleId')) {
    const kind = id.attributes.IdType ?? '';
    const value = textOf(id);
    if (value && !ids.has(kind)) ids.set(kind, value);
  }
  return ids;
}

export function findDoi(element: XmlElement | undefined, ids: ReadonlyMap<string, string>): string | null {
  for (const location of childrenOf(element, 'ELocationID')) {
    if (location.attributes.EIdType !== 'doi' || location.attributes.ValidYN === 'N') continue;
    const doi = normaliseDoi(textOf(location));
    if (doi) return doi;
  }
  return normaliseDoi(ids.get('doi'));
}

function otherIds(article: XmlElement | undefined, ids: ReadonlyMap<string, string>): Record<string, string> {
  const others: Record<string, string> = {};
  for (const [kind, value] of ids) if (!['pubmed', 'doi', 'pmc'].includes(kind) && kind) others[kind] = value;
  const pii = childrenOf(article, 'ELocationID').find(location => location.attributes.EIdType === 'pii');
  const value = textOf(pii);
  if (value) others.pii = value;
  return others;
}

/** Everything else that PubMed says, under the names of its elements. */
export function readRest(elements: readonly (XmlElement | undefined)[]): Record<string, string[]> {
  const raw: Record<string, string[]> = {};
  for (const element of elements) {
    for (const node of element?.children ?? []) {
      if (!isElement(node) || PLACED.has(node.name)) continue;
      const text = textOf(node);
      if (text) keepRaw(raw, node.name, text);
    }
  }
  return raw;
}

export function typeOfPublication(types: readonly Term[]): RecordType {
  return types.some(type => type.ui === 'D000076942' || type.name === 'Preprint') ? 'preprint' : 'article';
}

/**
 * A PubmedArticle, or the MedlineCitation alone as files until 2014 had it. `history` gives the dates of its entry into
 * PubMed, for articles that have no other.
 */
export function readArticle(root: XmlElement, history: () => XmlElement | undefined): RecordDraft {
  const citation = root.name === 'MedlineCitation' ? root : (child(root, 'MedlineCitation') ?? root);
  const pubmedData = child(root, 'PubmedData');
  const article = child(citation, 'Article');
  const journal = child(article, 'Journal');
  const journalInfo = child(citation, 'MedlineJournalInfo');
  const abstract = child(article, 'Abstract');
  const ids = articleIds(pubmedData);
  const publicationTypes = readPublicationTypes(child(article, 'PublicationTypeList'));
  const date = readArticleDate(article, history);
  const raw = readRest([citation, article, pubmedData]);
  const add = (name: string, values: readonly string[]): void => {
    if (values.length > 0) raw[name] = [...values];
  };
  add('Status', citation.attributes.Status ? [citation.attributes.Status] : []);
  add(
    'Version',
    child(citation, 'PMID')?.attributes.Version ? [child(citation, 'PMID')?.attributes.Version ?? ''] : [],
  );
  add('OtherAbstract', readOtherAbstracts(citation));
  add('CopyrightInformation', [readCopyright(abstract) ?? ''].filter(Boolean));
  add('ISSNLinking', textsOf(journalInfo, 'ISSNLinking'));
  return {
    recordType: typeOfPublication(publicationTypes),
    title: textOf(child(article, 'ArticleTitle')),
    vernacularTitle: textOf(child(article, 'VernacularTitle')),
    abstract: readAbstract(abstract),
    authors: readAuthors(article),
    authorsComplete: readAuthorsComplete(article),
    journal: textOf(child(journal, 'Title')),
    journalAbbreviation: textOf(child(journalInfo, 'MedlineTA')) ?? textOf(child(journal, 'ISOAbbreviation')),
    issn: textOf(child(journal, 'ISSN')),
    nlmId: textOf(child(journalInfo, 'NlmUniqueID')),
    ...(date && { date }),
    volume: textOf(at(journal, 'JournalIssue', 'Volume')),
    issue: textOf(at(journal, 'JournalIssue', 'Issue')),
    pages: readPages(child(article, 'Pagination')),
    doi: findDoi(article, ids),
    pmid: textOf(child(citation, 'PMID')),
    pmcid: normalisePmcid(ids.get('pmc')),
    otherIds: otherIds(article, ids),
    languages: textsOf(article, 'Language'),
    publicationTypes,
    meshHeadings: readMeshHeadings(citation),
    keywords: readKeywords(citation),
    chemicals: readChemicals(citation),
    dataBanks: readDataBanks(article),
    grants: readGrants(article),
    ...readRetraction(citation, publicationTypes),
    raw,
  };
}
