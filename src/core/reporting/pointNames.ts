import type { Palette } from '#core/reporting/palette';
import type { PlotBox } from '#core/reporting/plotArea';
import { words } from '#core/reporting/svg';
import { approximateWidth } from '#core/reporting/wrap';

const NAME_FONT = 12.5;

export interface NamedPoint {
  readonly label: string;
  /** Where it stands on the figure, and how large its mark is. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly isNamed: boolean;
}

/** A part of the figure that names keep clear of. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The name is drawn twice, first as its own halo, so that lines behind don't cross the letters. */
export function haloName(text: string, x: number, y: number, anchor: string, palette: Palette): string {
  const style = { 'text-anchor': anchor, 'font-size': NAME_FONT };
  const halo = {
    ...style,
    stroke: palette.background,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    fill: palette.background,
  };
  return words(text, x, y, halo) + words(text, x, y, style);
}

/**
 * Names of the chosen points, each beside its mark where nothing is in the way; the first ones choose first. A name that
 * fits nowhere is left out: the mark bears it as its title.
 */
export function pointNames(
  points: readonly NamedPoint[],
  plot: PlotBox,
  obstacles: readonly Box[],
  palette: Palette,
): string[] {
  const marks = points.map(
    ({ x, y, radius }): Box => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }),
  );
  const taken: Box[] = [...marks, ...obstacles];
  const isInside = (box: Box) =>
    box.x >= plot.left &&
    box.x + box.width <= plot.left + plot.width &&
    box.y >= plot.top &&
    box.y + box.height <= plot.top + plot.height;
  return points.flatMap(({ label, x, y, radius, isNamed }) => {
    if (!isNamed) return [];
    const width = approximateWidth(label, NAME_FONT);
    const places = [
      { anchor: 'start', at: x + radius + 6, left: x + radius + 6, baseline: y + 4.5 },
      { anchor: 'end', at: x - radius - 6, left: x - radius - 6 - width, baseline: y + 4.5 },
      { anchor: 'middle', at: x, left: x - width / 2, baseline: y - radius - 7 },
      { anchor: 'middle', at: x, left: x - width / 2, baseline: y + radius + 16 },
    ];
    const free = places.find(({ left, baseline }) => {
      const box = { x: left, y: baseline - 11, width, height: 14 };
      return isInside(box) && !taken.some(other => overlaps(box, other));
    });
    if (!free) return [];
    taken.push({ x: free.left, y: free.baseline - 11, width, height: 14 });
    return [haloName(label, free.at, free.baseline, free.anchor, palette)];
  });
}
