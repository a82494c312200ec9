import { NO_DATE } from '#core/searching/completeRecord';
import type { RecordDraft } from '#core/searching/draft';
import { normaliseDoi, normalisePmcid } from '#core/searching/identifiers';
import { type DateParts, dateOfArticle } from '#core/searching/pubmed/readPubmedDate';
import { type ArticleLink, readRetraction } from '#core/searching/pubmed/readRetraction';
import type {
  AbstractSection,
  Chemical,
  DataBank,
  Grant,
  Keyword,
  MeshHeading,
  RecordAuthor,
  RecordType,
  Term,
} from '#core/searching/record';

/** An identifier among an article's locations (ELocationID). */
export interface ArticleLocation {
  readonly kind: string | undefined;
  readonly isValid: boolean;
  readonly text: string | null;
}

/** What an article's XML says, element by element, whichever parser has read it. */
export interface ArticleParts {
  pmid: string | null;
  version: string | null;
  status: string | null;
  title: string | null;
  vernacularTitle: string | null;
  abstract: readonly AbstractSection[];
  copyright: string | null;
  otherAbstracts: readonly string[];
  authors: readonly RecordAuthor[];
  authorsComplete: boolean | null;
  journalTitle: string | null;
  isoAbbreviation: string | null;
  medlineTa: string | null;
  nlmId: string | null;
  issn: string | null;
  issnLinking: readonly string[];
  issueDate: DateParts | null;
  electronicDate: DateParts | null;
  /** The dates of its entry into PubMed, asked for only when it has no other. */
  history: () => readonly DateParts[];
  volume: string | null;
  issue: string | null;
  pages: string | null;
  locations: readonly ArticleLocation[];
  ids: ReadonlyMap<string, string>;
  languages: readonly string[];
  publicationTypes: readonly Term[];
  meshHeadings: readonly MeshHeading[];
  keywords: readonly Keyword[];
  chemicals: readonly Chemical[];
  dataBanks: readonly DataBank[];
  grants: readonly Grant[];
  links: readonly ArticleLink[];
  /** Everything else, under the names of its elements. */
  raw: Record<string, string[]>;
}

/** The first valid DOI among the locations, else the one in the article's own list of identifiers. */
export function findDoi(locations: readonly ArticleLocation[], ids: ReadonlyMap<string, string>): string | null {
  for (const { kind, isValid, text } of locations) {
    const doi = kind === 'doi' && isValid ? normaliseDoi(text) : null;
    if (doi) return doi;
  }
  return normaliseDoi(ids.get('doi'));
}

function otherIds(locations: readonly ArticleLocation[], ids: ReadonlyMap<string, string>): Record<string, string> {
  const others: Record<string, string> = {};
  for (const [kind, value] of ids)
    if (kind !== '' && kind !== 'pubmed' && kind !== 'doi' && kind !== 'pmc') others[kind] = value;
  const pii = locations.find(({ kind }) => kind === 'pii')?.text;
  if (pii) others.pii = pii;
  return others;
}

function typeOfPublication(types: readonly Term[]): RecordType {
  return types.some(type => type.ui === 'D000076942' || type.name === 'Preprint') ? 'preprint' : 'article';
}

/** Pages as printed; else the first and last page, else null: an electronic article number is an identifier. */
export function pagesOf(printed: string | null, start: string | null, end: string | null): string | null {
  return printed ?? (start && end && end !== start ? `${start}-${end}` : start);
}

/** The record that an article's parts make. */
export function articleDraft(parts: ArticleParts): RecordDraft {
  const { raw, ids, locations } = parts;
  if (parts.status) raw.Status = [parts.status];
  if (parts.version) raw.Version = [parts.version];
  if (parts.otherAbstracts.length > 0) raw.OtherAbstract = [...parts.otherAbstracts];
  if (parts.copyright) raw.CopyrightInformation = [parts.copyright];
  if (parts.issnLinking.length > 0) raw.ISSNLinking = [...parts.issnLinking];
  const date = dateOfArticle(parts.issueDate, parts.electronicDate, parts.history) ?? NO_DATE;
  const { retraction, errata } = readRetraction(parts.links, parts.publicationTypes);
  return {
    recordType: typeOfPublication(parts.publicationTypes),
    title: parts.title,
    vernacularTitle: parts.vernacularTitle,
    abstract: parts.abstract,
    authors: parts.authors,
    authorsComplete: parts.authorsComplete,
    journal: parts.journalTitle,
    journalAbbreviation: parts.medlineTa ?? parts.isoAbbreviation,
    issn: parts.issn,
    nlmId: parts.nlmId,
    date,
    volume: parts.volume,
    issue: parts.issue,
    pages: parts.pages,
    doi: findDoi(locations, ids),
    pmid: parts.pmid,
    pmcid: normalisePmcid(ids.get('pmc')),
    otherIds: otherIds(locations, ids),
    languages: parts.languages,
    publicationTypes: parts.publicationTypes,
    meshHeadings: parts.meshHeadings,
    keywords: parts.keywords,
    chemicals: parts.chemicals,
    dataBanks: parts.dataBanks,
    grants: parts.grants,
    retraction,
    errata,
    raw,
  };
}
