/** Where a line of a passage stands, as shares of the page from its upper left corner. */
export interface PassageRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A passage of a full text: what a person selected, and where. */
export interface Passage {
  readonly page: number;
  readonly quote: string;
  readonly rects: readonly PassageRect[];
}

interface Piece {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** The passage that is selected within the pages, or null. One that runs over several pages stands on its first one. */
export function selectedPassage(pages: HTMLElement): Passage | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!pages.contains(range.commonAncestorContainer)) return null;
  const quote = joinLines(selection.toString());
  const pieces = piecesOf(range, pages);
  const first = pieces[0]?.node.parentElement?.closest<HTMLElement>('.page[data-page-number]');
  if (quote === '' || !first) return null;
  const own = pieces.filter(piece => first.contains(piece.node));
  return { page: Number(first.dataset.pageNumber), quote, rects: rectsOf(own, first) };
}

/** Words that the end of a line has parted are joined, and lines too. */
function joinLines(text: string): string {
  return text
    .replace(/(\p{Ll})[-\u00AD]\n(\p{Ll})/gu, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

function piecesOf(range: Range, pages: HTMLElement): Piece[] {
  return textsIn(pages).flatMap(node => {
    if (!range.intersectsNode(node)) return [];
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    return to > from ? [{ node, from, to }] : [];
  });
}

function textsIn(element: Element): Text[] {
  const layers = element.matches('.textLayer') ? [element] : [...element.querySelectorAll('.textLayer')];
  return layers.flatMap(layer => {
    const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text); // asked for texts only
    return found;
  });
}

function rectsOf(pieces: readonly Piece[], page: HTMLElement): PassageRect[] {
  const box = page.getBoundingClientRect();
  // The page has a border, and shares are of what lies within.
  const [left, top] = [box.left + page.clientLeft, box.top + page.clientTop];
  const rects = pieces.flatMap(({ node, from, to }) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].map(rect => ({
      x: (rect.left - left) / page.clientWidth,
      y: (rect.top - top) / page.clientHeight,
      width: rect.width / page.clientWidth,
      height: rect.height / page.clientHeight,
    }));
  });
  return joined(rects.filter(rect => rect.width > 0)).map(rounded);
}

/** Pieces of one line become one. */
function joined(rects: readonly PassageRect[]): PassageRect[] {
  const lines: PassageRect[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    const isSameLine = last && Math.abs(last.y - rect.y) < rect.height / 2 && rect.x - (last.x + last.width) < 0.03;
    if (!last || !isSameLine || rect.x < last.x) lines.push(rect);
    else {
      const y = Math.min(last.y, rect.y);
      const bottom = Math.max(last.y + last.height, rect.y + rect.height);
      lines[lines.length - 1] = { x: last.x, y, width: rect.x + rect.width - last.x, height: bottom - y };
    }
  }
  return lines;
}

const DIGITS = 10_000;

function rounded({ x, y, width, height }: PassageRect): PassageRect {
  const round = (share: number) => Math.round(share * DIGITS) / DIGITS;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Where a quote stands on a page whose text is there; none when the page doesn't hold it. Spaces, hyphens and case don't count. */
export function rectsOfQuote(page: HTMLElement, quote: string): PassageRect[] {
  const wanted = plain(quote);
  if (wanted === '') return [];
  const letters: { node: Text; at: number }[] = [];
  let text = '';
  for (const node of textsIn(page)) {
    for (let at = 0; at < node.data.length; at++) {
      for (const letter of plain(node.data[at] ?? '')) {
        text += letter;
        letters.push({ node, at });
      }
    }
  }
  const start = text.indexOf(wanted);
  if (start === -1) return [];
  const pieces = new Map<Text, Piece>();
  for (const { node, at } of letters.slice(start, start + wanted.length)) {
    const known = pieces.get(node);
    pieces.set(node, { node, from: known?.from ?? at, to: at + 1 });
  }
  return rectsOf([...pieces.values()], page);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00AD\u2010-\u2015-]+/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"');
}

/** A word that is marked wherever it stands. */
export interface WordPart {
  readonly start: number;
  readonly text: string;
  readonly kind: string | null;
}

/** Where the words to be marked stand on a page, each with its kind. */
export function rectsOfWords(page: HTMLElement, cut: (text: string) => readonly WordPart[]) {
  return textsIn(page).flatMap(node =>
    cut(node.data).flatMap(({ start, text, kind }) =>
      kind === null
        ? []
        : rectsOf([{ node, from: start, to: start + text.length }], page).map(rect => ({ rect, kind })),
    ),
  );
}
