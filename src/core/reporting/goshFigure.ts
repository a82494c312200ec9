import { axisFor, linearTicks } from '#core/reporting/axis';
import { axisAsAnalysed } from '#core/reporting/axisAsAnalysed';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure, NARROW_WIDTH } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { countText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { type PlotArea, plotArea, plotAxes, plotFrame } from '#core/reporting/plotArea';
import { type Key, plotKey } from '#core/reporting/plotKey';
import { element, line, words } from '#core/reporting/svg';

export interface GoshData {
  readonly measure: string;
  readonly scale: ScaleName;
  readonly noEffect: number | null;
  /** Pooled effect of all studies, on the analysis scale. */
  readonly pooled: number | null;
  readonly isComplete: boolean;
  /** One place for each subset. */
  readonly estimate: ArrayLike<number>;
  readonly iSquaredPercent: ArrayLike<number>;
  /** A study whose subsets are shown apart. */
  readonly marked?: { readonly label: string; readonly isIn: (subset: number) => boolean };
}

const BOX = { left: 72, top: 80, width: 600, height: 420 } as const;
const SIDE = 70;
const NARROW_SIDE = 40;
const COLUMNS = 120;
const ROWS = 84;

interface Cell {
  readonly column: number;
  readonly row: number;
  with: number;
  without: number;
}

/** A million subsets are counted into cells of the plot: the figure stays small, and dense places stay visible. */
function countCells({ estimate, iSquaredPercent, marked }: GoshData, area: PlotArea): Cell[] {
  const cells = new Map<number, Cell>();
  const { low, high } = area.across;
  for (let subset = 0; subset < estimate.length; subset++) {
    const share = ((estimate[subset] ?? 0) - low) / (high - low);
    const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor(share * COLUMNS)));
    const row = Math.min(ROWS - 1, Math.max(0, Math.floor(((iSquaredPercent[subset] ?? 0) / 100) * ROWS)));
    const key = row * COLUMNS + column;
    const cell = cells.get(key) ?? { column, row, with: 0, without: 0 };
    if (marked?.isIn(subset)) cell.with += 1;
    else cell.without += 1;
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Darker the more subsets lie there, by the logarithm: single subsets stay visible beside thousands. */
function shade(count: number, most: number): number {
  return 0.18 + 0.82 * (Math.log1p(count) / Math.log1p(most));
}

function drawCells(cells: readonly Cell[], area: PlotArea, palette: Palette): string[] {
  const [width, height] = [area.width / COLUMNS, area.height / ROWS];
  const most = cells.reduce((greatest, cell) => Math.max(greatest, cell.with, cell.without), 1);
  return cells.flatMap(cell => {
    const x = area.left + cell.column * width;
    const y = area.bottom - (cell.row + 1) * height;
    const square = (count: number, fill: string, share: number) => ({
      x,
      y: y + (1 - share) * height,
      width,
      height: share * height,
      fill,
      'fill-opacity': shade(count, most),
    });
    const isShared = cell.with > 0 && cell.without > 0;
    // Where subsets with and without the marked study fall together, the cell is parted.
    return [
      cell.without > 0 ? element('rect', square(cell.without, palette.point, 1)) : '',
      cell.with > 0 ? element('rect', square(cell.with, palette.mark, isShared ? 0.5 : 1)) : '',
    ].filter(drawn => drawn !== '');
  });
}

/** How many subsets have an effect in each column, and an I² in each row, beside the plot. */
function margins(cells: readonly Cell[], area: PlotArea, palette: Palette): string[] {
  const over = (length: number, place: (cell: Cell) => number) => {
    const sums = new Array<number>(length).fill(0);
    for (const cell of cells) sums[place(cell)] = (sums[place(cell)] ?? 0) + cell.with + cell.without;
    return sums;
  };
  const across = over(COLUMNS, cell => cell.column);
  const up = over(ROWS, cell => cell.row);
  const [width, height] = [area.width / COLUMNS, area.height / ROWS];
  const [mostAcross, mostUp] = [Math.max(...across, 1), Math.max(...up, 1)];
  const fill = palette.edge;
  const side = area.isNarrow ? NARROW_SIDE : SIDE;
  return [
    ...across.map((count, column) => {
      const tall = (count / mostAcross) * side;
      return count === 0
        ? ''
        : element('rect', { x: area.left + column * width, y: area.top - 6 - tall, width, height: tall, fill });
    }),
    ...up.map((count, row) => {
      const long = (count / mostUp) * side;
      return count === 0
        ? ''
        : element('rect', { x: area.right + 6, y: area.bottom - (row + 1) * height, width: long, height, fill });
    }),
  ];
}

function key({ marked }: GoshData, area: PlotArea, palette: Palette): Key {
  const sample = (fill: string) => (x: number, y: number) =>
    element('rect', { x, y: y - 5.5, width: 12, height: 12, fill });
  const entries = marked
    ? [
        { text: `with ${marked.label}`, at: 0, sample: sample(palette.mark) },
        { text: `without ${marked.label}`, at: 300, sample: sample(palette.point) },
      ]
    : [];
  return plotKey(entries, area, { below: 61.5, sample: 20 });
}

function whatIsDrawn({ estimate, isComplete }: GoshData): string {
  const count = countText(estimate.length);
  return isComplete ? `All ${count} subsets` : `${count} subsets drawn at random`;
}

/** How many subsets there are: at the plot's upper right, above the counts. */
function countOf(data: GoshData, area: PlotArea, palette: Palette): string {
  const what = whatIsDrawn(data);
  const look = { 'text-anchor': 'end', 'font-size': 12.5, fill: palette.muted };
  return area.isNarrow ? words(what, NARROW_WIDTH, area.nameTop + 12, look) : words(what, area.right, -2, look);
}

/**
 * The GOSH plot as SVG text: pooled effect across and I² upward of every subset of the studies; darker where many lie.
 * Two clouds mean that the studies are a mixture, or that one study splits them.
 * Source: Olkin, Dahabreh and Trikalinos (2012), doi:10.1002/jrsm.1053.
 */
export function goshFigure(data: GoshData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const count = data.estimate.length;
  if (count === 0) throw new RangeError('goshFigure: at least one subset is needed');
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let subset = 0; subset < count; subset++) {
    low = Math.min(low, data.estimate[subset] ?? low);
    high = Math.max(high, data.estimate[subset] ?? high);
  }
  const most = ticksThatFit(7, options.isNarrow);
  const across = axisAsAnalysed(data.scale, scale => axisFor({ scale, must: [low, high], bounds: [], most }), most);
  const up = { low: 0, high: 100, ticks: linearTicks(0, 100, 6).map(at => ({ at, text: String(at) })) };
  const names = { across: `Pooled ${data.measure.toLowerCase()}${displayScale(data.scale).axisNote}`, up: 'I², %' };
  const narrow = { over: NARROW_SIDE + 10, aside: NARROW_SIDE + 8 };
  const area = plotArea({ across, up, names, box: BOX, narrow }, options);
  const cells = countCells(data, area);
  const upright = (value: number | null, dash?: string) =>
    value === null || value < across.low || value > across.high
      ? ''
      : line(area.x(value), area.top, area.x(value), area.bottom, { stroke: palette.ink, 'stroke-dasharray': dash });
  const { drawing, height } = key(data, area, palette);
  return figure(
    {
      ...plotFrame(area, { width: area.right + SIDE + 10, height: area.bottom + (data.marked ? 72 : 48) }, height),
      title: `GOSH plot: ${data.measure}`,
      description: `${whatIsDrawn(data)} of the studies: pooled effect against I².`,
    },
    palette,
    [
      countOf(data, area, palette),
      ...drawCells(cells, area, palette),
      ...margins(cells, area, palette),
      upright(data.noEffect),
      upright(data.pooled, '4 3'),
      ...plotAxes(area, palette),
      ...drawing,
    ],
  );
}
