import type { DraftSink, RecordDraft, RecordReader } from '#core/searching/draft';
import type { TaggedField, TaggedRecord } from '#core/searching/tagged/fields';
import { createLineSplitter } from '#core/searching/tagged/lines';
import { isOvidLabel, readOvidRecord } from '#core/searching/tagged/readOvidRecord';
import { readRisRecord } from '#core/searching/tagged/readRisRecord';
import { readWosRecord } from '#core/searching/tagged/readWosRecord';
import { REFER, REFER_TAGS, referType } from '#core/searching/tagged/referTags';

/** A tag and its value: two spaces before the hyphen, and one or two after it (Cochrane). Ovid numbers its records. */
const TAGGED = /^[ \t]{0,3}(?:\d+\.\s+(?=TY))?([A-Za-z][A-Za-z0-9])[ \u00a0]{2}-(?:[ \t\u00a0]{0,2}(.*)|)$/s;
/** CENTRAL's only tags of three and four letters, and where others put the same. */
const LONG = /^(DOI|PMID) {0,2}- (.*)$/s;
const LONG_TAGS: Readonly<Record<string, string>> = { DOI: 'DO', PMID: 'PM' };
/** The same with one space before the hyphen; it counts only in records whose TY is written so, for prose has it too. */
const LOOSE = /^[ \t]{0,3}([A-Z][A-Z0-9]) -(?: (.*)|)$/s;
const LOOSE_TYPE = /^[ \t]{0,3}TY -(?: |$)/;
const WOS = /^([A-Z][A-Z0-9])(?: (.*)|)$/s;
/** Lines that systems put between records. */
const BETWEEN = /^(?:Record #\d+ of \d+|\d+\.\s*$|<\d+>\s*$|Link to the .* citation)/;
/** Rayyan glues a field to the end of the one before: `UR  - https://…     U2  - L2029880245`. */
const GLUED = /\s{2,}(?=[A-Z][A-Z0-9] {2}- )/;
/** Ovid writes the journal once more after the end of a record. */
const TRAILERS: ReadonlySet<string> = new Set(['NL']);

type Dialect = 'ris' | 'wos' | 'refer' | 'ovid';

const RECORDS: Readonly<Record<Dialect, (fields: readonly TaggedField[]) => RecordDraft>> = {
  ris: readRisRecord,
  wos: readWosRecord,
  refer: readRisRecord,
  ovid: readOvidRecord,
};

/**
 * Reads RIS in the dialects of real systems, and the tagged texts of Web of Science, of Refer (EndNote's `.enw`) and of
 * Ovid (whose labels stand on lines of their own), which are told by their first tag.
 * A record begins at TY or, in files without TY, at the first tag after an end; it ends at ER or where the next begins.
 */
export function createRisReader(sink: DraftSink): RecordReader {
  let current: TaggedRecord | null = null;
  let hasType = false;
  let isLoose = false;
  let dialect: Dialect | null = null;
  let count = 0;

  function finish(): void {
    if (!current) return;
    count++;
    sink.record(RECORDS[dialect ?? 'ris'](current.fields), current.line);
    current = null;
  }

  function append(text: string): void {
    const last = current?.fields.at(-1);
    if (last) last.value += `\n${text.trim()}`;
  }

  function readRisLine(text: string, line: number): void {
    if (LOOSE_TYPE.test(text)) isLoose = true;
    const tagged = TAGGED.exec(text) ?? (current ? LONG.exec(text) : null) ?? (isLoose ? LOOSE.exec(text) : null);
    if (!tagged) {
      if (BETWEEN.test(text)) finish();
      else append(text);
      return;
    }
    const written = (tagged[1] ?? '').toUpperCase();
    const tag = LONG_TAGS[written] ?? written;
    if (tag === 'ER') {
      finish();
      return;
    }
    // Fields before TY belong to it, unless a TY was met already.
    if (tag === 'TY' && hasType) finish();
    if (!current) {
      if (TRAILERS.has(tag)) return;
      current = { line, fields: [] };
      hasType = false;
    }
    hasType ||= tag === 'TY';
    const [value = '', ...glued] = (tagged[2] ?? '').split(GLUED);
    current.fields.push({ tag, value });
    for (const part of glued) current.fields.push({ tag: part.slice(0, 2), value: part.slice(6) });
  }

  function readWosLine(text: string, line: number): void {
    const tagged = WOS.exec(text);
    const tag = tagged?.[1];
    if (!tag) append(text);
    else if (tag === 'ER' || tag === 'EF') finish();
    else if (tag !== 'FN' && tag !== 'VR') {
      if (tag === 'PT') finish();
      current ??= { line, fields: [] };
      current.fields.push({ tag, value: tagged[2] ?? '' });
    }
  }

  function readReferLine(text: string, line: number): void {
    const tagged = REFER.exec(text);
    const [, sign = '', value = ''] = tagged ?? [];
    if (!tagged) {
      append(text);
      return;
    }
    if (sign === '0') finish();
    current ??= { line, fields: [] };
    current.fields.push({ tag: REFER_TAGS[sign] ?? `%${sign}`, value: sign === '0' ? referType(value) : value });
  }

  function readOvidLine(text: string, line: number): void {
    if (BETWEEN.test(text)) {
      finish();
      return;
    }
    // Labels stand at the beginning of the line, values two places in.
    if (/^\s/.test(text)) append(text);
    else {
      current ??= { line, fields: [] };
      current.fields.push({ tag: text.trim(), value: '' });
    }
  }

  const lines = createLineSplitter((text, line) => {
    if (text.trim() === '') {
      // Records of Refer end with a blank line, also those without a type.
      if (dialect === 'refer') finish();
      return;
    }
    if (dialect === null) {
      if (TAGGED.test(text) || LOOSE_TYPE.test(text)) dialect = 'ris';
      else if (/^(?:FN|VR|PT|UT) \S/.test(text)) dialect = 'wos';
      else if (/^%[0ATJD] \S/.test(text)) dialect = 'refer';
      else if (isOvidLabel(text)) dialect = 'ovid';
    }
    if (dialect === 'wos') readWosLine(text, line);
    else if (dialect === 'refer') readReferLine(text, line);
    else if (dialect === 'ovid') readOvidLine(text, line);
    else readRisLine(text, line);
  });

  return {
    write: lines.write,
    end() {
      lines.end();
      finish();
      if (count === 0) sink.skip(1, 'the file holds no line with a RIS tag such as "TY  -"');
    },
  };
}
