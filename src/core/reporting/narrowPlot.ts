import type { Axis } from '#core/reporting/axis';
import { NARROW_WIDTH } from '#core/reporting/figure';
import type { Palette } from '#core/reporting/palette';
import type { AxisNames, PlotArea, PlotBox, PlotNeeds } from '#core/reporting/plotArea';
import { words } from '#core/reporting/svg';
import { approximateWidth, SCREEN_FACE, wrapWords } from '#core/reporting/wrap';

/** What stands beside a plot that is drawn for a phone. */
export interface NarrowNeeds {
  readonly height?: number;
  /** As high as it is wide. */
  readonly isSquare?: boolean;
  /** Units taken above the upward axis' name, between it and the plot, and at the right of the plot. */
  readonly above?: number;
  readonly over?: number;
  readonly aside?: number;
}

const FONT = 13;
const MEASURED = FONT * SCREEN_FACE;
const LEADING = 16;
const USUAL_HEIGHT = 290;
/** From the plot to the end of a tick's label, and the air around everything. */
const TICK = 12;
const AIR = 6;

/** Fewer ticks where their labels would meet: `most` is what a wide figure has. */
export function ticksThatFit(most: number, isNarrow: boolean | undefined): number {
  return isNarrow ? Math.min(most, 4) : most;
}

function upLines({ names }: Pick<PlotNeeds, 'names'>): readonly string[] {
  return names.up === '' ? [] : wrapWords(names.up, NARROW_WIDTH, MEASURED);
}

/** The name of the axis across is centred below the plot, and must not leave the figure at the nearer side. */
function acrossLines({ across }: AxisNames, { left, width }: PlotBox): readonly string[] {
  const middle = left + width / 2;
  return across === '' ? [] : wrapWords(across, 2 * Math.min(middle, NARROW_WIDTH - middle), MEASURED);
}

/**
 * The place of a plot on a phone. The upward axis' name stands above it in lines, so that only the labels of its ticks take
 * room at the left.
 */
export function narrowBox(needs: PlotNeeds): PlotBox {
  const { across, up, narrow = {} } = needs;
  const { above = 0, over = 0, aside = 0 } = narrow;
  const halfOf = (text: string | undefined) => approximateWidth(text ?? '', MEASURED) / 2;
  const widest = up.ticks.reduce((most, { text }) => Math.max(most, approximateWidth(text, MEASURED)), 0);
  const left = Math.max(widest === 0 ? AIR : widest + TICK, halfOf(across.ticks[0]?.text));
  const width = NARROW_WIDTH - left - Math.max(aside, halfOf(across.ticks.at(-1)?.text), AIR);
  const lines = upLines(needs).length;
  const top = above + (lines > 0 ? lines * LEADING + AIR : 2) + over;
  return { left, top, width, height: narrow.isSquare ? width : (narrow.height ?? USUAL_HEIGHT) };
}

/** The axis with so few of its ticks, evenly left out, that their labels don't meet on this width. */
export function axisThatFits(axis: Axis, width: number): Axis {
  const place = (at: number) => ((at - axis.low) / (axis.high - axis.low)) * width;
  const half = (text: string) => approximateWidth(text, MEASURED) / 2;
  for (let stride = 1; stride < axis.ticks.length; stride++) {
    const ticks = axis.ticks.filter((_, at) => at % stride === 0);
    const meet = ticks.slice(1).some((tick, at) => {
      const before = ticks[at] ?? tick;
      return place(tick.at) - half(tick.text) < place(before.at) + half(before.text) + 2 * AIR;
    });
    if (!meet) return { ...axis, ticks };
  }
  return axis;
}

/** Names of the axes on a phone: the upward one's above the plot from the left edge, the other's below its ticks. */
export function narrowNames(area: PlotArea, palette: Palette): string[] {
  const fill = palette.muted;
  const up = upLines(area);
  const first = area.nameTop + FONT - 1;
  const middle = (area.left + area.right) / 2;
  return [
    ...acrossLines(area.names, area).map((text, row) =>
      words(text, middle, area.bottom + 40 + row * LEADING, { 'text-anchor': 'middle', fill }),
    ),
    ...up.map((text, row) => words(text, 0, first + row * LEADING, { fill })),
  ];
}

/** How far below the plot its axes reach on a phone. */
export function narrowFoot(names: AxisNames, box: PlotBox): number {
  return 26 + acrossLines(names, box).length * LEADING + AIR;
}
