import { createBibtexReader } from '#core/searching/bibtex/createBibtexReader';
import { completeRecord } from '#core/searching/completeRecord';
import type { ColumnMapping } from '#core/searching/csv/columns';
import { createCsvReader } from '#core/searching/csv/createCsvReader';
import type { DraftSink, RecordDraft, RecordReader } from '#core/searching/draft';
import { createEndnoteXmlReader } from '#core/searching/endnote/createEndnoteXmlReader';
import { createPubmedXmlReader } from '#core/searching/pubmed/createPubmedXmlReader';
import type { RecordDeletion, ReferenceRecord, SkippedRecord } from '#core/searching/record';
import { createNbibReader } from '#core/searching/tagged/createNbibReader';
import { createRisReader } from '#core/searching/tagged/createRisReader';
import { createTrialJsonReader } from '#core/searching/trials/createTrialJsonReader';
import { createTrialXmlReader } from '#core/searching/trials/createTrialXmlReader';
import type { RecordFormat } from '#core/vocabulary';

export interface ReaderOptions {
  /** The file's name, for the records' `source`. */
  readonly file?: string;
  /** Which column of a CSV file holds what, where its header doesn't say so. */
  readonly columns?: ColumnMapping;
  readonly onDeletion?: (deletion: RecordDeletion) => void;
}

const READERS: Readonly<Record<RecordFormat, (sink: DraftSink, columns?: ColumnMapping) => RecordReader>> = {
  'pubmed-xml': createPubmedXmlReader,
  nbib: createNbibReader,
  ris: createRisReader,
  'endnote-xml': createEndnoteXmlReader,
  bibtex: createBibtexReader,
  csv: createCsvReader,
  // A workbook comes as the text of its table.
  xlsx: createCsvReader,
  'trials-xml': createTrialXmlReader,
  'trials-json': createTrialJsonReader,
};

/** A record says something when a reader could tell which report it means, or could judge it. */
function saysSomething(draft: RecordDraft): boolean {
  return Boolean(
    draft.title ||
      draft.vernacularTitle ||
      draft.pmid ||
      draft.doi ||
      draft.pmcid ||
      draft.abstract?.length ||
      draft.authors?.length ||
      Object.keys(draft.raw ?? {}).length,
  );
}

/**
 * Reads a reference file that comes in pieces: each record goes to `onRecord` as soon as it is whole, each part that
 * can't be read goes to `onSkip` with its line and the reason, and nothing else is remembered. One bad record costs
 * itself alone.
 */
export function createReader(
  format: RecordFormat,
  onRecord: (record: ReferenceRecord) => void,
  onSkip: (skipped: SkippedRecord) => void,
  options: ReaderOptions = {},
): RecordReader {
  const file = options.file ?? null;
  let index = 0;
  const sink: DraftSink = {
    record(draft, line) {
      if (!saysSomething(draft)) onSkip({ line, reason: 'the record is empty' });
      else onRecord(completeRecord(draft, { file, format, index: index++, line }));
    },
    skip: (line, reason) => onSkip({ line, reason }),
    deletion: pmid => options.onDeletion?.({ recordType: 'deletion', pmid }),
  };
  const reader = READERS[format](sink, options.columns);
  let isFirst = true;
  return {
    write(text) {
      if (text === '') return;
      reader.write(isFirst && text.startsWith('\ufeff') ? text.slice(1) : text);
      isFirst = false;
    },
    end: reader.end,
  };
}
