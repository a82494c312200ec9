import type { Palette } from '#core/reporting/palette';
import { element, polygon } from '#core/reporting/svg';

type Shape = (x: number, y: number, look: Readonly<Record<string, string | number>>) => string;

const SHAPES: readonly Shape[] = [
  (cx, cy, look) => element('circle', { cx, cy, r: 5, ...look }),
  (x, y, look) => element('rect', { x: x - 4.4, y: y - 4.4, width: 8.8, height: 8.8, ...look }),
  (x, y, look) =>
    polygon(
      [
        [x, y - 5.8],
        [x + 5.4, y + 4],
        [x - 5.4, y + 4],
      ],
      look,
    ),
  (x, y, look) =>
    polygon(
      [
        [x, y - 6],
        [x + 6, y],
        [x, y + 6],
        [x - 6, y],
      ],
      look,
    ),
  (x, y, look) =>
    polygon(
      [
        [x, y + 5.8],
        [x + 5.4, y - 4],
        [x - 5.4, y - 4],
      ],
      look,
    ),
];

/** So many kinds are told apart: each shape filled, open, and filled with the second colour. */
export const SYMBOLS = 3 * SHAPES.length;

/** The mark of a kind of points: told apart by shape and filling, so also in black and white. */
export function pointSymbol(kind: number, x: number, y: number, palette: Palette): string {
  const shape = SHAPES[kind % SHAPES.length];
  const round = Math.min(2, Math.floor(kind / SHAPES.length));
  const look = [
    { fill: palette.point, stroke: palette.background, 'stroke-width': 1.2 },
    { fill: palette.background, stroke: palette.point, 'stroke-width': 1.6 },
    { fill: palette.mark, stroke: palette.ink, 'stroke-width': 1 },
  ][round];
  return shape && look ? shape(x, y, look) : '';
}
