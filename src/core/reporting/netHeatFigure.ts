import { type FigureOptions, figure } from '#core/reporting/figure';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { coordinate, element, escapeSvg, words } from '#core/reporting/svg';
import { approximateWidth } from '#core/reporting/wrap';
import type { HeatRow, NetHeat } from '#core/synthesis/network/netHeat';

/** What a treatment is called on the figure, where that isn't its id. */
export interface NetHeatOptions extends FigureOptions {
  readonly nameOf?: (treatment: string) => string;
}

const CELL = 44;
const FONT = 12.5;
/** Parts of Q beyond this are no darker: eight is far beyond chance for one degree of freedom. */
const DEEPEST = 8;
const KEY_STEPS = [-8, -4, -2, 0, 2, 4, 8] as const;

/** Warm where taking the design out makes the row agree better, cool where it makes it worse. */
function heatFill(change: number, palette: Palette): { fill: string; 'fill-opacity': number } {
  const depth = Math.min(1, Math.abs(change) / DEEPEST);
  return { fill: change >= 0 ? palette.mark : palette.cool, 'fill-opacity': 0.95 * Math.sqrt(depth) };
}

function nameOfRow({ t1, t2, design, isMultiArm }: HeatRow, nameOf: (treatment: string) => string): string {
  const pair = `${nameOf(t1)} : ${nameOf(t2)}`;
  return isMultiArm ? `${pair} (of ${design.split(':').length} arms)` : pair;
}

function key(left: number, top: number, palette: Palette): string[] {
  return [
    words('Change of the row’s inconsistency when the column is taken out', left, top, {
      'font-size': FONT,
      fill: palette.muted,
    }),
    ...KEY_STEPS.map((step, place) => {
      const x = left + place * 52;
      const text =
        step === -DEEPEST || step === DEEPEST
          ? `${decimalText(step, 0)} or ${step < 0 ? 'less' : 'more'}`
          : decimalText(step, 0);
      const look = { x, y: top + 10, width: 52, height: 14, stroke: palette.hairline, ...heatFill(step, palette) };
      return element('rect', look) + words(text, x + 26, top + 40, { 'text-anchor': 'middle', 'font-size': 11 });
    }),
  ];
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
  const widest = names.reduce((most, name) => Math.max(most, approximateWidth(name, FONT)), 0);
  const [left, top] = [widest + 14, widest + 14];
  const side = rows.length * CELL;
  const most = Math.max(1e-9, ...contribution.flat().map(Math.abs));
  const cells = rows.flatMap((_, i) =>
    rows.map((__, j) => {
      const [x, y] = [left + j * CELL, top + i * CELL];
      const value = change[i]?.[j] ?? 0;
      const part = 0.86 * CELL * Math.sqrt(Math.abs(contribution[i]?.[j] ?? 0) / most);
      const ground = { x, y, width: CELL, height: CELL, stroke: palette.hairline, ...heatFill(value, palette) };
      return [
        element(
          'rect',
          ground,
          element('title', {}, escapeSvg(`${names[i] ?? ''}, without ${names[j] ?? ''}: ${decimalText(value, 2)}`)),
        ),
        part > 0.5
          ? element('rect', {
              x: x + (CELL - part) / 2,
              y: y + (CELL - part) / 2,
              width: part,
              height: part,
              fill: palette.edge,
              'fill-opacity': 0.5,
            })
          : '',
        Math.abs(value) >= 0.5
          ? words(decimalText(value, 1), x + CELL / 2, y + CELL / 2 + 4, { 'text-anchor': 'middle', 'font-size': 11.5 })
          : '',
      ].join('');
    }),
  );
  const width = Math.max(left + side, left + KEY_STEPS.length * 52 + 24);
  return figure(
    {
      width,
      height: top + side + 76,
      margin: 32,
      title: 'Net heat plot',
      description: `Inconsistency between ${rows.length} direct comparisons and the rest of the network.`,
    },
    palette,
    [
      ...cells,
      ...names.map((name, i) =>
        words(name, left - 8, top + i * CELL + CELL / 2 + 4.5, { 'text-anchor': 'end', 'font-size': FONT }),
      ),
      ...names.map((name, j) => {
        const [x, y] = [left + j * CELL + CELL / 2 + 4.5, top - 8];
        return words(name, x, y, { 'font-size': FONT, transform: `rotate(-90 ${coordinate(x)} ${coordinate(y)})` });
      }),
      ...key(left, top + side + 30, palette),
    ],
  );
}
