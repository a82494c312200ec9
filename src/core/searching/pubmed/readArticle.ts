import type { RecordDraft } from '#core/searching/draft';
import { keepRaw } from '#core/searching/keepRaw';
import { type ArticleLocation, articleDraft } from '#core/searching/pubmed/articleDraft';
import { readAuthors, readAuthorsComplete } from '#core/searching/pubmed/readAuthors';
import { type DateParts, readDateParts } from '#core/searching/pubmed/readPubmedDate';
import type { ArticleLink } from '#core/searching/pubmed/readRetraction';
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
import { at, child, childrenOf, isElement, textOf, textsOf, type XmlElement } from '#core/searching/xml/element';

/** Elements whose content has a place of its own in a record, or says nothing about the report. */
export const PLACED: ReadonlySet<string> = new Set([
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

export function readLocations(element: XmlElement | undefined): ArticleLocation[] {
  return childrenOf(element, 'ELocationID').map(location => ({
    kind: location.attributes.EIdType,
    isValid: location.attributes.ValidYN !== 'N',
    text: textOf(location),
  }));
}

function readLinks(citation: XmlElement): ArticleLink[] {
  return childrenOf(child(citation, 'CommentsCorrectionsList'), 'CommentsCorrections').map(link => ({
    kind: link.attributes.RefType,
    pmid: textOf(child(link, 'PMID')),
    citation: textOf(child(link, 'RefSource')),
  }));
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

/**
 * A PubmedArticle, or the MedlineCitation alone as files until 2014 had it. `history` gives the dates of its entry into
 * PubMed, for articles that have no other.
 */
export function readArticle(root: XmlElement, history: () => readonly DateParts[]): RecordDraft {
  const citation = root.name === 'MedlineCitation' ? root : (child(root, 'MedlineCitation') ?? root);
  const pubmedData = child(root, 'PubmedData');
  const article = child(citation, 'Article');
  const journal = child(article, 'Journal');
  const journalInfo = child(citation, 'MedlineJournalInfo');
  const abstract = child(article, 'Abstract');
  return articleDraft({
    pmid: textOf(child(citation, 'PMID')),
    version: child(citation, 'PMID')?.attributes.Version || null,
    status: citation.attributes.Status || null,
    title: textOf(child(article, 'ArticleTitle')),
    vernacularTitle: textOf(child(article, 'VernacularTitle')),
    abstract: readAbstract(abstract),
    copyright: readCopyright(abstract),
    otherAbstracts: readOtherAbstracts(citation),
    authors: readAuthors(article),
    authorsComplete: readAuthorsComplete(article),
    journalTitle: textOf(child(journal, 'Title')),
    isoAbbreviation: textOf(child(journal, 'ISOAbbreviation')),
    medlineTa: textOf(child(journalInfo, 'MedlineTA')),
    issn: textOf(child(journal, 'ISSN')),
    nlmId: textOf(child(journalInfo, 'NlmUniqueID')),
    issnLinking: textsOf(journalInfo, 'ISSNLinking'),
    issueDate: readDateParts(at(journal, 'JournalIssue', 'PubDate')),
    electronicDate: readDateParts(child(article, 'ArticleDate')),
    history,
    volume: textOf(at(journal, 'JournalIssue', 'Volume')),
    issue: textOf(at(journal, 'JournalIssue', 'Issue')),
    pages: readPages(child(article, 'Pagination')),
    locations: readLocations(article),
    ids: articleIds(pubmedData),
    languages: textsOf(article, 'Language'),
    publicationTypes: readPublicationTypes(child(article, 'PublicationTypeList')),
    meshHeadings: readMeshHeadings(citation),
    keywords: readKeywords(citation),
    chemicals: readChemicals(citation),
    dataBanks: readDataBanks(article),
    grants: readGrants(article),
    links: readLinks(citation),
    raw: readRest([citation, article, pubmedData]),
  });
}
