import type {
  Block,
  BoundValue,
  Exhibit,
  Gap,
  Origin,
  Piece,
  Remark,
  Sentence,
} from '#core/reporting/manuscript/draft';
import { countText } from '#core/reporting/numbers';

/** Begin and end of what the data say, in a text on its way to becoming a sentence. No file holds these characters. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Marks a stretch of text as said by the data. */
export function mark(text: string): string {
  return `${OPEN}${text}${CLOSE}`;
}

/** Numbers as a manuscript writes them, with their unit: `0.49`, `−1.2`, `357,347`, `92 %`. */
const NUMBER = /(?<![\p{L}\p{N}.,])[−-]?\d[\d,]*(?:\.\d+)?(?: %)?/gu;

/** A sentence of marked text; where nothing is marked, its numbers are what the data say. */
export function sentenceOf(id: string, text: string, origin: Origin, remark: Remark | null = null): Sentence {
  const marked = text.includes(OPEN) ? text : text.replace(NUMBER, number => mark(number));
  const pieces = marked.split(CLOSE).flatMap((part): Piece[] => {
    const [before = '', bound] = part.split(OPEN);
    return [...(before === '' ? [] : [before]), ...(bound === undefined ? [] : [{ text: bound, ...origin }])];
  });
  return { kind: 'sentence', id, pieces, remark };
}

/** A count bound to what it counts. */
export function counted(n: number, one: string, many: string, origin: Origin): readonly [BoundValue, string] {
  return [{ text: countText(n), ...origin }, ` ${n === 1 ? one : many}`];
}

export function bound(text: string, from: string, page: string): BoundValue {
  return { text, from, page };
}

/** A sentence of pieces that know their origin themselves. */
export function say(id: string, pieces: readonly (Piece | readonly Piece[])[], remark: Remark | null = null): Sentence {
  return { kind: 'sentence', id, pieces: pieces.flat(), remark };
}

export function gap(id: string, text: string, mend: string, page: string): Gap {
  return { kind: 'gap', id, text, mend, page };
}

export function exhibit(id: string, shape: Exhibit['shape'], caption: string): Exhibit {
  return { kind: 'exhibit', id, shape, caption };
}

/** Pieces as a list within a sentence: "PubMed, Embase and CENTRAL". */
export function inList(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, place) => {
    if (place === 0) return [piece];
    return [place === pieces.length - 1 ? ' and ' : ', ', piece];
  });
}

/** Paragraphs without those that say nothing. */
export function paragraphs(...all: readonly (readonly (Block | null)[])[]): Block[][] {
  return all.map(blocks => blocks.filter(block => block !== null)).filter(blocks => blocks.length > 0);
}

/** The first letter in lower case, unless the word is all capitals: "Risk ratio" in a sentence. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?=\p{Ll})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
