import { linearTicks } from '#core/reporting/axis';
import { figure } from '#core/reporting/figure';
import { countText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { coordinate, element, line, polygon, words } from '#core/reporting/svg';

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

export interface RecallFigureOptions {
  readonly palette?: Palette;
}

const PLOT = { left: 52, width: 600, height: 300 } as const;
const RIGHT = PLOT.left + PLOT.width;

interface Frame {
  readonly x: (record: number) => number;
  readonly y: (included: number) => number;
}

function frameOf({ records, foundAt, mayInclude }: RecallData): Frame {
  const highest = Math.max(1, foundAt.length, mayInclude?.upper ?? 0) * 1.04;
  return {
    x: record => PLOT.left + (records > 0 ? record / records : 0) * PLOT.width,
    y: included => PLOT.height - (included / highest) * (PLOT.height - 12),
  };
}

/** The steps that were taken: upward at each record that was included. */
function stepsOf({ foundAt, screened }: RecallData, { x, y }: Frame): string {
  const steps = foundAt.map((record, place) => `H${coordinate(x(record))}V${coordinate(y(place + 1))}`);
  return `M${coordinate(x(0))} ${coordinate(y(0))}${steps.join('')}H${coordinate(x(screened))}`;
}

/** What nobody has read: how many records, and up to how many more included ones may be among them. */
function unread(data: RecallData, { x, y }: Frame, palette: Palette): string[] {
  const { records, screened, foundAt, mayInclude } = data;
  const found = foundAt.length;
  const here = x(screened);
  if (records <= screened) return [];
  const muted = { 'text-anchor': 'middle', 'font-size': 12, fill: palette.muted };
  const most = mayInclude && Math.max(found, mayInclude.upper);
  return [
    element('rect', { x: here, y: 0, width: RIGHT - here, height: PLOT.height, fill: palette.contours[3] }),
    words(`${countText(records - screened)} not screened`, (here + RIGHT) / 2, PLOT.height - 14, muted),
    most === undefined
      ? ''
      : polygon(
          [
            [here, y(found)],
            [RIGHT, y(found)],
            [RIGHT, y(most)],
          ],
          { fill: palette.tint },
        ) +
        line(here, y(found), RIGHT, y(most), { stroke: palette.point, 'stroke-dasharray': '3 3' }) +
        words(`at most ${countText(most)}`, RIGHT - 4, y(most) - 6, { 'text-anchor': 'end', 'font-size': 12 }),
  ];
}

/** A dashed line where somebody asks what an earlier end would have left. */
function earlierEnd({ foundAt, screened, hadStoppedAt }: RecallData, { x, y }: Frame, palette: Palette): string[] {
  if (hadStoppedAt === undefined || hadStoppedAt >= screened) return [];
  const found = foundAt.filter(place => place <= hadStoppedAt).length;
  const at = x(hadStoppedAt);
  const isNearRight = at > RIGHT - 150;
  return [
    line(at, 24, at, PLOT.height, { stroke: palette.point, 'stroke-dasharray': '5 4', 'stroke-width': 1.4 }),
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

function axes({ records, foundAt, mayInclude }: RecallData, { x, y }: Frame, palette: Palette): string[] {
  const muted = { 'font-size': 12, fill: palette.muted };
  const stroke = palette.ink;
  const up = linearTicks(0, Math.max(1, foundAt.length, mayInclude?.upper ?? 0), 6).filter(Number.isInteger);
  return [
    ...up.map(tick => {
      const grid =
        tick > 0 ? line(PLOT.left, y(tick), RIGHT, y(tick), { stroke: palette.hairline, 'stroke-width': 0.8 }) : '';
      return grid + words(countText(tick), PLOT.left - 8, y(tick) + 4, { 'text-anchor': 'end', 'font-size': 12 });
    }),
    ...linearTicks(0, records, 6).map(
      tick =>
        line(x(tick), PLOT.height, x(tick), PLOT.height + 5, { stroke }) +
        words(countText(tick), x(tick), PLOT.height + 19, { 'text-anchor': 'middle', 'font-size': 12 }),
    ),
    line(PLOT.left, 0, PLOT.left, PLOT.height, { stroke }),
    line(PLOT.left, PLOT.height, RIGHT, PLOT.height, { stroke }),
    words('records screened, in the order of the ranking', PLOT.left + PLOT.width / 2, PLOT.height + 40, {
      ...muted,
      'text-anchor': 'middle',
    }),
    words('included', 12, PLOT.height / 2, {
      ...muted,
      'text-anchor': 'middle',
      transform: `rotate(-90 12 ${PLOT.height / 2})`,
    }),
  ];
}

/**
 * Recall while screening goes on, as SVG text: records screened across, included upward, as the steps that they were;
 * random order dotted. Right of "you are here" lies what nobody has read, with a wedge to the most that may be there.
 * Never a smooth curve, never a promise beyond the line.
 */
export function recallFigure(data: RecallData, options: RecallFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.light;
  const { records, foundAt, screened } = data;
  const found = foundAt.length;
  const frame = frameOf(data);
  const { x, y } = frame;
  const here = x(screened);
  const isNearRight = here > RIGHT - 90;
  const beside = isNearRight ? { 'text-anchor': 'end' } : {};
  const bold = { 'font-size': 12, 'font-weight': 600 };
  return figure(
    {
      width: RIGHT + 12,
      height: PLOT.height + 46,
      margin: 16,
      title: 'Included records found while screening',
      description: `${countText(found)} included among ${countText(screened)} of ${countText(records)} records screened.`,
    },
    palette,
    [
      ...unread(data, frame, palette),
      ...axes(data, frame, palette),
      line(x(0), y(0), RIGHT, y(found), { stroke: palette.muted, 'stroke-dasharray': '1 4' }),
      line(here, 0, here, PLOT.height, { stroke: palette.ink }),
      words('you are here', here - 8, 11, { ...bold, 'text-anchor': 'end' }),
      element('path', { d: stepsOf(data, frame), fill: 'none', stroke: palette.point, 'stroke-width': 2.2 }),
      ...earlierEnd(data, frame, palette),
      element('circle', { cx: here, cy: y(found), r: 4, fill: palette.point }),
      words(`${countText(found)} found`, here + (isNearRight ? -10 : 10), y(found) + 18, { ...bold, ...beside }),
    ],
  );
}
