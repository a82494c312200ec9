import type { DraftSink, RecordReader } from '#core/searching/draft';
import { readEndnoteRecord } from '#core/searching/endnote/readEndnoteRecord';
import { splitRecords } from '#core/searching/xml/splitRecords';

const RECORDS: ReadonlySet<string> = new Set(['record']);
const NOTHING: ReadonlySet<string> = new Set();

/** Reads EndNote's XML, also as Zotero, Mendeley and others write it. */
export function createEndnoteXmlReader(sink: DraftSink): RecordReader {
  let count = 0;
  const splitter = splitRecords(RECORDS, NOTHING, {
    skip(line, reason) {
      count++;
      sink.skip(line, reason);
    },
    record(element, line) {
      count++;
      sink.record(readEndnoteRecord(element), line);
    },
  });
  return {
    write: splitter.write,
    end() {
      splitter.end();
      if (count === 0 && splitter.firstElement() !== 'xml') sink.skip(1, 'the file holds no <record> of EndNote');
    },
  };
}
