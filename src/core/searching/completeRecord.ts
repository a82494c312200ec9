import type { RecordDraft } from '#core/searching/draft';
import type {
  AbstractSection,
  PublicationDate,
  RecordSource,
  ReferenceRecord,
  Retraction,
} from '#core/searching/record';

export const NO_DATE: PublicationDate = { year: null, month: null, day: null, season: null, raw: null };

export const NOT_RETRACTED: Retraction = {
  isRetracted: false,
  isNotice: false,
  concern: false,
  retractedBy: [],
  retracts: [],
};

/** The sections of an abstract as one text, a line each, with the labels that the source gives. */
export function abstractText(sections: readonly AbstractSection[]): string | null {
  if (sections.length === 0) return null;
  return sections.map(({ label, text }) => (label ? `${label}: ${text}` : text)).join('\n');
}

/** A whole record from what a reader knows of it: every field is there, and what is unknown is null or an empty list. */
export function completeRecord(draft: RecordDraft, source: RecordSource): ReferenceRecord {
  const abstract = draft.abstract ?? [];
  return {
    recordType: draft.recordType ?? 'article',
    title: draft.title ?? null,
    vernacularTitle: draft.vernacularTitle ?? null,
    abstract,
    abstractText: abstractText(abstract),
    authors: draft.authors ?? [],
    authorsComplete: draft.authorsComplete ?? null,
    journal: draft.journal ?? null,
    journalAbbreviation: draft.journalAbbreviation ?? null,
    issn: draft.issn ?? null,
    nlmId: draft.nlmId ?? null,
    date: draft.date ?? NO_DATE,
    volume: draft.volume ?? null,
    issue: draft.issue ?? null,
    pages: draft.pages ?? null,
    doi: draft.doi ?? null,
    pmid: draft.pmid ?? null,
    pmcid: draft.pmcid ?? null,
    otherIds: draft.otherIds ?? {},
    languages: draft.languages ?? [],
    publicationTypes: draft.publicationTypes ?? [],
    meshHeadings: draft.meshHeadings ?? [],
    keywords: draft.keywords ?? [],
    chemicals: draft.chemicals ?? [],
    dataBanks: draft.dataBanks ?? [],
    grants: draft.grants ?? [],
    retraction: draft.retraction ?? NOT_RETRACTED,
    errata: draft.errata ?? { in: [], for: [] },
    book: draft.book ?? null,
    raw: draft.raw ?? {},
    source,
  };
}
