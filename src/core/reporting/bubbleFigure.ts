import { axisFor, linearTicks } from '#core/reporting/axis';
import type { BubbleData } from '#core/reporting/bubbleData';
import { type BubbleFrame, bubbleNames, PLOT, RADIUS_FACTOR } from '#core/reporting/bubbleNames';
import { axisPosition, displayScale } from '#core/reporting/displayScale';
import { figure } from '#core/reporting/figure';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { coordinate, element, escapeSvg, line, words } from '#core/reporting/svg';

export interface BubbleFigureOptions {
  readonly palette?: Palette;
}

function frameOf({ points, curve, noEffect, scale }: BubbleData): BubbleFrame {
  const moderators = [...points, ...curve].map(({ moderator }) => moderator);
  const [least, most] = [Math.min(...moderators), Math.max(...moderators)];
  const air = 0.08 * (most - least || 1);
  const [low, high] = [least - air, most + air];
  const predicted = curve.flatMap(({ prediction }) => (prediction ? [prediction.lower, prediction.upper] : []));
  const up = axisFor({
    scale,
    must: [
      ...(noEffect === null ? [] : [noEffect]),
      ...points.map(({ estimate }) => estimate),
      ...curve.flatMap(({ lower, upper }) => [lower, upper]),
      ...predicted,
    ],
    bounds: [],
  });
  const bottom = PLOT.top + PLOT.height;
  return {
    up,
    x: moderator => PLOT.left + ((moderator - low) / (high - low)) * PLOT.width,
    y: analysis => bottom - ((axisPosition(scale, analysis) - up.low) / (up.high - up.low)) * PLOT.height,
  };
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('');
}

function model({ curve }: BubbleData, { x, y }: BubbleFrame, palette: Palette): string[] {
  if (curve.length < 2) return [];
  const upper = curve.map(point => [x(point.moderator), y(point.upper)] as const);
  const lower = curve.map(point => [x(point.moderator), y(point.lower)] as const);
  const limit = (side: 'lower' | 'upper') =>
    curve.flatMap(({ moderator, prediction }) => (prediction ? [[x(moderator), y(prediction[side])] as const] : []));
  const dashed = { fill: 'none', stroke: palette.muted, 'stroke-dasharray': '4 4' };
  const limits = [limit('lower'), limit('upper')].filter(points => points.length > 1);
  return [
    element('path', { d: `${pathOf([...upper, ...lower.toReversed()])}Z`, fill: palette.tint }),
    ...limits.map(points => element('path', { d: pathOf(points), ...dashed })),
    element('path', {
      d: pathOf(curve.map(point => [x(point.moderator), y(point.estimate)])),
      fill: 'none',
      stroke: palette.diamond,
      'stroke-width': 2,
    }),
  ];
}

function axes(data: BubbleData, frame: BubbleFrame, palette: Palette): string[] {
  const [right, bottom] = [PLOT.left + PLOT.width, PLOT.top + PLOT.height];
  const stroke = palette.ink;
  const moderators = data.points.map(({ moderator }) => moderator);
  const across = linearTicks(Math.min(...moderators), Math.max(...moderators), 7);
  const decimals = across.reduce((most, tick) => Math.max(most, (String(tick).split('.')[1] ?? '').length), 0);
  const middle = PLOT.top + PLOT.height / 2;
  const isNoEffect = (at: number) =>
    data.noEffect !== null && Math.abs(at - axisPosition(data.scale, data.noEffect)) < 1e-9;
  const height = (at: number) => bottom - ((at - frame.up.low) / (frame.up.high - frame.up.low)) * PLOT.height;
  return [
    ...frame.up.ticks.map(({ at, text }) => {
      const rule = line(PLOT.left, height(at), right, height(at), {
        stroke: isNoEffect(at) ? stroke : palette.hairline,
      });
      return rule + words(text, PLOT.left - 10, height(at) + 4.5, { 'text-anchor': 'end' });
    }),
    data.noEffect === null
      ? ''
      : words('no effect', right - 4, frame.y(data.noEffect) - 6, {
          'text-anchor': 'end',
          'font-size': 12,
          fill: palette.muted,
        }),
    line(PLOT.left, PLOT.top, PLOT.left, bottom, { stroke }),
    line(PLOT.left, bottom, right, bottom, { stroke }),
    ...across.map(tick => {
      const x = frame.x(tick);
      const text = words(decimalText(tick, decimals), x, bottom + 20, { 'text-anchor': 'middle' });
      return line(x, bottom, x, bottom + 5, { stroke }) + text;
    }),
    words(data.moderator, PLOT.left + PLOT.width / 2, bottom + 44, { 'text-anchor': 'middle', fill: palette.muted }),
    words(`${data.measure}${displayScale(data.scale).axisNote}`, 18, middle, {
      'text-anchor': 'middle',
      fill: palette.muted,
      transform: `rotate(-90 18 ${middle})`,
    }),
  ];
}

/**
 * The bubble plot of a meta-regression as SVG text: moderator across, effect upward on the forest's scale, circle area
 * in proportion to weight, the line with the band of the mean, and the prediction interval dashed.
 */
export function bubbleFigure(data: BubbleData, options: BubbleFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  if (data.points.length === 0) throw new RangeError('bubbleFigure: at least one study is needed');
  const frame = frameOf(data);
  const bubbles = data.points
    .toSorted((a, b) => b.weightPercent - a.weightPercent)
    .map(({ studyId, label, moderator, estimate, weightPercent }) =>
      element(
        'circle',
        {
          cx: frame.x(moderator),
          cy: frame.y(estimate),
          r: RADIUS_FACTOR * Math.sqrt(weightPercent),
          fill: palette.square,
          'fill-opacity': 0.78,
          stroke: palette.background,
          'stroke-width': 1.4,
          'data-study': studyId,
        },
        element('title', {}, escapeSvg(label)),
      ),
    );
  return figure(
    {
      width: PLOT.left + PLOT.width + 8,
      height: PLOT.top + PLOT.height + 48,
      margin: 32,
      title: `Bubble plot: ${data.measure} by ${data.moderator}`,
      description: `${data.points.length} studies; circles by weight, line and band of the model.`,
    },
    palette,
    [...model(data, frame, palette), ...axes(data, frame, palette), ...bubbles, ...bubbleNames(data, frame, palette)],
  );
}
