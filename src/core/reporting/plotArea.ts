import type { Axis } from '#core/reporting/axis';
import { linearTicks } from '#core/reporting/axis';
import { type FigureOptions, NARROW_WIDTH } from '#core/reporting/figure';
import { axisThatFits, type NarrowNeeds, narrowBox, narrowFoot, narrowNames } from '#core/reporting/narrowPlot';
import { decimalText } from '#core/reporting/numbers';
import type { Palette } from '#core/reporting/palette';
import { type Attributes, coordinate, line, words } from '#core/reporting/svg';
import { wrapWords } from '#core/reporting/wrap';

export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface AxisNames {
  readonly across: string;
  readonly up: string;
}

/** A plot with two axes: where a position (in the axis' own unit) stands on the figure. */
export interface PlotArea extends PlotBox {
  readonly right: number;
  readonly bottom: number;
  readonly across: Axis;
  readonly up: Axis;
  readonly names: AxisNames;
  readonly isNarrow: boolean;
  /** Where the name of the upward axis begins on a phone, and where what stands below the axes may begin. */
  readonly nameTop: number;
  readonly foot: number;
  readonly x: (position: number) => number;
  readonly y: (position: number) => number;
}

const LEADING = 16;

/** The usual place of a plot on a figure: room for tick labels at the left and for the axis' name below. */
export const PLOT_BOX: PlotBox = { left: 72, top: 8, width: 690, height: 470 };

export interface PlotNeeds {
  readonly across: Axis;
  readonly up: Axis;
  readonly names: AxisNames;
  /** Where it stands if there is room. */
  readonly box?: PlotBox;
  /** What stands beside it if there isn't. */
  readonly narrow?: NarrowNeeds;
  /** Small values stand at the top, as on a funnel. */
  readonly isDownward?: boolean;
}

export function plotArea(needs: PlotNeeds, { isNarrow = false }: FigureOptions): PlotArea {
  const { up, names, isDownward = false } = needs;
  const box = isNarrow ? narrowBox(needs) : (needs.box ?? PLOT_BOX);
  const across = isNarrow ? axisThatFits(needs.across, box.width) : needs.across;
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const share = (axis: Axis, position: number) => (position - axis.low) / (axis.high - axis.low);
  return {
    ...box,
    right,
    bottom,
    across,
    up,
    names,
    isNarrow,
    nameTop: needs.narrow?.above ?? 0,
    foot: bottom + (isNarrow ? narrowFoot(names, box) : 48),
    x: position => box.left + share(across, position) * box.width,
    y: position =>
      isDownward ? box.top + share(up, position) * box.height : bottom - share(up, position) * box.height,
  };
}

/** The size of a figure around a plot: the usual one, or on a phone all of its width and as high as what is drawn. */
export function plotFrame(
  { isNarrow, foot }: PlotArea,
  usual: { readonly width: number; readonly height: number },
  below = 0,
): { readonly width: number; readonly height: number; readonly margin: number } {
  return isNarrow ? { width: NARROW_WIDTH, height: foot + below, margin: 0 } : { ...usual, margin: 32 };
}

/** A linear axis around the values, with round ends: the nearest ticks beyond the outermost values. */
export function axisAround(values: readonly number[], most = 7): Axis {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((greatest, value) => Math.max(greatest, value), Number.NEGATIVE_INFINITY);
  const span = high - low > 0 ? high - low : Math.abs(high) || 1;
  const [from, to] = high > low ? [low, high] : [low - span / 2, high + span / 2];
  const inside = linearTicks(from, to, most);
  const step = (inside[1] ?? from + span) - (inside[0] ?? from);
  const first = Math.floor(from / step + 1e-9) * step;
  const last = Math.ceil(to / step - 1e-9) * step;
  const count = Math.round((last - first) / step);
  const ticks = Array.from({ length: count + 1 }, (_, place) => Number((first + place * step).toPrecision(12)));
  const decimals = ticks.reduce((most, tick) => Math.max(most, (String(tick).split('.')[1] ?? '').length), 0);
  return { low: first, high: last, ticks: ticks.map(at => ({ at, text: decimalText(at, Math.min(decimals, 8)) })) };
}

export function acrossTicks({ across, bottom, x: placeOf }: PlotArea, palette: Palette): string[] {
  return across.ticks.map(({ at, text }) => {
    const x = placeOf(at);
    const mark = line(x, bottom, x, bottom + 5, { stroke: palette.ink });
    return mark + words(text, x, bottom + 20, { 'text-anchor': 'middle' });
  });
}

export function axisLines({ left, right, top, bottom }: PlotArea, { ink: stroke }: Palette): string[] {
  return [line(left, top, left, bottom, { stroke }), line(left, bottom, right, bottom, { stroke })];
}

/** Both axes' names; on a phone the upward one's stands above the plot. */
export function axisNames(area: PlotArea, palette: Palette): string[] {
  return area.isNarrow ? narrowNames(area, palette) : wideNames(area, { look: { fill: palette.muted } });
}

/** Both axes with ticks and names; `hasGrid` draws a hairline at each upward tick. */
export function plotAxes(area: PlotArea, palette: Palette, hasGrid = false): string[] {
  const { left, right, bottom } = area;
  const up = area.up.ticks.map(({ at, text }) => {
    const y = area.y(at);
    const rule = hasGrid && y < bottom - 0.5 ? line(left, y, right, y, { stroke: palette.grid }) : '';
    const mark = line(left - 5, y, left, y, { stroke: palette.ink });
    return rule + mark + words(text, left - 10, y + 4.5, { 'text-anchor': 'end' });
  });
  return [...up, ...acrossTicks(area, palette), ...axisLines(area, palette), ...axisNames(area, palette)];
}

export interface WideName {
  /** The baseline of the first line below the plot. */
  readonly below?: number;
  /** Where the upward name's last line stands. */
  readonly at?: number;
  readonly look?: Attributes;
}

/** Names of the axes where there is room; long ones break, the upward one's lines going outward into the margin. */
export function wideNames({ left, right, top, bottom, names }: PlotArea, style: WideName): string[] {
  const { below = 44, at = 18, look = {} } = style;
  const [middle, centre] = [(top + bottom) / 2, (left + right) / 2];
  const up = wrapWords(names.up, bottom - top, 13);
  return [
    ...wrapWords(names.across, right - left, 13).map((text, row) =>
      words(text, centre, bottom + below + row * LEADING, { 'text-anchor': 'middle', ...look }),
    ),
    ...up.map((text, row) => {
      const x = at - (up.length - 1 - row) * LEADING;
      const transform = `rotate(-90 ${coordinate(x)} ${coordinate(middle)})`;
      return words(text, x, middle, { 'text-anchor': 'middle', ...look, transform });
    }),
  ];
}

export type Place = readonly [number, number];

/** The path through places of the figure. */
export function pathThrough(places: readonly Place[]): string {
  return places.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('');
}

function cutBy(places: readonly Place[], isInside: (place: Place) => boolean, cut: (a: Place, b: Place) => Place) {
  const runs: Place[][] = [];
  let run: Place[] = [];
  places.forEach((place, at) => {
    const before = places[at - 1];
    if (before && isInside(before) !== isInside(place)) {
      run.push(cut(before, place));
      if (!isInside(place)) {
        runs.push(run);
        run = [];
      }
    }
    if (isInside(place)) run.push(place);
  });
  return [...runs, run].filter(({ length }) => length > 1);
}

/** The parts of a curve that lie inside the plot, cut at its edges: our figures need no clipping path. */
export function insidePlot(places: readonly Place[], { left, right, top, bottom }: PlotArea): Place[][] {
  const along = (a: Place, b: Place, axis: 0 | 1, at: number): Place => {
    const share = (at - a[axis]) / (b[axis] - a[axis]);
    return axis === 0 ? [at, a[1] + share * (b[1] - a[1])] : [a[0] + share * (b[0] - a[0]), at];
  };
  const edges = [
    { isInside: ([x]: Place) => x >= left - 1e-6, cut: (a: Place, b: Place) => along(a, b, 0, left) },
    { isInside: ([x]: Place) => x <= right + 1e-6, cut: (a: Place, b: Place) => along(a, b, 0, right) },
    { isInside: ([, y]: Place) => y >= top - 1e-6, cut: (a: Place, b: Place) => along(a, b, 1, top) },
    { isInside: ([, y]: Place) => y <= bottom + 1e-6, cut: (a: Place, b: Place) => along(a, b, 1, bottom) },
  ];
  return edges.reduce<Place[][]>(
    (runs, { isInside, cut }) => runs.flatMap(run => cutBy(run, isInside, cut)),
    [[...places]],
  );
}
