import type { Axis } from '#core/reporting/axis';
import type { BubbleCurvePoint, BubbleData, BubblePoint } from '#core/reporting/bubbleData';
import type { Bounds } from '#core/reporting/forestData';
import type { Palette } from '#core/reporting/palette';
import { words } from '#core/reporting/svg';
import { approximateWidth } from '#core/reporting/wrap';

export const PLOT = { left: 72, top: 8, width: 690, height: 470 } as const;
export const RADIUS_FACTOR = 4.2;
const NAME_FONT = 12.5;

/** Where things stand on the plot. */
export interface BubbleFrame {
  readonly up: Axis;
  readonly x: (moderator: number) => number;
  readonly y: (analysis: number) => number;
}

/** The model's band at a value of the moderator, read off the curve between its two neighbours. */
function bandAt(curve: readonly BubbleCurvePoint[], moderator: number): Bounds | undefined {
  const after = curve.findIndex(point => point.moderator >= moderator);
  const [left, right] = [curve[Math.max(0, after - 1)], curve[after]];
  if (!left || !right) return undefined;
  const span = right.moderator - left.moderator;
  const share = span > 0 ? (moderator - left.moderator) / span : 0;
  return {
    lower: left.lower + share * (right.lower - left.lower),
    upper: left.upper + share * (right.upper - left.upper),
  };
}

/** Only studies off the band, the two at the ends, and the heaviest one are named; never all. */
function isNamed(point: BubblePoint, { points, curve }: BubbleData): boolean {
  const band = bandAt(curve, point.moderator);
  if (band && (point.estimate < band.lower || point.estimate > band.upper)) return true;
  const heaviest = points.reduce((most, other) => (other.weightPercent > most.weightPercent ? other : most), point);
  const last = points.reduce((most, other) => (other.moderator > most.moderator ? other : most), point);
  return point === heaviest || point === last;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Names keep clear of the line of no effect and of its own name. */
function noEffectBoxes({ noEffect }: BubbleData, frame: BubbleFrame): Box[] {
  if (noEffect === null) return [];
  const y = frame.y(noEffect);
  return [
    { x: PLOT.left, y: y - 2, width: PLOT.width, height: 4 },
    { x: PLOT.left + PLOT.width - 64, y: y - 20, width: 64, height: 20 },
  ];
}

/** The names of the studies that stand out, each beside its circle where nothing is in the way. */
export function bubbleNames(data: BubbleData, frame: BubbleFrame, palette: Palette): string[] {
  const radius = ({ weightPercent }: BubblePoint) => RADIUS_FACTOR * Math.sqrt(weightPercent);
  const discs = data.points.map((point): Box => {
    const r = radius(point);
    return { x: frame.x(point.moderator) - r, y: frame.y(point.estimate) - r, width: 2 * r, height: 2 * r };
  });
  const taken: Box[] = [...discs, ...noEffectBoxes(data, frame)];
  const plot: Box = { x: PLOT.left, y: PLOT.top, width: PLOT.width, height: PLOT.height };
  const isInside = (box: Box) =>
    box.x >= plot.x &&
    box.x + box.width <= plot.x + plot.width &&
    box.y >= plot.y &&
    box.y + box.height <= plot.y + plot.height;
  return data.points.flatMap(point => {
    if (!isNamed(point, data)) return [];
    const [x, y, r] = [frame.x(point.moderator), frame.y(point.estimate), radius(point)];
    const width = approximateWidth(point.label, NAME_FONT);
    const places = [
      { anchor: 'start', at: x + r + 6, left: x + r + 6, baseline: y + 4.5 },
      { anchor: 'end', at: x - r - 6, left: x - r - 6 - width, baseline: y + 4.5 },
      { anchor: 'middle', at: x, left: x - width / 2, baseline: y - r - 7 },
      { anchor: 'middle', at: x, left: x - width / 2, baseline: y + r + 16 },
    ];
    const free = places.find(({ left, baseline }) => {
      const box = { x: left, y: baseline - 11, width, height: 14 };
      return isInside(box) && !taken.some(other => overlaps(box, other));
    });
    // A name that fits nowhere is left out; the circle bears it as its title.
    if (!free) return [];
    taken.push({ x: free.left, y: free.baseline - 11, width, height: 14 });
    const style = { 'text-anchor': free.anchor, 'font-size': NAME_FONT };
    const halo = {
      ...style,
      stroke: palette.background,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      fill: palette.background,
    };
    return [words(point.label, free.at, free.baseline, halo) + words(point.label, free.at, free.baseline, style)];
  });
}
