import type { ArticleLocation, ArticleParts } from '#core/searching/pubmed/articleDraft';
import type { DateParts } from '#core/searching/pubmed/readPubmedDate';
import type { ArticleLink } from '#core/searching/pubmed/readRetraction';
import type { Keyword, RecordAuthor } from '#core/searching/record';

/** The parts that grow while a record is read. */
export interface GrowingParts extends ArticleParts {
  otherAbstracts: string[];
  authors: RecordAuthor[];
  issnLinking: string[];
  locations: ArticleLocation[];
  ids: Map<string, string>;
  languages: string[];
  keywords: Keyword[];
  links: ArticleLink[];
}

/** An article of which nothing is known yet. */
export function noParts(history: () => readonly DateParts[]): GrowingParts {
  return {
    pmid: null,
    version: null,
    status: null,
    title: null,
    vernacularTitle: null,
    abstract: [],
    copyright: null,
    otherAbstracts: [],
    authors: [],
    authorsComplete: null,
    journalTitle: null,
    isoAbbreviation: null,
    medlineTa: null,
    nlmId: null,
    issn: null,
    issnLinking: [],
    issueDate: null,
    electronicDate: null,
    history,
    volume: null,
    issue: null,
    pages: null,
    locations: [],
    ids: new Map(),
    languages: [],
    publicationTypes: [],
    meshHeadings: [],
    keywords: [],
    chemicals: [],
    dataBanks: [],
    grants: [],
    links: [],
    raw: {},
  };
}
