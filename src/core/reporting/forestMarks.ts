import type { Axis } from '#core/reporting/axis';
import { axisPosition, type ScaleName } from '#core/reporting/displayScale';
import type { Bounds, Estimate } from '#core/reporting/forestData';
import type { Palette } from '#core/reporting/palette';
import { element, line, polygon } from '#core/reporting/svg';

/** The plot's own coordinates: from the analysis scale to a place on the figure. */
export interface PlotRange {
  readonly scale: ScaleName;
  readonly axis: Axis;
  readonly start: number;
  readonly end: number;
}

const INTERVAL = 1.3;
const DIAMOND = 15;
/** From the edge where a diamond is cut off to the tip of its arrow. */
const BEYOND = 9;
const PREDICTION = 6;

/** Where an axis position stands; outside the range it stands outside the plot. */
export function placeOf({ axis, start, end }: PlotRange, position: number): number {
  return start + ((position - axis.low) / (axis.high - axis.low)) * (end - start);
}

/** Where a value of the analysis scale stands, however far: an infinite bound stands beyond the edge. */
export function placeOfValue(range: PlotRange, analysis: number): number {
  const position = axisPosition(range.scale, analysis);
  if (Number.isFinite(position)) return placeOf(range, position);
  return position < 0 ? range.start - 1000 : range.end + 1000;
}

function isInside(x: number, { start, end }: PlotRange): boolean {
  return x >= start - 0.01 && x <= end + 0.01;
}

/** A solid head at the plot's edge: the interval goes on, its true bound stands in the text. */
function clippedEnd(x: number, y: number, direction: 'left' | 'right', fill: string): string {
  const back = direction === 'left' ? 7 : -7;
  return polygon(
    [
      [x, y],
      [x + back, y - 4],
      [x + back, y + 4],
    ],
    { fill },
  );
}

/** One study: its interval, its square with area in proportion to weight, and arrows where the interval is clipped. */
export function studyMark(effect: Estimate, side: number, y: number, range: PlotRange, palette: Palette): string {
  const lower = placeOfValue(range, effect.lower);
  const upper = placeOfValue(range, effect.upper);
  const x = placeOfValue(range, effect.estimate);
  // A square at the very edge pushes the arrow out, so that it stays in sight.
  const arrowLeft = isInside(x, range) ? Math.min(range.start - 5, x - side / 2 - 5) : range.start - 5;
  const arrowRight = isInside(x, range) ? Math.max(range.end + 5, x + side / 2 + 5) : range.end + 5;
  const isClippedLeft = lower < range.start - 0.01;
  const isClippedRight = upper > range.end + 0.01;
  const from = isClippedLeft ? arrowLeft + 5 : Math.min(lower, range.end);
  const to = isClippedRight ? arrowRight - 5 : Math.max(upper, range.start);
  const isNarrow = !isClippedLeft && !isClippedRight && upper - lower < side;
  const interval = { stroke: isNarrow ? palette.background : palette.ink, 'stroke-width': INTERVAL };
  const drawnInterval = line(from, y, Math.max(from, to), y, interval);
  const square = isInside(x, range)
    ? element('rect', { x: x - side / 2, y: y - side / 2, width: side, height: side, fill: palette.square })
    : '';
  return [
    isNarrow ? '' : drawnInterval,
    isClippedLeft ? clippedEnd(arrowLeft, y, 'left', palette.ink) : '',
    isClippedRight ? clippedEnd(arrowRight, y, 'right', palette.ink) : '',
    square,
    isNarrow ? drawnInterval : '',
  ].join('');
}

/** One half of a diamond, from the top to the bottom of its middle; beyond the plot's edge it is cut off upright. */
function diamondHalf(tip: number, middle: number, edge: number, y: number): readonly (readonly [number, number])[] {
  const isCut = (edge - tip) * Math.sign(middle - tip) > 0.01;
  if (!isCut) return [[tip, y]];
  const half = middle === tip ? 0 : (DIAMOND / 2) * ((edge - tip) / (middle - tip));
  return [
    [edge, y - half],
    [edge, y + half],
  ];
}

/** A summary from bound to bound; hollow for a subgroup. Cut off at the plot's edge if it must be, with an arrow beyond. */
export function diamondMark(
  effect: Estimate,
  y: number,
  isHollow: boolean,
  range: PlotRange,
  palette: Palette,
): string {
  const { start, end } = range;
  const middle = Math.min(Math.max(placeOfValue(range, effect.estimate), start), end);
  const [left, right] = [placeOfValue(range, effect.lower), placeOfValue(range, effect.upper)];
  const look = isHollow
    ? { fill: palette.background, stroke: palette.diamond, 'stroke-width': INTERVAL }
    : { fill: palette.diamond };
  return [
    polygon(
      [
        ...diamondHalf(left, middle, start, y).toReversed(),
        [middle, y - DIAMOND / 2],
        ...diamondHalf(right, middle, end, y),
        [middle, y + DIAMOND / 2],
      ],
      look,
    ),
    left < start - 0.01 ? clippedEnd(start - BEYOND, y, 'left', palette.diamond) : '',
    right > end + 0.01 ? clippedEnd(end + BEYOND, y, 'right', palette.diamond) : '',
  ].join('');
}

/** Where the effect of a new study may lie: a bar, lighter than the diamond. */
export function predictionMark(bounds: Bounds, y: number, range: PlotRange, palette: Palette): string {
  const clamp = (analysis: number) => Math.min(Math.max(placeOfValue(range, analysis), range.start - 5), range.end + 5);
  const [left, right] = [clamp(bounds.lower), clamp(bounds.upper)];
  return element('rect', {
    x: left,
    y: y - PREDICTION / 2,
    width: Math.max(0.5, right - left),
    height: PREDICTION,
    fill: palette.predictionBar,
    ...(palette.predictionBorder === palette.predictionBar ? {} : { stroke: palette.predictionBorder }),
  });
}
