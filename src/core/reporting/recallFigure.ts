import { linearTicks } from '#core/reporting/axis';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { countText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { axisLines, type PlotArea, type PlotBox, plotArea, plotAxes, plotFrame } from '#core/reporting/plotArea';
import { coordinate, element, line, polygon, words } from '#core/reporting/svg';
import { approximateWidth } from '#core/reporting/wrap';

/** What ranked screening has found so far, and how much may still be there. */
export interface RecallData {
  /** Records in all, screened or not. */
  readonly records: number;
  /** At which record (from 1) each included one was met, in rising order. */
  readonly foundAt: readonly number[];
  readonly screened: number;
  /** Interval of how many are included among all records, from a sample; none without one. */
  readonly mayInclude?: { readonly lower: number; readonly upper: number };
  /** An earlier end that somebody asks about: after so many records. */
  readonly hadStoppedAt?: number;
}

const BOX: PlotBox = { left: 52, top: 0, width: 600, height: 300 };
const BOLD = { 'font-size': 12, 'font-weight': 600 };
/** Air above the highest count. */
const AIR = 12;

function areaOf({ records, foundAt, mayInclude }: RecallData, options: FigureOptions): PlotArea {
  const most = Math.max(1, foundAt.length, mayInclude?.upper ?? 0);
  const ticks = (values: readonly number[]) => values.map(at => ({ at, text: countText(at) }));
  const upTicks = linearTicks(0, most, 6).filter(Number.isInteger);
  const acrossTicks = linearTicks(0, records, ticksThatFit(6, options.isNarrow));
  return plotArea(
    {
      across: { low: 0, high: Math.max(1, records), ticks: ticks(acrossTicks) },
      up: { low: 0, high: (1.04 * most * BOX.height) / (BOX.height - AIR), ticks: ticks(upTicks) },
      names: { across: 'records screened, in the order of the ranking', up: 'included' },
      box: BOX,
      narrow: { height: 240, over: 18 },
    },
    options,
  );
}

/** The steps that were taken: upward at each record that was included. */
function stepsOf({ foundAt, screened }: RecallData, { x, y }: PlotArea): string {
  const steps = foundAt.map((record, place) => `H${coordinate(x(record))}V${coordinate(y(place + 1))}`);
  return `M${coordinate(x(0))} ${coordinate(y(0))}${steps.join('')}H${coordinate(x(screened))}`;
}

/** What nobody has read: how many records, and up to how many more included ones may be among them. */
function unread(data: RecallData, area: PlotArea, palette: Palette): string[] {
  const { records, screened, foundAt, mayInclude } = data;
  const { x, y, right, top } = area;
  const found = foundAt.length;
  const here = x(screened);
  if (records <= screened) return [];
  const most = mayInclude && Math.max(found, mayInclude.upper);
  return [
    element('rect', { x: here, y: top, width: right - here, height: area.height, fill: palette.contours[3] }),
    unreadWords(`${countText(records - screened)} not screened`, here, area, palette),
    most === undefined
      ? ''
      : polygon(
          [
            [here, y(found)],
            [right, y(found)],
            [right, y(most)],
          ],
          { fill: palette.tint },
        ) +
        line(here, y(found), right, y(most), { stroke: palette.point, 'stroke-dasharray': '3 3' }) +
        words(`at most ${countText(most)}`, right - 4, y(most) - 6, { 'text-anchor': 'end', 'font-size': 12 }),
  ];
}

/** How many are unread: in the middle of their part, or beside it where that is too narrow for the words. */
function unreadWords(text: string, here: number, { right, bottom }: PlotArea, palette: Palette): string {
  const look = { 'font-size': 12, fill: palette.muted };
  const isTight = right - here < approximateWidth(text, 12);
  return isTight
    ? words(text, right, bottom - 14, { ...look, 'text-anchor': 'end' })
    : words(text, (here + right) / 2, bottom - 14, { 'text-anchor': 'middle', ...look });
}

/** A dashed line where somebody asks what an earlier end would have left. */
function earlierEnd({ foundAt, screened, hadStoppedAt }: RecallData, area: PlotArea, palette: Palette): string[] {
  if (hadStoppedAt === undefined || hadStoppedAt >= screened) return [];
  const found = foundAt.filter(place => place <= hadStoppedAt).length;
  const { x, y, right, top, bottom } = area;
  const at = x(hadStoppedAt);
  const isNearRight = at > right - 150;
  return [
    line(at, top + 24, at, bottom, { stroke: palette.point, 'stroke-dasharray': '5 4', 'stroke-width': 1.4 }),
    element('circle', {
      cx: at,
      cy: y(found),
      r: 4,
      fill: palette.background,
      stroke: palette.point,
      'stroke-width': 2,
    }),
    words(`${countText(found)} by then`, at + (isNearRight ? -8 : 8), y(found) + 18, {
      'font-size': 12,
      ...(isNearRight ? { 'text-anchor': 'end' } : {}),
    }),
  ];
}

function axes(area: PlotArea, palette: Palette): string[] {
  if (area.isNarrow) return plotAxes(area, palette, true);
  const { left, right, bottom, x, y } = area;
  const muted = { 'font-size': 12, fill: palette.muted };
  const stroke = palette.ink;
  const middle = area.height / 2;
  return [
    ...area.up.ticks.map(({ at, text }) => {
      const look = { stroke: palette.grid, 'stroke-width': 0.8 };
      const grid = at > 0 ? line(left, y(at), right, y(at), look) : '';
      return grid + words(text, left - 8, y(at) + 4, { 'text-anchor': 'end', 'font-size': 12 });
    }),
    ...area.across.ticks.map(
      ({ at, text }) =>
        line(x(at), bottom, x(at), bottom + 5, { stroke }) +
        words(text, x(at), bottom + 19, { 'text-anchor': 'middle', 'font-size': 12 }),
    ),
    ...axisLines(area, palette),
    words(area.names.across, left + area.width / 2, bottom + 40, { ...muted, 'text-anchor': 'middle' }),
    words(area.names.up, 12, middle, { ...muted, 'text-anchor': 'middle', transform: `rotate(-90 12 ${middle})` }),
  ];
}

/** Beside the line; above the plot on a phone, and where the most that may be there is written next to it. */
function hereWords(here: number, { mayInclude }: RecallData, { left, right, top, isNarrow }: PlotArea): string {
  if (isNarrow && here < left + 80) return words('you are here', here, top - 5, BOLD);
  if (here < left + 80) return words('you are here', here + 8, top + 11, BOLD);
  const isAbove = isNarrow || (mayInclude !== undefined && here > right - 70);
  const [x, y] = isAbove ? [here + 4, top - 5] : [here - 8, top + 11];
  return words('you are here', x, y, { ...BOLD, 'text-anchor': 'end' });
}

/**
 * Recall while screening goes on, as SVG text: records screened across, included upward, as the steps that they were;
 * random order dotted. Right of "you are here" lies what nobody has read, with a wedge to the most that may be there.
 * Never a smooth curve, never a promise beyond the line.
 */
export function recallFigure(data: RecallData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.light;
  const { records, foundAt, screened } = data;
  const found = foundAt.length;
  const area = areaOf(data, options);
  const { x, y, right, top, bottom } = area;
  const here = x(screened);
  const isNearRight = here > right - 90;
  const beside = isNearRight ? { 'text-anchor': 'end' } : {};
  return figure(
    {
      ...plotFrame(area, { width: right + 12, height: bottom + 46 }),
      ...(area.isNarrow ? {} : { margin: 16 }),
      title: 'Included records found while screening',
      description: `${countText(found)} included among ${countText(screened)} of ${countText(records)} records screened.`,
    },
    palette,
    [
      ...unread(data, area, palette),
      ...axes(area, palette),
      line(x(0), y(0), right, y(found), { stroke: palette.muted, 'stroke-dasharray': '1 4' }),
      line(here, top, here, bottom, { stroke: palette.ink }),
      hereWords(here, data, area),
      element('path', { d: stepsOf(data, area), fill: 'none', stroke: palette.point, 'stroke-width': 2.2 }),
      ...earlierEnd(data, area, palette),
      element('circle', { cx: here, cy: y(found), r: 4, fill: palette.point }),
      words(`${countText(found)} found`, here + (isNearRight ? -10 : 10), y(found) + 18, { ...BOLD, ...beside }),
    ],
  );
}
