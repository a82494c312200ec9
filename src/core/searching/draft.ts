import type { ReferenceRecord } from '#core/searching/record';

/** What a reader of one format knows of a record; `completeRecord` fills the rest with honest absence. */
export type RecordDraft = Partial<Omit<ReferenceRecord, 'abstractText' | 'source'>>;

/** Where the reader of one format delivers what it finds, each with the line on which it begins. */
export interface DraftSink {
  readonly record: (draft: RecordDraft, line: number) => void;
  readonly skip: (line: number, reason: string) => void;
  readonly deletion: (pmid: string) => void;
}

/** Takes a file's text in pieces of any size; `end` delivers what is still held back. */
export interface RecordReader {
  readonly write: (text: string) => void;
  readonly end: () => void;
}
