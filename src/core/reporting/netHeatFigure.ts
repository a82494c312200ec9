import { type FigureOptions, figure, NARROW_WIDTH } from '#core/reporting/figure';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { coordinate, element, escapeSvg, words } from '#core/reporting/svg';
import { approximateWidth, SCREEN_FACE, wrapWords } from '#core/reporting/wrap';
import type { HeatRow, NetHeat } from '#core/synthesis/network/netHeat';

/** What a treatment is called on the figure, where that isn't its id. */
export interface NetHeatOptions extends FigureOptions {
  readonly nameOf?: (treatment: string) => string;
}

const CELL = 44;
const SMALLEST_CELL = 22;
const FONT = 12.5;
const LEADING = 17;
/** Cells narrower than this have room for two digits only. */
const TIGHT = 34;
/** Parts of Q beyond this are no darker: eight is far beyond chance for one degree of freedom. */
const DEEPEST = 8;
const KEY_STEPS = [-8, -4, -2, 0, 2, 4, 8] as const;

/** Where the cells begin, how large they are, and what stands at their rows and columns. */
interface Layout {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly keyStep: number;
  readonly keyLeft: number;
  /** On a phone numbers stand at rows and columns, and below what each of them is. */
  readonly isNumbered: boolean;
}

function layoutOf(names: readonly string[], isNarrow: boolean): Layout {
  const widest = names.reduce((most, name) => Math.max(most, approximateWidth(name, FONT)), 0);
  if (!isNarrow) {
    const left = widest + 14;
    return { left, top: left, cell: CELL, keyStep: 52, keyLeft: left, isNumbered: false };
  }
  const cell = Math.min(CELL, Math.max(SMALLEST_CELL, (NARROW_WIDTH - 26) / names.length));
  return { left: 24, top: 22, cell, keyStep: 48, keyLeft: 0, isNumbered: true };
}

/** Warm where taking the design out makes the row agree better, cool where it makes it worse. */
function heatFill(change: number, palette: Palette): { fill: string; 'fill-opacity': number } {
  const depth = Math.min(1, Math.abs(change) / DEEPEST);
  return { fill: change >= 0 ? palette.mark : palette.cool, 'fill-opacity': 0.95 * Math.sqrt(depth) };
}

function nameOfRow({ t1, t2, design, isMultiArm }: HeatRow, nameOf: (treatment: string) => string): string {
  const pair = `${nameOf(t1)} : ${nameOf(t2)}`;
  return isMultiArm ? `${pair} (of ${design.split(':').length} arms)` : pair;
}

const KEY_NAME = 'Change of the row’s inconsistency when the column is taken out';

function key(top: number, { keyLeft: left, keyStep, isNumbered }: Layout, palette: Palette): string[] {
  const lines = isNumbered ? wrapWords(KEY_NAME, NARROW_WIDTH, FONT * SCREEN_FACE) : [KEY_NAME];
  const barTop = top + 10 + (lines.length - 1) * LEADING;
  const textOf = (step: number) => {
    const number = decimalText(step, 0);
    if (Math.abs(step) !== DEEPEST) return number;
    if (isNumbered) return `${step < 0 ? '≤' : '≥'} ${number}`;
    return `${number} or ${step < 0 ? 'less' : 'more'}`;
  };
  return [
    ...lines.map((text, row) => words(text, left, top + row * LEADING, { 'font-size': FONT, fill: palette.muted })),
    ...KEY_STEPS.map((step, place) => {
      const x = left + place * keyStep;
      const look = { x, y: barTop, width: keyStep, height: 14, stroke: palette.grid, ...heatFill(step, palette) };
      const style = { 'text-anchor': 'middle', 'font-size': isNumbered ? 12 : 11 };
      return element('rect', look) + words(textOf(step), x + keyStep / 2, barTop + 30, style);
    }),
  ];
}

/** Names at rows and columns; on a phone their numbers. */
function heads(names: readonly string[], { left, top, cell, isNumbered }: Layout): string[] {
  if (isNumbered)
    return names.flatMap((_, i) => {
      const middle = i * cell + cell / 2;
      const look = { 'font-size': FONT, 'font-weight': 600 };
      return [
        words(String(i + 1), left - 6, top + middle + 4.5, { ...look, 'text-anchor': 'end' }),
        words(String(i + 1), left + middle, top - 7, { ...look, 'text-anchor': 'middle' }),
      ];
    });
  return [
    ...names.map((name, i) =>
      words(name, left - 8, top + i * cell + cell / 2 + 4.5, { 'text-anchor': 'end', 'font-size': FONT }),
    ),
    ...names.map((name, j) => {
      const [x, y] = [left + j * cell + cell / 2 + 4.5, top - 8];
      return words(name, x, y, { 'font-size': FONT, transform: `rotate(-90 ${coordinate(x)} ${coordinate(y)})` });
    }),
  ];
}

/** What the numbers on a phone stand for, from a height on. */
function numbersTold(names: readonly string[], top: number): { readonly drawing: string[]; readonly height: number } {
  const lines = names.flatMap((name, i) =>
    wrapWords(name, NARROW_WIDTH - 24, FONT * SCREEN_FACE).map((text, row) => ({
      number: row === 0 ? String(i + 1) : '',
      text,
    })),
  );
  const drawing = lines.map(({ number, text }, row) => {
    const y = top + 13 + row * LEADING;
    const told = words(text, 24, y, { 'font-size': FONT });
    return number === ''
      ? told
      : words(number, 18, y, { 'font-size': FONT, 'font-weight': 600, 'text-anchor': 'end' }) + told;
  });
  return { drawing, height: lines.length * LEADING + 8 };
}

/**
 * The net heat plot as SVG text. Square in a cell: how much the direct evidence of the column tells of the row's network
 * estimate. Colour: whether the row's inconsistency falls (warm) or grows (cool) when the column's design is taken out;
 * the number stands in every cell where it is at least a half, so that nothing hangs on colour.
 * Source: Krahn, Binder, König (2013), doi:10.1186/1471-2288-13-35.
 */
export function netHeatFigure({ rows, change, contribution }: NetHeat, options: NetHeatOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const nameOf = options.nameOf ?? (treatment => treatment);
  const names = rows.map(row => nameOfRow(row, nameOf));
  const layout = layoutOf(names, options.isNarrow ?? false);
  const { left, top, cell } = layout;
  const side = rows.length * cell;
  const decimals = cell < TIGHT ? 0 : 1;
  const most = Math.max(1e-9, ...contribution.flat().map(Math.abs));
  const cells = rows.flatMap((_, i) =>
    rows.map((__, j) => {
      const [x, y] = [left + j * cell, top + i * cell];
      const value = change[i]?.[j] ?? 0;
      const part = 0.86 * cell * Math.sqrt(Math.abs(contribution[i]?.[j] ?? 0) / most);
      const ground = { x, y, width: cell, height: cell, stroke: palette.grid, ...heatFill(value, palette) };
      return [
        element(
          'rect',
          ground,
          element('title', {}, escapeSvg(`${names[i] ?? ''}, without ${names[j] ?? ''}: ${decimalText(value, 2)}`)),
        ),
        part > 0.5
          ? element('rect', {
              x: x + (cell - part) / 2,
              y: y + (cell - part) / 2,
              width: part,
              height: part,
              fill: palette.edge,
              'fill-opacity': 0.5,
            })
          : '',
        Math.abs(value) >= 0.5
          ? words(decimalText(value, decimals), x + cell / 2, y + cell / 2 + 4, {
              'text-anchor': 'middle',
              'font-size': 11.5,
            })
          : '',
      ].join('');
    }),
  );
  const told = layout.isNumbered ? numbersTold(names, top + side + 10) : { drawing: [], height: 0 };
  const keyTop = top + side + 30 + told.height;
  const usual = {
    width: Math.max(left + side, left + KEY_STEPS.length * 52 + 24),
    height: top + side + 76,
    margin: 32,
  };
  const narrow = { width: Math.max(NARROW_WIDTH, left + side + 2), height: keyTop + 66, margin: 0 };
  return figure(
    {
      ...(layout.isNumbered ? narrow : usual),
      title: 'Net heat plot',
      description: `Inconsistency between ${rows.length} direct comparisons and the rest of the network.`,
    },
    palette,
    [...cells, ...heads(names, layout), ...told.drawing, ...key(keyTop, layout, palette)],
  );
}
