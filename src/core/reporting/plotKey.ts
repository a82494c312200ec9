import { NARROW_WIDTH } from '#core/reporting/figure';
import type { PlotArea } from '#core/reporting/plotArea';
import { words } from '#core/reporting/svg';
import { approximateWidth, SCREEN_FACE, wrapWords } from '#core/reporting/wrap';

export interface KeyEntry {
  readonly text: string;
  /** Draws what the text tells of, from x on, around the height y. */
  readonly sample: (x: number, y: number) => string;
}

export interface KeyPlace {
  readonly left: number;
  readonly right: number;
  /** The middle of the first row. */
  readonly top: number;
  /** From where a sample begins to where its text does. */
  readonly sample: number;
  /** How much wider than guessed the letters may be. */
  readonly face?: number;
}

export const KEY_FONT = 12.5;
const ROW = 21;
const LEADING = 16;
const BETWEEN = 22;

export interface Key {
  readonly drawing: readonly string[];
  readonly height: number;
}

/** Entries one after another, in as many rows as it takes; a long one goes on below itself. */
export function keyRows(entries: readonly KeyEntry[], { left, right, top, sample, face = 1 }: KeyPlace): Key {
  const measured = KEY_FONT * face;
  let [x, y] = [left, 0];
  const drawing = entries.map(entry => {
    const lines = wrapWords(entry.text, right - left - sample, measured);
    const width = sample + Math.max(...lines.map(text => approximateWidth(text, measured)));
    if (x > left && x + width > right) {
      x = left;
      y += ROW;
    }
    const at = top + y + 4.5;
    const texts = lines.map((text, row) => words(text, x + sample, at + row * LEADING, { 'font-size': KEY_FONT }));
    const drawn = entry.sample(x, top + y) + texts.join('');
    y += (lines.length - 1) * LEADING;
    x += width + BETWEEN;
    return drawn;
  });
  return { drawing, height: drawing.length === 0 ? 0 : y + ROW + 8 };
}

/** What stands at a fixed place of a wide figure: so far from the plot's left, in this row. */
export interface PlacedEntry extends KeyEntry {
  readonly at: number;
  readonly row?: number;
}

export interface KeyStyle {
  /** From the plot's lower edge to the middle of the first row of a wide figure. */
  readonly below?: number;
  readonly sample?: number;
}

/** On a phone the key stands in rows from edge to edge. */
export function narrowKey(entries: readonly KeyEntry[], top: number, sample: number): Key {
  return keyRows(entries, { left: 0, right: NARROW_WIDTH, top: top + 10, sample, face: SCREEN_FACE });
}

/** The key below a plot: at its places where there is room. */
export function plotKey(entries: readonly PlacedEntry[], area: PlotArea, style: KeyStyle = {}): Key {
  const { below = 72, sample = 36 } = style;
  if (area.isNarrow) return narrowKey(entries, area.foot, sample);
  const drawing = entries.map(entry => {
    const [x, y] = [area.left + entry.at, area.bottom + below + (entry.row ?? 0) * 24];
    return entry.sample(x, y) + words(entry.text, x + sample, y + 4.5, { 'font-size': KEY_FONT });
  });
  return { drawing, height: 0 };
}
