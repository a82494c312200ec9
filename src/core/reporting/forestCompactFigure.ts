import { figure, NARROW_WIDTH } from '#core/reporting/figure';
import type { ForestData, ForestRow, ForestSummary } from '#core/reporting/forestData';
import { footnotesOf } from '#core/reporting/forestFoot';
import { forestAxis, forestWriter, studiesOf } from '#core/reporting/forestLayout';
import {
  diamondMark,
  type PlotRange,
  placeOf,
  placeOfValue,
  predictionMark,
  studyMark,
} from '#core/reporting/forestMarks';
import type { ForestFigureOptions } from '#core/reporting/forestPage';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, words } from '#core/reporting/svg';
import { approximateWidth, SCREEN_FACE, wrapWords } from '#core/reporting/wrap';

const WIDTH = NARROW_WIDTH;
const PLOT = { start: 158, end: 314 } as const;
const ROW = 22;
const FONT = 12;
const SMALL = 11;
const LEADING = 14;
const RULE = 19;
const LARGEST_SQUARE = 15;
const LABEL_WIDTH = 150;
/** Between the words on what the left and the right side favour. */
const BETWEEN = 14;

interface Pen {
  readonly palette: Palette;
  readonly range: PlotRange;
  readonly write: (analysis: number) => string;
  readonly sideOf: (weightPercent: number | null) => number;
}

function estimateText(text: string, y: number, weight?: number): string {
  return words(text, WIDTH, y + 4.2, { 'text-anchor': 'end', 'font-weight': weight, 'font-variant': 'tabular-nums' });
}

function studyRow(row: ForestRow, top: number, pen: Pen): { drawing: string; height: number } {
  const labelLines = wrapWords(row.isConverted ? `${row.label} †` : row.label, LABEL_WIDTH, FONT);
  const height = ROW + (labelLines.length - 1) * LEADING;
  const y = top + height / 2;
  const first = y + 4.2 - ((labelLines.length - 1) * LEADING) / 2;
  const drawing = element(
    'g',
    { 'data-study': row.studyId },
    ...labelLines.map((text, place) => words(text, 0, first + place * LEADING)),
    row.effect
      ? studyMark(row.effect, pen.sideOf(row.weightPercent), y, pen.range, pen.palette)
      : words('not estimable', PLOT.start, y + 4, { 'font-size': 11, fill: pen.palette.muted }),
    estimateText(row.effect ? pen.write(row.effect.estimate) : '–', y),
  );
  return { drawing, height };
}

function summaryRow(label: string, summary: ForestSummary, y: number, isHollow: boolean, pen: Pen): string {
  const { effect, because } = summary;
  return element(
    'g',
    {},
    words(label, 0, y + 4.2, { 'font-weight': 600 }),
    effect
      ? diamondMark(effect, y, isHollow, pen.range, pen.palette)
      : words(because ?? 'not pooled', PLOT.start, y + 4, { 'font-size': 11, fill: pen.palette.muted }),
    estimateText(effect ? pen.write(effect.estimate) : '–', y, 600),
  );
}

function rowsOf(data: ForestData, pen: Pen): { drawing: string[]; bottom: number } {
  const drawing: string[] = [];
  let y = RULE + 6;
  for (const { label, rows, subtotal } of data.groups) {
    if (label !== undefined) {
      drawing.push(words(label, 0, y + ROW / 2 + 4.2, { 'font-weight': 600 }));
      y += ROW;
    }
    for (const row of rows) {
      const { drawing: drawn, height } = studyRow(row, y, pen);
      drawing.push(drawn);
      y += height;
    }
    if (subtotal) {
      drawing.push(summaryRow('Subtotal', subtotal, y + ROW / 2, true, pen));
      y += ROW + 4;
    }
  }
  return { drawing, bottom: y };
}

/** The words on what each side favours: from no effect outward where they fit, else from the edges, in the same lines. */
function favoursOf({ favours, noEffect }: ForestData, y: number, { range }: Pen): { lines: number; drawing: string } {
  if (!favours || noEffect === null) return { lines: 0, drawing: '' };
  const at = placeOfValue(range, noEffect);
  const [left, right] = [`← Favours ${favours.left}`, `${favours.right} →`];
  const measured = SMALL * SCREEN_FACE;
  const fits = approximateWidth(left, measured) <= at - 5 && approximateWidth(right, measured) <= WIDTH - at - 5;
  const style = { 'font-size': SMALL };
  if (fits)
    return {
      lines: 1,
      drawing: words(left, at - 5, y, { ...style, 'text-anchor': 'end' }) + words(right, at + 5, y, style),
    };
  const whole = `Favours ${right}`;
  const [leftWidth, rightWidth] = [approximateWidth(left, measured), approximateWidth(whole, measured)];
  const isOneLine = leftWidth + rightWidth + BETWEEN <= WIDTH;
  const half = (WIDTH - BETWEEN) / 2;
  const lefts = isOneLine ? [left] : wrapWords(left, half, measured);
  const rights = isOneLine ? [whole] : wrapWords(whole, half, measured);
  return {
    lines: Math.max(lefts.length, rights.length),
    drawing: [
      ...lefts.map((text, place) => words(text, 0, y + place * LEADING, style)),
      ...rights.map((text, place) => words(text, WIDTH, y + place * LEADING, { ...style, 'text-anchor': 'end' })),
    ].join(''),
  };
}

function axisOf(y: number, { range, palette }: Pen): string[] {
  const stroke = palette.ink;
  const small = { 'font-size': SMALL };
  return [
    line(PLOT.start, y, PLOT.end, y, { stroke }),
    ...range.axis.ticks.map(({ at, text }) => {
      const x = placeOf(range, at);
      return line(x, y, x, y + 4, { stroke }) + words(text, x, y + 17, { ...small, 'text-anchor': 'middle' });
    }),
  ];
}

/** The forest plot for a phone as SVG text: names, plot and estimates; bounds and weights are a tap away. */
export function forestCompactFigure(data: ForestData, options: ForestFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.light;
  const range: PlotRange = { scale: data.scale, axis: forestAxis(data, 4), ...PLOT };
  const heaviest = studiesOf(data).reduce((most, { weightPercent }) => Math.max(most, weightPercent ?? 0), 0) || 1;
  const factor = Math.min(3, LARGEST_SQUARE / Math.sqrt(heaviest));
  const write = forestWriter(data);
  const pen: Pen = { palette, range, write, sideOf: weight => Math.max(4, factor * Math.sqrt(weight ?? 0)) };
  const { drawing, bottom } = rowsOf(data, pen);
  const summaryY = bottom + 4 + ROW / 2;
  const predictionY = summaryY + ROW;
  const axisY = (data.prediction ? predictionY : data.pooled ? summaryY : bottom - ROW / 2) + 19;
  const upright = (value: number, to: number, dash?: string) =>
    line(placeOfValue(range, value), RULE, placeOfValue(range, value), to, {
      stroke: dash ? palette.diamond : palette.ink,
      'stroke-dasharray': dash,
    });
  const favours = favoursOf(data, axisY + 35, pen);
  const notes = footnotesOf(data, WIDTH, SMALL);
  const notesY = axisY + 35 + favours.lines * LEADING + 4;
  const frame = {
    width: WIDTH,
    height:
      axisY + 40 + Math.max(0, favours.lines - 1) * LEADING + (notes.length > 0 ? notes.length * LEADING + 10 : 0),
    margin: 0,
    title: `Forest plot: ${data.measure}`,
    description: `${studiesOf(data).length} studies, ${data.measure.toLowerCase()}.`,
  };
  return figure(frame, palette, [
    words(data.rowHead ?? 'Study', 0, 11, { 'font-size': FONT, 'font-weight': 600 }),
    words(data.measure, WIDTH, 11, { 'font-size': FONT, 'font-weight': 600, 'text-anchor': 'end' }),
    line(0, RULE, WIDTH, RULE, { stroke: palette.ink }),
    data.noEffect === null ? '' : upright(data.noEffect, axisY),
    data.pooled?.effect ? upright(data.pooled.effect.estimate, summaryY, '3 3') : '',
    element('g', { 'font-size': FONT }, ...drawing),
    data.pooled ? line(0, bottom + 2, WIDTH, bottom + 2, { stroke: palette.hairline }) : '',
    data.pooled ? element('g', { 'font-size': FONT }, summaryRow('Pooled', data.pooled, summaryY, false, pen)) : '',
    data.prediction
      ? words('Prediction', 0, predictionY + 4.2, { 'font-size': FONT }) +
        predictionMark(data.prediction, predictionY, range, palette)
      : '',
    ...axisOf(axisY, pen),
    favours.drawing,
    ...notes.map((text, place) =>
      words(text, 0, notesY + place * LEADING, { 'font-size': SMALL, fill: palette.muted }),
    ),
  ]);
}
