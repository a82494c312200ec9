/** Cuts text that comes in pieces into lines, whatever their ends (CR LF, LF, CR, mixed), and numbers them from 1. */
export function createLineSplitter(onLine: (text: string, line: number) => void): {
  readonly write: (text: string) => void;
  readonly end: () => void;
} {
  let held = '';
  let line = 0;
  // Files that were joined have a mark where each begins.
  const deliver = (text: string): void => onLine(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, ++line);
  return {
    write(text) {
      let start = 0;
      const all = held === '' ? text : held + text;
      const ending = /\r\n?|\n/g;
      for (let found = ending.exec(all); found; found = ending.exec(all)) {
        // A CR at the very end may be the first half of CR LF.
        if (found[0] === '\r' && ending.lastIndex === all.length) break;
        deliver(all.slice(start, found.index));
        start = ending.lastIndex;
      }
      held = all.slice(start);
    },
    end() {
      const last = held.replace(/\r$/, '');
      if (last !== '') deliver(last);
      held = '';
    },
  };
}
