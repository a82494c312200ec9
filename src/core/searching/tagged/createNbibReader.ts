import type { DraftSink, RecordReader } from '#core/searching/draft';
import type { TaggedRecord } from '#core/searching/tagged/fields';
import { createLineSplitter } from '#core/searching/tagged/lines';
import { readNbibRecord } from '#core/searching/tagged/readNbibRecord';

const TAGGED = /^([A-Z][A-Z0-9]{1,3}) {0,3}-(?: (.*)|)$/s;
/** What a browser puts around a text that was saved as a page. */
const PAGE = /^<\/?(?:pre|html|body)\b[^>]*>$/i;

/** Tags that a record has once: meeting one again after a blank line means that a new record has begun. */
const ONCE: ReadonlySet<string> = new Set(['PMID', 'OWN', 'TI', 'BTI', 'STAT', 'JT', 'DP', 'SO', 'PG', 'VI']);

/** Reads PubMed's tagged text (NBIB, MEDLINE), and what ERIC and others write in its manner. */
export function createNbibReader(sink: DraftSink): RecordReader {
  let current: TaggedRecord | null = null;
  let firstTag: string | null = null;
  let afterBlank = true;
  let count = 0;

  function finish(): void {
    if (!current) return;
    count++;
    sink.record(readNbibRecord(current.fields), current.line);
    current = null;
  }

  function beginsRecord(tag: string): boolean {
    if (!current) return true;
    const seen = current.fields.some(field => field.tag === tag);
    if (tag === 'PMID') return seen || afterBlank;
    return afterBlank && (tag === firstTag || (seen && ONCE.has(tag)));
  }

  const lines = createLineSplitter((text, line) => {
    if (text.trim() === '') {
      afterBlank = true;
      return;
    }
    if (PAGE.test(text.trim())) return;
    const tagged = TAGGED.exec(text);
    const tag = tagged?.[1];
    if (tag) {
      if (beginsRecord(tag)) {
        finish();
        current = { line, fields: [] };
        firstTag ??= tag;
      }
      current?.fields.push({ tag, value: tagged[2] ?? '' });
    } else {
      const last = current?.fields.at(-1);
      if (last) last.value += `\n${text.trim()}`;
    }
    afterBlank = false;
  });

  return {
    write: lines.write,
    end() {
      lines.end();
      finish();
      if (count === 0) sink.skip(1, 'the file holds no line with a PubMed tag such as "PMID-"');
    },
  };
}
