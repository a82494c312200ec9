import type { EntityManager } from 'typeorm';
import type { DuplicatesProgress, FoundDuplicates } from '#core/duplicates/findDuplicates';
import type { BibliographicRecord, HumanDecisions } from '#core/duplicates/record';
import type { Solve } from '#core/matching/allocation/cohortProgramme';
import type { JournalAdvice } from '#core/matching/journalAdvice';
import type { MatchOpening, MatchPerson } from '#core/matching/matchable';
import type { JournalRecord } from '#core/matching/rankJournals';
import type { SuggestedOpening, SuggestedPerson } from '#core/matching/suggest';
import type { TopicDocument } from '#core/matching/topicSpace';
import type { WrittenDocument } from '#core/reporting/document/writtenDocument';
import type { PdfReading } from '#core/screening/pdfReading';
import type { RankingAnswer, RankingRequest, RankingTexts } from '#core/screening/rankingDesk';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import type { SynthesisAnswer } from '#core/synthesis/request/synthesise';
import type { SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import type { Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';

/** Who acts: a person who is signed in. */
export interface Actor {
  readonly personId: string;
  readonly isAdministrator: boolean;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same letter sent again has the same id. */
  readonly id?: string;
  /** An address that stops such letters with one POST. */
  readonly unsubscribeUrl?: string;
}

export interface StoredFile {
  /** SHA-256 of the content, in hexadecimal: the name that it is kept under. */
  readonly hash: string;
  readonly bytes: number;
}

export interface PubmedCount {
  readonly count: number;
  readonly queryTranslation: string;
  /** What PubMed did not find or ignored, as sentences. */
  readonly warnings: readonly string[];
}

/** A file in an archive: a text, or bytes as they are. */
export type ArchiveEntry =
  | {
      readonly name: string;
      readonly text: string;
      /** The text stands for bytes, one character each. */
      readonly isBytes?: boolean;
    }
  | { readonly name: string; readonly bytes: Uint8Array };
/** A part of a search that PubMed hands out at once: days as YYYY/MM/DD, null where the whole search is one. */
export interface PubmedSlice {
  readonly from: string | null;
  readonly to: string | null;
  readonly pmids: readonly string[];
}

/** PubMed as the services need it. */
export interface Pubmed {
  count(query: string): Promise<PubmedCount>;
  /** PMIDs of all hits, however many. Past PubMed's cap they come in slices by day of creation: each is told of in order. */
  searchIds(query: string, onSlice?: (slice: PubmedSlice) => void): Promise<readonly string[]>;
  /** The PubmedArticleSet documents of these PMIDs, batch by batch and in order, with how many were asked for. */
  fetchXml(pmids: readonly string[]): AsyncIterable<{ readonly xml: string; readonly asked: number }>;
}

/**
 * All that a deed may reach. `main` (or a test) introduces the parts to each other; a deed never opens anything
 * by itself.
 */
export interface Context {
  readonly db: EntityManager;
  /** Writes many rows at once, within the transaction that `db` is in. */
  copyRows(
    db: EntityManager,
    table: string,
    columns: readonly string[],
    rows: readonly (readonly (string | number | null)[])[],
  ): Promise<void>;
  now(): Date;
  /** A UUID v7: sorts by the time it was made. */
  newId(): string;
  /** A secret for a link: only its hash is stored. */
  newToken(): string;
  sha256(text: string): string;
  /** A text as UTF-8 bytes. */
  encode(text: string): Uint8Array;
  readonly passwords: {
    hash(password: string): Promise<string>;
    verify(hash: string, password: string): Promise<boolean>;
  };
  readonly mail: {
    readonly isConfigured: boolean;
    /** `unknown`: it began to flow, and the server never said whether it has it. */
    send(message: Message): Promise<'taken' | 'refused' | 'unknown'>;
  };
  readonly files: {
    save(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile>;
    /** The bytes of a stored file; one that is packed (gzip, ZIP, Excel) comes unpacked. Stops with Problem 'invalid' past `maxBytes`. `onRead` hears how much of the stored file is read. */
    read(hash: string, maxBytes: number, onRead?: (storedBytes: number) => void): AsyncIterable<Uint8Array>;
    /** Whether it is a workbook: its bytes are then those of its table as CSV. */
    isWorkbook(hash: string): Promise<boolean>;
    /** How many bytes are stored under this hash; null when nothing is. */
    sizeOf(hash: string): Promise<number | null>;
    /** The stored bytes from one place to another, both included, as they are. */
    readPart(hash: string, from: number, to: number): AsyncIterable<Uint8Array>;
    /** The files in a stored ZIP archive, one after another. */
    entriesOf(hash: string): AsyncIterable<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }>;
    /** The hashes of files that were last written before then; leftovers of uploads killed before then go on the way. */
    storedBefore(before: Date): AsyncIterable<string>;
    /** Removes a stored file; one that isn't there is no mistake. */
    remove(hash: string): Promise<void>;
    /** The text of bytes in one of the encodings that `core/searching` tells apart. */
    decode(content: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<string>;
  };
  readonly zip: {
    /** One archive of texts, and of bytes as a text with one character for each; the same texts give the same bytes. */
    pack(entries: readonly ArchiveEntry[]): Promise<Uint8Array>;
  };
  readonly documents: {
    /** A Word document with one table; line breaks in a cell are new paragraphs. */
    table(table: {
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly below: readonly string[];
    }): Promise<Uint8Array>;
  };
  /** A calendar file (RFC 5545) of entries at an instant, or on a whole day. */
  calendarFile(
    name: string,
    entries: readonly {
      readonly id: string;
      readonly title: string;
      readonly at: { readonly startsAt: Date; readonly minutes: number } | { readonly onDay: string };
      readonly place: string;
      readonly description: string;
    }[],
  ): string;
  readonly pubmed: Pubmed;
  /** Thought that takes long, away from whoever must answer. What `tell` throws ends it. */
  readonly think: {
    findDuplicates(
      records: readonly BibliographicRecord[],
      decisions: HumanDecisions,
      tell: (progress: DuplicatesProgress) => Promise<void>,
    ): Promise<FoundDuplicates>;
    /** Refuses with Problem 'unavailable' while too many others are at it, or where it would take too long. */
    synthesise(request: SynthesisRequest): Promise<SynthesisAnswer>;
    /** A saved analysis whose models take long. */
    analyse(
      specification: Specification,
      studies: readonly UsedStudy[],
      moderators: readonly Moderator[],
    ): Promise<SpecifiedAnalysis>;
    /** What the first pages of a PDF say, or why it can't be read. */
    readPdf(bytes: Uint8Array): Promise<PdfReading>;
    /** A figure as a PDF of lines and letters. Refuses with Problem 'invalid' what isn't a figure, 'unavailable' without fonts. */
    drawPdf(svg: string): Promise<Uint8Array>;
    /** A Word document of headings, paragraphs, figures and tables; marked runs stay marked. */
    writeDocument(document: WrittenDocument): Promise<Uint8Array>;
    /** Figures as PNG of 300 dots an inch, in their order. Refuses with Problem 'unavailable' where the machine has no font. */
    drawPictures(svgs: readonly string[]): Promise<readonly Uint8Array[]>;
    /** Solves a mixed-integer programme to a proven optimum; null where nothing keeps all rows. */
    solve: Solve;
    adviseJournals(records: readonly JournalRecord[], topic: TopicDocument): Promise<JournalAdvice>;
    /** Orders records; `loadTexts` is asked only where the texts are not at hand already. */
    rank(request: RankingRequest, loadTexts: () => Promise<RankingTexts>): Promise<RankingAnswer>;
    /** Openings for one person, best first, as they are at this hour. */
    rankOpenings(
      person: MatchPerson,
      openings: readonly MatchOpening[],
      now: number,
    ): Promise<readonly SuggestedOpening[]>;
    /** People for one opening, best first, as they are at this hour. */
    rankCandidates(
      opening: MatchOpening,
      people: readonly MatchPerson[],
      now: number,
    ): Promise<readonly SuggestedPerson[]>;
  };
  readonly log: {
    info(facts: Record<string, unknown>, sentence: string): void;
    warn(facts: Record<string, unknown>, sentence: string): void;
    error(facts: Record<string, unknown>, sentence: string): void;
  };
  /** Work that no answer waits for, so that its length tells nobody anything. What goes wrong in it is logged. */
  aside(work: () => Promise<void>): void;
  /** Who asks for a job here runs it too: no worker is told of it, or both would do it at the same time. */
  readonly runsOwnJobs?: boolean;
  /** Where people reach this installation, without a slash at the end. */
  readonly publicUrl: string;
}
