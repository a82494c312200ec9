import { csvText } from '#core/reporting/csvText';
import { type ScaleName, valueWriter } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import type { Estimate } from '#core/reporting/forestData';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, words } from '#core/reporting/svg';
import { wrapWords } from '#core/reporting/wrap';

export interface LeagueTreatment {
  readonly name: string;
  /** 0 to 1: how certain it is, on average, that it is better than another. */
  readonly pScore: number;
}

export interface LeagueData {
  readonly measure: string;
  readonly scale: ScaleName;
  readonly noEffect: number;
  /** Percent. */
  readonly level: number;
  /** From best to worst. */
  readonly treatments: readonly LeagueTreatment[];
  /** Row against column, on the analysis scale. */
  readonly network: readonly (readonly (Estimate | null)[])[];
  /** What studies found that compared the two; null where none did. */
  readonly direct: readonly (readonly (Estimate | null)[])[];
}

const CELL_WIDTH = 132;
const CELL_HEIGHT = 52;
const NAME_LEADING = 15;

function excludes(effect: Estimate, noEffect: number): boolean {
  return effect.lower > noEffect || effect.upper < noEffect;
}

/** Below the diagonal the network's estimate, above it what studies found themselves: column against row in each half. */
function effectAt({ network, direct }: LeagueData, row: number, column: number): Estimate | null {
  return (row > column ? network[column]?.[row] : direct[row]?.[column]) ?? null;
}

function writerOf(data: LeagueData): (value: number) => string {
  const all = [...data.network, ...data.direct].flat().flatMap(effect => (effect ? [effect.estimate] : []));
  return valueWriter(data.scale, all);
}

function effectCell(
  effect: Estimate,
  x: number,
  y: number,
  write: (value: number) => string,
  palette: Palette,
): string {
  const middle = { 'text-anchor': 'middle', 'font-variant': 'tabular-nums' };
  return [
    words(write(effect.estimate), x, y - 3, { ...middle, 'font-weight': 600 }),
    words(`${write(effect.lower)} to ${write(effect.upper)}`, x, y + 14, {
      ...middle,
      'font-size': 12,
      fill: palette.muted,
    }),
  ].join('');
}

/**
 * The league table of a network as SVG text: treatments on the diagonal from best to worst by P-score. Below it the
 * network's estimates, above it what studies that compared the two found; in both halves the treatment nearer the upper
 * left is compared with the other. Tinted where the interval leaves out no effect; a dash where no study compared the two.
 */
export function leagueFigure(data: LeagueData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const count = data.treatments.length;
  const write = writerOf(data);
  const names = data.treatments.map(({ name }) => wrapWords(name, CELL_WIDTH - 12, 13));
  // A name of more than two lines makes all rows higher: nothing is cut off.
  const lines = names.reduce((most, { length }) => Math.max(most, length), 2);
  const height = CELL_HEIGHT + (lines - 2) * NAME_LEADING;
  const cells = data.treatments.flatMap(({ pScore }, row) =>
    data.treatments.map((_, column) => {
      const [x, y] = [column * CELL_WIDTH, row * height];
      const [middleX, middleY] = [x + CELL_WIDTH / 2, y + height / 2];
      const frame = { x, y, width: CELL_WIDTH, height, stroke: palette.hairline };
      if (row === column) {
        const own = names[row] ?? [];
        const top = middleY - (own.length - 1) * 7.5 - 3;
        return [
          element('rect', { ...frame, fill: palette.background, stroke: palette.ink }),
          ...own.map((text, at) =>
            words(text, middleX, top + at * NAME_LEADING, { 'text-anchor': 'middle', 'font-weight': 600 }),
          ),
          words(`P-score ${decimalText(pScore, 2)}`, middleX, top + own.length * NAME_LEADING + 1, {
            'text-anchor': 'middle',
            'font-size': 11.5,
            fill: palette.muted,
          }),
        ].join('');
      }
      const effect = effectAt(data, row, column);
      const tint = effect && excludes(effect, data.noEffect) ? palette.tint : palette.background;
      return (
        element('rect', { ...frame, fill: tint }) +
        (effect
          ? effectCell(effect, middleX, middleY, write, palette)
          : words('–', middleX, middleY + 4, { 'text-anchor': 'middle', fill: palette.muted }))
      );
    }),
  );
  const foot = [
    `${data.measure}, ${data.level} % CI. Each cell: the treatment nearer the upper left against the other.`,
    'Below the diagonal: the whole network. Above: studies that compared the two. Tinted: the interval leaves out no effect.',
  ].flatMap(text => wrapWords(text, Math.max(count * CELL_WIDTH, 420), 12));
  return figure(
    {
      width: Math.max(count * CELL_WIDTH, 420),
      height: count * height + 12 + foot.length * 17,
      margin: 32,
      title: `League table: ${data.measure}`,
      description: `${count} treatments from best to worst: ${data.treatments.map(({ name }) => name).join(', ')}.`,
    },
    palette,
    [
      ...cells,
      ...foot.map((text, at) =>
        words(text, 0, count * height + 22 + at * 17, { 'font-size': 12, fill: palette.muted }),
      ),
    ],
  );
}

/** The same as CSV, a pair of treatments a row, on the analysis scale with every digit. */
export function leagueCsv(data: LeagueData): string {
  const cells = (effect: Estimate | null | undefined) =>
    effect ? [effect.estimate, effect.lower, effect.upper].map(String) : ['', '', ''];
  const rows = data.treatments.flatMap(({ name }, row) =>
    data.treatments.flatMap((other, column) =>
      column > row
        ? [[name, other.name, ...cells(data.network[row]?.[column]), ...cells(data.direct[row]?.[column])]]
        : [],
    ),
  );
  return csvText([
    ['treatment', 'against', 'network', 'network_lower', 'network_upper', 'direct', 'direct_lower', 'direct_upper'],
    ...rows,
  ]);
}
