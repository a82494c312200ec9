import type { BubbleCurvePoint, BubbleData, BubblePoint } from '#core/reporting/bubbleData';
import type { Bounds } from '#core/reporting/forestData';
import type { Palette } from '#core/reporting/palette';
import type { PlotArea } from '#core/reporting/plotArea';
import { type Box, pointNames } from '#core/reporting/pointNames';

const RADIUS_FACTOR = 4.2;
const NARROW_RADIUS_FACTOR = 3;

/** Area in proportion to weight; smaller on a phone, so that bubbles don't cover one another. */
export function bubbleRadius(weightPercent: number, { isNarrow }: PlotArea): number {
  return (isNarrow ? NARROW_RADIUS_FACTOR : RADIUS_FACTOR) * Math.sqrt(weightPercent);
}

/** Where things stand on the plot. */
export interface BubbleFrame {
  readonly area: PlotArea;
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

/** Names keep clear of the line of no effect and of its own name. */
function noEffectBoxes({ noEffect }: BubbleData, frame: BubbleFrame): Box[] {
  if (noEffect === null) return [];
  const y = frame.y(noEffect);
  const { left, width } = frame.area;
  return [
    { x: left, y: y - 2, width, height: 4 },
    { x: left + width - 64, y: y - 20, width: 64, height: 20 },
  ];
}

/** The names of the studies that stand out, each beside its circle where nothing is in the way. */
export function bubbleNames(data: BubbleData, frame: BubbleFrame, palette: Palette): string[] {
  const points = data.points.map(point => ({
    label: point.label,
    x: frame.x(point.moderator),
    y: frame.y(point.estimate),
    radius: bubbleRadius(point.weightPercent, frame.area),
    isNamed: isNamed(point, data),
  }));
  return pointNames(points, frame.area, noEffectBoxes(data, frame), palette);
}
