import { displayScale } from '#core/reporting/displayScale';
import type { ForestData } from '#core/reporting/forestData';
import { FOREST_WIDTH, type ForestLayout, studiesOf } from '#core/reporting/forestLayout';
import { type PlotRange, placeOf, placeOfValue } from '#core/reporting/forestMarks';
import type { Palette } from '#core/reporting/palette';
import { line, words } from '#core/reporting/svg';
import { approximateWidth, wrapWords } from '#core/reporting/wrap';

const FONT = 12;
const NOTE_FONT = 11.5;
const LEADING = 17;
/** Baselines below the axis: tick labels and the first line of notes, favours, and where notes go that would collide. */
const FIRST = 20;
const FAVOURS = 40;

export interface ForestFoot {
  /** Drawn from the axis downward. */
  readonly drawing: readonly string[];
  readonly height: number;
}

interface Favours {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly at: number;
}

function widestOf(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, approximateWidth(text, FONT)), 0);
}

/** Arrows stay with the word nearest to the end that they point to. */
function favoursOf({ favours, noEffect }: ForestData, range: PlotRange): Favours | undefined {
  if (!favours || noEffect === null) return undefined;
  const at = placeOfValue(range, noEffect);
  const left = wrapWords(`←\u00a0Favours ${favours.left}`, Math.max(110, at - 10), FONT);
  const right = wrapWords(`Favours ${favours.right}\u00a0→`, Math.max(110, FOREST_WIDTH - at - 10), FONT);
  return { left, right, at };
}

function drawAxis(y: number, layout: ForestLayout, range: PlotRange, palette: Palette): string[] {
  const { plotStart, plotEnd } = layout.columns;
  const stroke = palette.ink;
  const ticks = layout.axis.ticks.map(({ at, text }) => {
    const x = placeOf(range, at);
    return line(x, y, x, y + 5, { stroke }) + words(text, x, y + FIRST, { 'text-anchor': 'middle', 'font-size': FONT });
  });
  return [line(plotStart, y, plotEnd, y, { stroke }), ...ticks];
}

function drawFavours(y: number, { left, right, at }: Favours): string[] {
  return [
    ...left.map((text, place) =>
      words(text, at - 10, y + FAVOURS + place * LEADING, { 'text-anchor': 'end', 'font-size': FONT }),
    ),
    ...right.map((text, place) => words(text, at + 10, y + FAVOURS + place * LEADING, { 'font-size': FONT })),
  ];
}

/** The notes below a forest plot as lines of a width, that on converted values among them where none names it. */
export function footnotesOf(data: ForestData, width = FOREST_WIDTH, font = NOTE_FONT): string[] {
  const named = data.footnotes ?? [];
  const isUnnamed = studiesOf(data).some(row => row.isConverted) && !named.some(note => note.startsWith('†'));
  const notes = [...(isUnnamed ? ['† Converted from what the report gives.'] : []), ...named];
  return notes.flatMap(note => wrapWords(note, width, font));
}

/**
 * Axis, what each side favours, scale name; heterogeneity at the left, method at the right, notes below. Where the
 * words on what is favoured would run into those at the sides, these move below.
 */
export function forestFoot(
  data: ForestData,
  layout: ForestLayout,
  range: PlotRange,
  y: number,
  palette: Palette,
  hasNotes: boolean,
): ForestFoot {
  const favours = favoursOf(data, range);
  const rows = Math.max(favours?.left.length ?? 0, favours?.right.length ?? 0);
  const nameAt = FAVOURS + rows * LEADING + (rows > 0 ? 3 : 0);
  const muted = { 'font-size': FONT, fill: palette.muted };
  const name = words(`${data.measure}${displayScale(data.scale).axisNote}`, (range.start + range.end) / 2, y + nameAt, {
    ...muted,
    'text-anchor': 'middle',
  });
  const drawing = [...drawAxis(y, layout, range, palette), ...(favours ? drawFavours(y, favours) : []), name];
  if (!hasNotes) return { drawing, height: nameAt + 6 };

  const leftNotes = widestOf(data.heterogeneity);
  const rightNotes = FOREST_WIDTH - widestOf(data.method);
  const isLeftFree = !favours || leftNotes + 12 < favours.at - 10 - widestOf(favours.left);
  const isRightFree = !favours || rightNotes - 12 > favours.at + 10 + widestOf(favours.right);
  const leftAt = isLeftFree ? FIRST : nameAt + LEADING + 3;
  const rightAt = isRightFree ? FIRST : nameAt + (isLeftFree ? 0 : LEADING + 3);
  const height = Math.max(
    nameAt,
    leftAt + (data.heterogeneity.length - 1) * LEADING,
    rightAt + (data.method.length - 1) * LEADING,
  );
  const notes = footnotesOf(data);
  drawing.push(
    ...data.heterogeneity.map((text, place) => words(text, 0, y + leftAt + place * LEADING, muted)),
    ...data.method.map((text, place) =>
      words(text, FOREST_WIDTH, y + rightAt + place * LEADING, { ...muted, 'text-anchor': 'end' }),
    ),
    ...notes.map((text, place) => words(text, 0, y + height + 24 + place * 16, { ...muted, 'font-size': NOTE_FONT })),
  );
  return { drawing, height: height + 6 + (notes.length > 0 ? 8 + notes.length * 16 : 0) };
}
