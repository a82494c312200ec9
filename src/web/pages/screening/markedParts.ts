import { HIGHLIGHT_KINDS, type HighlightKind, type Highlights } from './highlightKinds.ts';

export interface TextPart {
  readonly start: number;
  readonly text: string;
  readonly kind: HighlightKind | null;
}

/**
 * Cuts a text at the words to be marked: whole words in any case; a star at a word's end takes all its endings
 * (`vaccin*`). Where two words overlap, the longer one is marked; a word of two kinds is of the first named.
 */
export function markedParts(text: string, highlights: Highlights): TextPart[] {
  const kinds = new Map<string, HighlightKind>();
  for (const kind of [...HIGHLIGHT_KINDS].reverse()) {
    for (const word of highlights[kind]) kinds.set(word.trim(), kind);
  }
  const words = [...kinds.keys()].filter(word => /[\p{L}\p{N}]/u.test(word)).sort((a, b) => b.length - a.length);
  if (words.length === 0) return [{ start: 0, text, kind: null }];

  const pattern = new RegExp(words.map(word => `(${patternOf(word)})`).join('|'), 'giu');
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const found = words[match.slice(1).findIndex(group => group !== undefined)];
    if (match.index > end) parts.push({ start: end, text: text.slice(end, match.index), kind: null });
    parts.push({ start: match.index, text: match[0], kind: kinds.get(found ?? '') ?? null });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ start: end, text: text.slice(end), kind: null });
  return parts;
}

function patternOf(word: string): string {
  // Not the hyphen: outside of brackets it means itself, and escaped it would break the whole pattern.
  const escaped = word.replace(/[.+?^${}()|[\]\\/]/g, sign => `\\${sign}`);
  const withEndings = escaped.replace(/\*/g, '[\\p{L}\\p{N}]*').replace(/\s+/g, '\\s+');
  return `(?<![\\p{L}\\p{N}])${withEndings}(?![\\p{L}\\p{N}])`;
}
