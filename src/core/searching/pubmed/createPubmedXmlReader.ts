import type { DraftSink, RecordDraft, RecordReader } from '#core/searching/draft';
import { readArticle } from '#core/searching/pubmed/readArticle';
import { readBook } from '#core/searching/pubmed/readBook';
import { type DateParts, readDateParts } from '#core/searching/pubmed/readPubmedDate';
import { newCursor } from '#core/searching/pubmed/scan/cursor';
import { scanArticle } from '#core/searching/pubmed/scan/scanArticle';
import { childrenOf, textsOf } from '#core/searching/xml/element';
import { parseElement } from '#core/searching/xml/parseElement';
import { splitRecords } from '#core/searching/xml/splitRecords';

const RECORDS: ReadonlySet<string> = new Set([
  ...['PubmedArticle', 'PubmedBookArticle', 'MedlineCitation', 'BookDocument', 'DeleteCitation', 'DeleteDocument'],
]);

const SETS: ReadonlySet<string> = new Set([
  ...RECORDS,
  ...['PubmedArticleSet', 'PubmedBookArticleSet', 'MedlineCitationSet', 'BookDocumentSet'],
]);

/**
 * A report's references are records of their own elsewhere, and its history in PubMed matters only to the few that have
 * no date: jumping over both is half the speed.
 */
const SKIPPED: ReadonlySet<string> = new Set(['ReferenceList', 'History']);
const NOTHING: ReadonlySet<string> = new Set();

function readHistory(xml: string): readonly DateParts[] {
  const open = xml.indexOf('<History>');
  const close = xml.indexOf('</History>', open);
  if (open < 0 || close < 0) return [];
  const { element } = parseElement(xml.slice(open, close + 10), NOTHING);
  return childrenOf(element, 'PubMedPubDate').flatMap(date => readDateParts(date) ?? []);
}

/** Reads PubMed's XML, from a single record to a yearly baseline file, one record in memory at a time. */
export function createPubmedXmlReader(sink: DraftSink): RecordReader {
  let isEmpty = true;
  const cursor = newCursor();
  const deliver = (draft: RecordDraft, line: number): void => {
    isEmpty = false;
    if (draft.pmid || draft.title || draft.doi) sink.record(draft, line);
    else sink.skip(line, 'the record has neither PMID nor title');
  };
  const splitter = splitRecords(RECORDS, SKIPPED, {
    skip: sink.skip,
    scan(name, text, from, line) {
      if (name !== 'PubmedArticle' && name !== 'MedlineCitation') return -1;
      cursor.text = text;
      cursor.at = from;
      const draft = scanArticle(cursor, () => readHistory(text.slice(from, cursor.at)));
      if (draft === null) return -1;
      deliver(draft, line);
      return cursor.at;
    },
    record(element, line, xml) {
      isEmpty = false;
      if (element.name.startsWith('Delete')) {
        for (const pmid of textsOf(element, 'PMID')) sink.deletion(pmid);
        return;
      }
      const isBook = element.name === 'PubmedBookArticle' || element.name === 'BookDocument';
      deliver(isBook ? readBook(element) : readArticle(element, () => readHistory(xml)), line);
    },
  });
  return {
    write: splitter.write,
    end() {
      splitter.end();
      const root = splitter.firstElement();
      if (!root) sink.skip(1, 'the file is empty or holds no XML');
      else if (isEmpty && !SETS.has(root)) sink.skip(1, `<${root}> is no set of PubMed records`);
    },
  };
}
