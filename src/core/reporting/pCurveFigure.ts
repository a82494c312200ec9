import { clearSpot, crosses, type Segment, type Spot } from '#core/reporting/clearSpot';
import { type FigureOptions, figure, NARROW_WIDTH } from '#core/reporting/figure';
import { decimalText, pText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import {
  PLOT_BOX,
  type Place,
  type PlotArea,
  pathThrough,
  plotArea,
  plotAxes,
  plotFrame,
} from '#core/reporting/plotArea';
import { haloName } from '#core/reporting/pointNames';
import { element, line, words } from '#core/reporting/svg';
import { approximateWidth, SCREEN_FACE, wrapWords } from '#core/reporting/wrap';
import type { PCurve } from '#core/synthesis/smallStudy/pCurve';

const NO_EFFECT = 'no effect';
const NOTE_FONT = 12.5;
const BINS = [0.01, 0.02, 0.03, 0.04, 0.05] as const;

/** Share of the significant p-values in each bin of 0.01, in percent. */
export function pCurveShares(p: readonly number[]): number[] {
  const significant = p.filter(value => value < 0.05);
  return BINS.map(upper => {
    const inside = significant.filter(value => value < upper && value >= upper - 0.01 - 1e-12);
    return significant.length === 0 ? 0 : (100 * inside.length) / significant.length;
  });
}

/**
 * The p-curve as SVG text: how the significant p-values are spread below 0.05, against the flat line of no effect. Right
 * skew (much at the left) speaks for evidence, left skew for p-values that were worked at.
 * Source: Simonsohn, Nelson and Simmons (2014), doi:10.1037/a0033242.
 */
export function pCurveFigure(
  curve: Pick<PCurve, 'p' | 'significant' | 'rightSkewFull' | 'rightSkewHalf' | 'flatFull' | 'power'>,
  options: FigureOptions = {},
): string {
  const palette = options.palette ?? PALETTES.print;
  if (curve.significant === 0) throw new RangeError('pCurveFigure: no test is significant');
  const shares = pCurveShares(curve.p);
  const area = plotArea(
    {
      across: { low: 0.005, high: 0.055, ticks: BINS.map(at => ({ at, text: decimalText(at, 2) })) },
      // A little room below zero, where the label of an empty bin stands.
      up: {
        low: options.isNarrow ? -12 : -8,
        high: 104,
        ticks: [0, 25, 50, 75, 100].map(at => ({ at, text: `${at} %` })),
      },
      names: { across: 'p-value', up: `Share of ${curve.significant} significant results` },
      box: { ...PLOT_BOX, width: 560 },
    },
    options,
  );
  const places = shares.map((share, bin): Place => [area.x(BINS[bin] ?? 0), area.y(share)]);
  const test = (name: string, p: number | null) => (p === null ? [] : [`${name}: ${pText(p)}`]);
  const notes = [
    ...test('Right skew, all significant', curve.rightSkewFull.p),
    ...test('Right skew, p < 0.025', curve.rightSkewHalf.p),
    ...test('Flatter than with power 33 %', curve.flatFull.p),
    ...(curve.power
      ? [
          `Power behind them: ${decimalText(100 * curve.power.estimate, 0)} % (90 % CI ${decimalText(100 * curve.power.lower, 0)} to ${decimalText(100 * curve.power.upper, 0)} %)`,
        ]
      : []),
  ];
  const rows = area.isNarrow ? notes.flatMap(note => wrapWords(note, NARROW_WIDTH, NOTE_FONT * SCREEN_FACE)) : notes;
  const [noteLeft, noteTop] = area.isNarrow ? [0, area.foot + 12] : [area.left, area.bottom + 72];
  return figure(
    {
      ...plotFrame(area, { width: area.right + 24, height: area.bottom + 60 + rows.length * 18 }, rows.length * 18),
      title: 'P-curve',
      description: `${curve.significant} of ${curve.p.length} tests are significant: shares of p-values from 0.01 to 0.05.`,
    },
    palette,
    [
      line(area.left, area.y(20), area.right, area.y(20), { stroke: palette.muted, 'stroke-dasharray': '4 3' }),
      noEffectName(segmentsOf(places), area, palette),
      element('path', { d: pathThrough(places), fill: 'none', stroke: palette.diamond, 'stroke-width': 2.2 }),
      ...places.map(([cx, cy]) =>
        element('circle', { cx, cy, r: 4.5, fill: palette.point, stroke: palette.background }),
      ),
      ...shareLabels(shares, places, area, palette),
      ...plotAxes(area, palette),
      ...rows.map((text, row) =>
        words(text, noteLeft, noteTop + row * 18, { 'font-size': NOTE_FONT, fill: palette.muted }),
      ),
    ],
  );
}

function segmentsOf(places: readonly Place[]): Segment[] {
  return places.slice(1).map((to, at): Segment => [places[at] ?? to, to]);
}

/** Above or below the line of no effect, at its right or left end: where the curve doesn't run through it. */
function noEffectSpot(curve: readonly Segment[], area: PlotArea): Spot {
  const width = approximateWidth(NO_EFFECT, 12) + 4;
  const y = area.y(20);
  const spots: readonly Spot[] = [
    { x: area.right, y: y - 6, anchor: 'end' },
    { x: area.right, y: y + 15, anchor: 'end' },
    { x: area.left + 6, y: y - 6, anchor: 'start' },
    { x: area.left + 6, y: y + 15, anchor: 'start' },
  ];
  const isClear = ({ x, y: baseline, anchor }: Spot) =>
    !curve.some(segment => crosses(segment, anchor === 'end' ? x - width : x, baseline - 10, width, 13));
  return spots.find(isClear) ?? { x: area.right, y: y - 6, anchor: 'end' };
}

function noEffectName(curve: readonly Segment[], area: PlotArea, palette: Palette): string {
  const { x, y, anchor } = noEffectSpot(curve, area);
  return words(NO_EFFECT, x, y, { 'text-anchor': anchor, 'font-size': 12, fill: palette.muted });
}

/** The share beside each point where neither the curve nor another word runs through it: above if it can be. */
function shareLabels(shares: readonly number[], places: readonly Place[], area: PlotArea, palette: Palette): string[] {
  const y = area.y(20);
  const curve = segmentsOf(places);
  const name = noEffectSpot(curve, area);
  const [from, width] = [name.x, approximateWidth(NO_EFFECT, 12) * (name.anchor === 'end' ? -1 : 1)];
  const crossing: Segment[] = [
    ...curve,
    [
      [area.left, y],
      [area.right, y],
    ],
    [
      [from, name.y - 4],
      [from + width, name.y - 4],
    ],
  ];
  return places.map(([x, y], bin) => {
    const text = `${decimalText(shares[bin] ?? 0, 0)} %`;
    const spot = clearSpot(text, [x, y], crossing);
    return haloName(text, spot.x, spot.y, spot.anchor, palette);
  });
}
