/** A number that both programs compute: what Pooled found, and the R expression for metafor's. */
export interface Check {
  readonly what: string;
  readonly pooled: number;
  readonly r: string;
  /** How far the two may lie apart, relative from 1 on, absolute below. */
  readonly tolerance: number;
}

/** One piece of a script: lines of R, and the numbers that it must reproduce. */
export interface ScriptPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly checks: readonly Check[];
}

/** Sums and products alone, and what an iteration or a root search ends in. */
export const CLOSED = 1e-8;
export const ITERATED = 1e-5;

/** A text as R reads it, on one line, whatever letters are in it. */
export function rText(text: string): string {
  let safe = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === '"' || letter === '\\') safe += `\\${letter}`;
    else if (code < 0x20 || code === 0x7f) safe += ' ';
    // Escapes keep the script readable in any encoding that R may run in.
    else if (code > 0x7e) safe += `\\U{${code.toString(16)}}`;
    else safe += letter;
  }
  return `"${safe}"`;
}

/** A number with all its digits; what is absent is NA. */
export function rNumber(value: number | null | undefined): string {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : 'NA';
}

export function rFlag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

const WIDTH = 100;

/** `c(…)` over as many lines as it takes, indented. */
export function rVector(values: readonly string[], indent = 4): string {
  const lines: string[] = [];
  let line = '';
  for (const [place, value] of values.entries()) {
    const next = place < values.length - 1 ? `${value},` : value;
    if (line !== '' && indent + line.length + 1 + next.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? next : `${line} ${next}`;
  }
  if (line !== '') lines.push(line);
  return `c(${lines.join(`\n${' '.repeat(indent)}`)})`;
}

/** A comment of one line: nothing in it can end the comment. */
export function rComment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ').trim()}`;
}
