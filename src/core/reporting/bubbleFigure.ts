import { axisFor, linearTicks } from '#core/reporting/axis';
import type { BubbleData } from '#core/reporting/bubbleData';
import { type BubbleFrame, bubbleNames, bubbleRadius } from '#core/reporting/bubbleNames';
import { axisPosition, displayScale } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { acrossTicks, axisLines, axisNames, plotArea, plotFrame } from '#core/reporting/plotArea';
import { coordinate, element, escapeSvg, line, words } from '#core/reporting/svg';

function frameOf(
  { points, curve, noEffect, scale, measure, moderator }: BubbleData,
  options: FigureOptions,
): BubbleFrame {
  const observed = points.map(point => point.moderator);
  const moderators = [...observed, ...curve.map(point => point.moderator)];
  const [least, most] = [Math.min(...moderators), Math.max(...moderators)];
  const air = 0.08 * (most - least || 1);
  const ticks = linearTicks(Math.min(...observed), Math.max(...observed), ticksThatFit(7, options.isNarrow));
  const decimals = ticks.reduce((most, tick) => Math.max(most, (String(tick).split('.')[1] ?? '').length), 0);
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
    most: ticksThatFit(7, options.isNarrow),
  });
  const area = plotArea(
    {
      across: { low: least - air, high: most + air, ticks: ticks.map(at => ({ at, text: decimalText(at, decimals) })) },
      up,
      names: { across: moderator, up: `${measure}${displayScale(scale).axisNote}` },
    },
    options,
  );
  return { area, x: area.x, y: analysis => area.y(axisPosition(scale, analysis)) };
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

/** Rules at the upward ticks: that of no effect in full ink, with its name. */
function rules(data: BubbleData, { area, y }: BubbleFrame, palette: Palette): string[] {
  const { left, right } = area;
  const isNoEffect = (at: number) =>
    data.noEffect !== null && Math.abs(at - axisPosition(data.scale, data.noEffect)) < 1e-9;
  return [
    ...area.up.ticks.map(({ at, text }) => {
      const stroke = isNoEffect(at) ? palette.ink : palette.grid;
      const rule = line(left, area.y(at), right, area.y(at), { stroke });
      return rule + words(text, left - 10, area.y(at) + 4.5, { 'text-anchor': 'end' });
    }),
    data.noEffect === null
      ? ''
      : words('no effect', right - 4, y(data.noEffect) - 6, {
          'text-anchor': 'end',
          'font-size': 12,
          fill: palette.muted,
        }),
  ];
}

/**
 * The bubble plot of a meta-regression as SVG text: moderator across, effect upward on the forest's scale, circle area
 * in proportion to weight, the line with the band of the mean, and the prediction interval dashed.
 */
export function bubbleFigure(data: BubbleData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  if (data.points.length === 0) throw new RangeError('bubbleFigure: at least one study is needed');
  const frame = frameOf(data, options);
  const { area } = frame;
  const bubbles = data.points
    .toSorted((a, b) => b.weightPercent - a.weightPercent)
    .map(({ studyId, label, moderator, estimate, weightPercent }) =>
      element(
        'circle',
        {
          cx: frame.x(moderator),
          cy: frame.y(estimate),
          r: bubbleRadius(weightPercent, area),
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
      ...plotFrame(area, { width: area.right + 8, height: area.bottom + 48 }),
      title: `Bubble plot: ${data.measure} by ${data.moderator}`,
      description: `${data.points.length} studies; circles by weight, line and band of the model.`,
    },
    palette,
    [
      ...model(data, frame, palette),
      ...rules(data, frame, palette),
      ...axisLines(area, palette),
      ...acrossTicks(area, palette),
      ...axisNames(area, palette),
      ...bubbles,
      ...bubbleNames(data, frame, palette),
    ],
  );
}
