import type { Place } from '#core/reporting/plotArea';
import { approximateWidth } from '#core/reporting/wrap';

/** A straight piece of a line that words should not stand on. */
export type Segment = readonly [Place, Place];

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const FONT = 12.5;
const ASCENT = 10;
const DESCENT = 3;

/** Whether any part of a segment lies within the box: it is cut at the box' sides, and something is left. */
export function crosses([from, to]: Segment, left: number, top: number, width: number, height: number): boolean {
  let [start, end] = [0, 1];
  const sides = [
    [from[0], to[0] - from[0], left, left + width],
    [from[1], to[1] - from[1], top, top + height],
  ] as const;
  for (const [at, along, low, high] of sides) {
    if (along === 0) {
      if (at < low || at > high) return false;
      continue;
    }
    const [near, far] = [(low - at) / along, (high - at) / along].sort((a, b) => a - b);
    start = Math.max(start, near ?? 0);
    end = Math.min(end, far ?? 1);
  }
  return start <= end;
}

/**
 * Where a short label of a point on a curve may stand so that no segment runs through it: above, else below, else at one of
 * the four corners; above where all are crossed.
 */
export function clearSpot(text: string, [x, y]: Place, segments: readonly Segment[]): Spot {
  const width = approximateWidth(text, FONT);
  const above: Spot = { x, y: y - 12, anchor: 'middle' };
  const spots: readonly Spot[] = [
    above,
    { x, y: y + 20, anchor: 'middle' },
    { x: x + 8, y: y - 8, anchor: 'start' },
    { x: x - 8, y: y - 8, anchor: 'end' },
    { x: x + 8, y: y + 16, anchor: 'start' },
    { x: x - 8, y: y + 16, anchor: 'end' },
  ];
  const lefts = { start: 0, middle: width / 2, end: width };
  const isClear = ({ x: at, y: baseline, anchor }: Spot) =>
    !segments.some(segment => crosses(segment, at - lefts[anchor], baseline - ASCENT, width, ASCENT + DESCENT));
  return spots.find(isClear) ?? above;
}
