/**
 * Widths of letters as shares of the font size, in four rough classes of the common sans faces. Good enough to break
 * lines and to keep columns apart; never used to place text, which is done by anchors alone.
 */
const NARROW = new Set("iljtfrI.,:;'|!()[]/- \u00a0·".split(''));
const WIDE = new Set('mwMWQOGCDNHU%@&—→←±≥≤'.split(''));

/** About how wide a text is. Takes a font size in figure units; gives figure units, with some room to spare. */
export function approximateWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (NARROW.has(letter)) width += 0.32;
    else if (WIDE.has(letter)) width += 0.8;
    else if (code >= 0x2e80) width += 1;
    else if (letter >= 'A' && letter <= 'Z') width += 0.68;
    else width += 0.56;
  }
  return width * fontSize;
}

/**
 * The page's own face runs wider than those of print, in bold most (measured in Inter: up to 1.08). Where a figure for a
 * phone counts on a width, the font size is multiplied by this.
 */
export const SCREEN_FACE = 1.08;

/** Cuts a word that is wider than a line into pieces that fit: after a hyphen or slash where one is near the end. */
function pieces(word: string, width: number, fontSize: number): string[] {
  const cut: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && approximateWidth(piece + letter, fontSize) > width) {
      const joint = Math.max(piece.lastIndexOf('-'), piece.lastIndexOf('/'), piece.lastIndexOf('–')) + 1;
      const end = joint > piece.length / 3 ? joint : piece.length;
      cut.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += letter;
  }
  return [...cut, piece];
}

/** Breaks a text into lines of about the given width; nothing is cut off, and a
 * no-break space holds. At least one line. */
export function wrapWords(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (approximateWidth(longer, fontSize) <= width) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    const [...parts] = pieces(word, width, fontSize);
    current = parts.pop() ?? '';
    lines.push(...parts);
  }
  return [...lines, current];
}
