import { axisFor } from '#core/reporting/axis';
import { valueWriter } from '#core/reporting/displayScale';
import { figure } from '#core/reporting/figure';
import type { Bounds, Estimate, ForestData, ForestRow } from '#core/reporting/forestData';
import {
  diamondMark,
  type PlotRange,
  placeOf,
  placeOfValue,
  predictionMark,
  studyMark,
} from '#core/reporting/forestMarks';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { type Attributes, element, line, words } from '#core/reporting/svg';
import { approximateWidth } from '#core/reporting/wrap';

export interface CompactForestOptions {
  /** In pixels, as the figure will be shown: text then has its true size. */
  readonly width: number;
  readonly palette?: Palette;
}

const FONT = 12;
const ROW = 18.5;
const HEAD = 40;
/** From here on there is room for bounds and weights; below only the estimate is written. */
const WIDE_FROM = 560;
/** Sides of squares are in proportion to the root of weight, so that areas are in proportion to weights. */
const SIDE = 3;
const END: Attributes = { 'text-anchor': 'end' };
const BOLD: Attributes = { 'font-weight': 600 };

interface Columns {
  readonly plot: readonly [number, number];
  readonly estimate: number;
  readonly lower: number;
  readonly to: number;
  readonly upper: number;
  readonly weight: number;
}

function columnsFor(width: number, labels: readonly string[]): Columns {
  const label = Math.max(...labels.map(text => approximateWidth(text, FONT))) + 16;
  if (width < WIDE_FROM) {
    return { plot: [label + 8, width - 48], estimate: width, lower: 0, to: 0, upper: 0, weight: 0 };
  }
  const upper = width - 64;
  const estimate = upper - 90;
  return { plot: [label + 28, estimate - 46], estimate, lower: upper - 53, to: upper - 40, upper, weight: width };
}

/**
 * The forest plot for narrow places: study, plot, estimate, and bounds and weights where there is room. The same marks,
 * axis and numbers as the full figure; what stands in arm columns and foot there is left out here.
 */
export function compactForest(data: ForestData, { width, palette = PALETTES.light }: CompactForestOptions): string {
  const rows = data.groups.flatMap(group => group.rows);
  const isWide = width >= WIDE_FROM;
  const columns = columnsFor(width, [...rows.map(row => row.label), data.pooled?.label ?? '', 'Prediction interval']);
  const write = valueWriter(
    data.scale,
    [...rows.map(row => row.effect), data.pooled?.effect ?? null].flatMap(numbersOf),
  );
  const axis = axisFor({
    scale: data.scale,
    must: [
      ...numbersOf(data.pooled?.effect ?? null),
      ...boundsOf(data.prediction),
      ...(data.noEffect === null ? [] : [data.noEffect]),
    ],
    bounds: rows.flatMap(({ effect }) => (effect ? boundsOf(effect) : [])),
    most: isWide ? 7 : 5,
  });
  const range: PlotRange = { scale: data.scale, axis, start: columns.plot[0], end: columns.plot[1] };

  const text = (effect: Estimate | null, bounds: Bounds | null, y: number, style: Attributes) => [
    effect ? words(write(effect.estimate), columns.estimate, y + 4, { ...END, ...style }) : '',
    isWide && bounds ? words(`(${write(bounds.lower)}`, columns.lower, y + 4, { ...END, ...style }) : '',
    isWide && bounds ? words('to', columns.to, y + 4, { 'text-anchor': 'middle', fill: palette.muted }) : '',
    isWide && bounds ? words(`${write(bounds.upper)})`, columns.upper, y + 4, { ...END, ...style }) : '',
  ];
  const weight = (percent: number | null, y: number, style: Attributes) =>
    isWide && percent !== null ? words(decimalText(percent, 1), columns.weight, y + 4, { ...END, ...style }) : '';
  const study = (row: ForestRow, place: number) => {
    const y = HEAD + (place + 0.6) * ROW;
    return element(
      'g',
      { 'data-study': row.studyId },
      words(row.label, 0, y + 4),
      row.effect
        ? studyMark(row.effect, Math.max(4, SIDE * Math.sqrt(row.weightPercent ?? 0)), y, range, palette)
        : words('Not estimable', range.start, y + 4, { fill: palette.muted }),
      ...text(row.effect, row.effect, y, {}),
      weight(row.weightPercent, y, {}),
    );
  };

  const hairline = HEAD + (rows.length + 0.2) * ROW;
  const summaryY = hairline + 0.7 * ROW;
  const predictionY = summaryY + ROW;
  const axisY = (data.prediction ? predictionY : summaryY) + 18;
  const noEffect = data.noEffect === null ? null : placeOfValue(range, data.noEffect);
  const pooled = data.pooled?.effect ?? null;
  const muted = { ...END, 'font-size': 11, fill: palette.muted };
  const stroke = palette.ink;
  return figure(
    {
      width,
      height: axisY + (data.favours && isWide ? 42 : 26),
      margin: 6,
      title: `Forest plot: ${data.measure}`,
      description: pooled ? `${rows.length} studies, pooled ${write(pooled.estimate)}.` : `${rows.length} studies.`,
    },
    palette,
    [
      words('Study', 0, HEAD - 9, BOLD),
      words(data.measure, isWide ? columns.upper : columns.estimate, isWide ? HEAD - 25 : HEAD - 9, {
        ...END,
        ...BOLD,
      }),
      isWide ? words(`${decimalText(data.level * 100, 0)} % CI`, columns.upper, HEAD - 9, muted) : '',
      isWide
        ? words('Weight', columns.weight, HEAD - 25, { ...END, ...BOLD }) + words('%', columns.weight, HEAD - 9, muted)
        : '',
      line(0, HEAD, width, HEAD, { stroke }),
      noEffect === null ? '' : line(noEffect, HEAD, noEffect, axisY, { stroke }),
      pooled ? guide(placeOfValue(range, pooled.estimate), summaryY, palette) : '',
      element('g', { 'font-size': FONT }, ...rows.map(study)),
      line(0, hairline, width, hairline, { stroke: palette.hairline }),
      element(
        'g',
        { 'font-size': FONT },
        ...(data.pooled
          ? [
              words(data.pooled.label, 0, summaryY + 4, BOLD),
              pooled
                ? diamondMark(pooled, summaryY, false, range, palette)
                : words(data.pooled.because ?? 'Not pooled', range.start, summaryY + 4, { fill: palette.muted }),
              ...text(pooled, pooled, summaryY, BOLD),
              weight(data.pooled.weightPercent, summaryY, BOLD),
            ]
          : []),
        ...(data.prediction
          ? [
              words('Prediction interval', 0, predictionY + 4),
              predictionMark(data.prediction, predictionY, range, palette),
              ...text(null, data.prediction, predictionY, {}),
            ]
          : []),
      ),
      line(range.start, axisY, range.end, axisY, { stroke }),
      ...axis.ticks.map(({ at, text: tick }) => {
        const x = placeOf(range, at);
        return (
          line(x, axisY, x, axisY + 5, { stroke }) +
          words(tick, x, axisY + 18, { 'text-anchor': 'middle', 'font-size': 11 })
        );
      }),
      ...(data.favours && noEffect !== null && isWide
        ? [
            words(`← Favours ${data.favours.left}`, noEffect - 10, axisY + 36, { ...END, 'font-size': 11 }),
            words(`Favours ${data.favours.right} →`, noEffect + 10, axisY + 36, { 'font-size': 11 }),
          ]
        : []),
    ],
  );
}

function guide(x: number, to: number, palette: Palette): string {
  return line(x, HEAD, x, to, { stroke: palette.diamond, 'stroke-dasharray': '3 3' });
}

function boundsOf(bounds: Bounds | undefined): number[] {
  return bounds ? [bounds.lower, bounds.upper].filter(Number.isFinite) : [];
}

function numbersOf(effect: Estimate | null): number[] {
  return effect ? [effect.estimate, ...boundsOf(effect)].filter(Number.isFinite) : [];
}
