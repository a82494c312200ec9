import type { DraftSink, RecordReader } from '#core/searching/draft';
import { readTrialJson } from '#core/searching/trials/readTrialJson';

/** A study begins with its protocol, whether it stands alone, in a list, in a reply of the interface or on a line. */
const BEGIN = /\{\s*"protocolSection"\s*:/g;
/** No real study comes near: those with results have some megabytes. */
const LENGTH_LIMIT = 64_000_000;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/** Where the object that begins at a brace ends, its closing brace included; -1: not in this text. */
function endOfObject(text: string, open: number): number {
  let depth = 0;
  let isInText = false;
  for (let at = open; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInText) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isInText = false;
    } else if (code === QUOTE) isInText = true;
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at + 1;
  }
  return -1;
}

function countLines(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** Reads studies in ClinicalTrials.gov's JSON, one in memory at a time; one that is broken costs itself alone. */
export function createTrialJsonReader(sink: DraftSink): RecordReader {
  let held = '';
  let waiting: string[] = [];
  let waitingLength = 0;
  let line = 1;
  let count = 0;

  function readStudy(json: string): void {
    count++;
    try {
      const draft = readTrialJson(JSON.parse(json));
      if (draft.title || draft.otherIds?.trial) sink.record(draft, line);
      else sink.skip(line, 'the study has neither number nor title');
    } catch {
      sink.skip(line, 'the study is no well-formed JSON');
    }
  }

  function pass(from: number, to: number): void {
    line += countLines(held.slice(from, to));
  }

  function drain(isLast: boolean): void {
    let at = 0;
    for (;;) {
      BEGIN.lastIndex = at;
      const open = BEGIN.exec(held)?.index ?? -1;
      if (open < 0) {
        // The beginning of a study may be cut in two.
        const rest = isLast ? held.length : Math.max(at, held.length - 200);
        pass(at, rest);
        held = held.slice(rest);
        return;
      }
      pass(at, open);
      BEGIN.lastIndex = open + 1;
      const next = BEGIN.exec(held)?.index ?? -1;
      const end = endOfObject(next < 0 ? held : held.slice(0, next), open);
      if (end < 0 && next < 0 && !isLast && held.length - open <= LENGTH_LIMIT) {
        held = held.slice(open);
        return;
      }
      if (end >= 0) readStudy(held.slice(open, end));
      else {
        count++;
        sink.skip(
          line,
          next < 0 ? 'the file ends inside a study' : 'the study is not closed before the next one begins',
        );
      }
      const to = end >= 0 ? end : next < 0 ? held.length : next;
      pass(open, to);
      at = to;
    }
  }

  return {
    write(text) {
      waiting.push(text);
      waitingLength += text.length;
      if (waitingLength < held.length) return;
      held += waiting.join('');
      waiting = [];
      waitingLength = 0;
      drain(false);
    },
    end() {
      held += waiting.join('');
      drain(true);
      if (count === 0) sink.skip(1, 'the file holds no study with a "protocolSection"');
    },
  };
}
