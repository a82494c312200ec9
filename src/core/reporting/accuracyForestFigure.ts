import { type FigureOptions, figure, NARROW_WIDTH } from '#core/reporting/figure';
import { countText, decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, polygon, words } from '#core/reporting/svg';
import { wrapWords } from '#core/reporting/wrap';
import type { AccuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import type { ShareWithInterval } from '#core/synthesis/diagnostic/accuracySummary';
import type { DiagnosticTable } from '#core/synthesis/diagnostic/diagnosticTable';

/** Where things stand: everything in one row, or (on a phone) the name above its two intervals. */
interface Layout {
  readonly width: number;
  readonly row: number;
  readonly head: number;
  readonly font: number;
  readonly nameWidth: number;
  readonly isCompact: boolean;
  readonly plots: readonly [Plot, Plot];
}

interface Plot {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly textEnd: number;
}

const WIDE: Layout = {
  width: 1000,
  row: 24,
  head: 42,
  font: 13,
  nameWidth: 218,
  isCompact: false,
  plots: [
    { title: 'Sensitivity', start: 428, end: 570, textEnd: 706 },
    { title: 'Specificity', start: 722, end: 864, textEnd: 1000 },
  ],
};

const COMPACT: Layout = {
  width: NARROW_WIDTH,
  row: 60,
  head: 27,
  font: 13,
  nameWidth: NARROW_WIDTH,
  isCompact: true,
  plots: [
    { title: 'Sensitivity', start: 8, end: 165, textEnd: 165 },
    { title: 'Specificity', start: 193, end: 350, textEnd: 350 },
  ],
};

const LEADING = 15.5;
const COUNTS = ['tp', 'fp', 'fn', 'tn'] as const;
const COUNT_ENDS = [266, 310, 354, 402] as const;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

const shareText = ({ estimate, lower, upper }: ShareWithInterval) =>
  `${decimalText(estimate, 2)} (${decimalText(lower, 2)} to ${decimalText(upper, 2)})`;

const placeOf = ({ start, end }: Plot, share: number) => start + share * (end - start);

function interval(plot: Plot, share: ShareWithInterval, y: number, palette: Palette): string {
  const x = placeOf(plot, share.estimate);
  return (
    line(placeOf(plot, share.lower), y, placeOf(plot, share.upper), y, { stroke: palette.ink, 'stroke-width': 1.3 }) +
    element('rect', { x: x - 4, y: y - 4, width: 8, height: 8, fill: palette.square })
  );
}

function diamond(plot: Plot, share: ShareWithInterval, y: number, palette: Palette): string {
  const x = placeOf(plot, share.estimate);
  return polygon(
    [
      [placeOf(plot, share.lower), y],
      [x, y - 7.5],
      [placeOf(plot, share.upper), y],
      [x, y + 7.5],
    ],
    { fill: palette.diamond },
  );
}

function axis(plot: Plot, y: number, palette: Palette, font: number): string {
  return [
    line(plot.start, y, plot.end, y, { stroke: palette.ink }),
    ...TICKS.map(tick => {
      const x = placeOf(plot, tick);
      const text = decimalText(tick, 1);
      return (
        line(x, y, x, y + 5, { stroke: palette.ink }) +
        words(text, x, y + 18, { 'text-anchor': 'middle', 'font-size': font - 2 })
      );
    }),
  ].join('');
}

function headOf(layout: Layout, level: number, palette: Palette): string[] {
  const y = layout.head - 14;
  const heads = layout.plots.map(({ title, start }) => words(title, start, y, { 'font-weight': 600 }));
  if (layout.isCompact) return heads;
  return [
    words('Study', 0, y, { 'font-weight': 600 }),
    ...COUNTS.map((name, i) =>
      words(name.toUpperCase(), COUNT_ENDS[i] ?? 0, y, { 'text-anchor': 'end', 'font-weight': 600 }),
    ),
    ...heads,
    ...layout.plots.map(({ textEnd }) =>
      words(`${level} % CI`, textEnd, y, { 'text-anchor': 'end', fill: palette.muted, 'font-size': 11.5 }),
    ),
    line(0, layout.head - 4, layout.width, layout.head - 4, { stroke: palette.ink }),
  ];
}

interface Row {
  readonly lines: readonly string[];
  readonly shares: readonly [ShareWithInterval, ShareWithInterval];
  readonly table: DiagnosticTable | null;
  readonly top: number;
  readonly height: number;
}

/** Rows one below another; a long name takes more lines, nothing is cut off. */
function rowsOf({ studies, summary }: AccuracyAnalysis, layout: Layout): Row[] {
  let top = layout.head;
  const rowOf = (label: string, shares: Row['shares'], table: DiagnosticTable | null): Row => {
    const lines = wrapWords(label, layout.nameWidth, layout.font);
    const height = layout.row + (lines.length - 1) * LEADING;
    const row = { lines, shares, table, top, height };
    top += height;
    return row;
  };
  return [
    ...studies.map(({ label, sensitivity, specificity, table }) => rowOf(label, [sensitivity, specificity], table)),
    rowOf('Summary', [summary.sensitivity, summary.specificity], null),
  ];
}

function drawRow({ lines, shares, table, top, height }: Row, layout: Layout, palette: Palette): string {
  const isSummary = table === null;
  const weight = isSummary ? { 'font-weight': 600 } : {};
  const extra = (lines.length - 1) * LEADING;
  const y = layout.isCompact ? top + extra + 28 : top + height / 2;
  const firstName = layout.isCompact ? top + 14 : y + 4.5 - extra / 2;
  const marks = layout.plots.map((plot, i) => {
    const share = i === 0 ? shares[0] : shares[1];
    const text = layout.isCompact
      ? words(shareText(share), plot.start, y + 18, {
          ...weight,
          'font-size': 12,
          ...(isSummary ? {} : { fill: palette.muted }),
        })
      : words(shareText(share), plot.textEnd, y + 4.5, { ...weight, 'text-anchor': 'end' });
    return (isSummary ? diamond : interval)(plot, share, y, palette) + text;
  });
  const counts =
    table && !layout.isCompact
      ? COUNTS.map((name, i) => words(countText(table[name]), COUNT_ENDS[i] ?? 0, y + 4.5, { 'text-anchor': 'end' }))
      : [];
  return [...lines.map((text, i) => words(text, 0, firstName + i * LEADING, weight)), ...counts, ...marks].join('');
}

/** Each study's sensitivity and specificity side by side, with the counts behind them and the summary below, as SVG text. */
export function accuracyForestFigure(analysis: AccuracyAnalysis, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const layout = options.isNarrow ? COMPACT : WIDE;
  const { summary, k } = analysis;
  const rows = rowsOf(analysis, layout);
  const last = rows.at(-1);
  const ruleY = last?.top ?? layout.head;
  const bottom = ruleY + (last?.height ?? 0) + 6;
  return figure(
    {
      width: layout.width,
      height: bottom + 26,
      margin: layout.isCompact ? 0 : 24,
      title: 'Sensitivity and specificity of each study',
      description: `${k} studies; summary sensitivity ${decimalText(summary.sensitivity.estimate, 2)}, specificity ${decimalText(summary.specificity.estimate, 2)}.`,
    },
    palette,
    [
      ...headOf(layout, analysis.level, palette),
      ...layout.plots.flatMap(plot =>
        TICKS.map(tick => {
          const x = placeOf(plot, tick);
          return line(x, layout.head, x, bottom, { stroke: palette.hairline, 'stroke-width': 0.5 });
        }),
      ),
      ...rows.map(row => drawRow(row, layout, palette)),
      line(0, ruleY, layout.width, ruleY, { stroke: palette.hairline }),
      ...layout.plots.map(plot => axis(plot, bottom, palette, layout.font)),
    ],
  );
}
