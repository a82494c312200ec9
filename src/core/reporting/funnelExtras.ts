import type { FunnelData, FunnelPoint } from '#core/reporting/funnelFigure';
import type { Palette } from '#core/reporting/palette';
import { type PlotArea, pathThrough } from '#core/reporting/plotArea';
import { type Key, type KeyEntry, keyRows } from '#core/reporting/plotKey';
import { pointSymbol } from '#core/reporting/pointSymbol';
import { element, escapeSvg, line } from '#core/reporting/svg';

/** What lines and points of a funnel need of its plot: standard errors go down to the end of the upward axis. */
type FunnelPlaces = Pick<PlotArea, 'left' | 'right' | 'bottom' | 'up' | 'x' | 'y'>;

/** A study as a point of its kind, its name as the point's title. */
export function funnelPoint(point: FunnelPoint, { x, y }: FunnelPlaces, palette: Palette): string {
  const { studyId, label, estimate, standardError, kind = 0 } = point;
  return element(
    'g',
    { 'data-study': studyId },
    element('title', {}, escapeSvg(label)),
    pointSymbol(kind, x(estimate), y(standardError), palette),
  );
}

/** Studies that trim and fill put in: open rings, which nobody takes for a study. */
export function filledPoints({ filled = [] }: FunnelData, { x, y }: FunnelPlaces, palette: Palette): string[] {
  return filled.map(({ estimate, standardError }) =>
    element('circle', {
      cx: x(estimate),
      cy: y(standardError),
      r: 5,
      fill: palette.background,
      stroke: palette.point,
      'stroke-width': 1.6,
    }),
  );
}

/** The curve of a limit meta-analysis, and the lines that 95 % of studies without heterogeneity lie between. */
export function funnelLines(data: FunnelData, places: FunnelPlaces, palette: Palette): string[] {
  const { x, y, up } = places;
  const largest = up.high;
  const { curve = [], limitsAround } = data;
  const limits =
    limitsAround === undefined
      ? []
      : [-1.959963984540054, 1.959963984540054].map(quantile =>
          line(x(limitsAround), y(0), x(limitsAround + quantile * largest), y(largest), {
            stroke: palette.muted,
            'stroke-dasharray': '6 4',
          }),
        );
  const bent = curve.map(({ estimate, standardError }) => [x(estimate), y(standardError)] as const);
  return [
    ...limits,
    bent.length > 1
      ? element('path', { d: pathThrough(bent), fill: 'none', stroke: palette.mark, 'stroke-width': 2.2 })
      : '',
  ];
}

export function funnelEntries(data: FunnelData, palette: Palette): KeyEntry[] {
  const stroke = (look: Readonly<Record<string, string | number>>) => (x: number, y: number) =>
    line(x, y, x + 22, y, look);
  const kinds = (data.kinds ?? []).map((text, kind): KeyEntry => {
    return { text, sample: (x, y) => pointSymbol(kind, x + 11, y, palette) };
  });
  const filled: KeyEntry[] = data.filled?.length
    ? [{ text: 'Filled in', sample: (x, y) => pointSymbol(5, x + 11, y, palette) }]
    : [];
  const adjusted: KeyEntry[] =
    typeof data.adjusted === 'number'
      ? [
          {
            text: data.adjustedName ?? 'Adjusted effect',
            sample: stroke({ stroke: palette.mark, 'stroke-width': 2.2, 'stroke-dasharray': '2 3' }),
          },
        ]
      : [];
  const curve: KeyEntry[] = data.curve?.length
    ? [
        {
          text: 'Effect expected at each standard error',
          sample: stroke({ stroke: palette.mark, 'stroke-width': 2.2 }),
        },
      ]
    : [];
  return [...kinds, ...filled, ...adjusted, ...curve];
}

/** What the points and lines mean, in rows below the axis. */
export function funnelKey(data: FunnelData, { left, right, bottom }: FunnelPlaces, palette: Palette): Key {
  // Rows keep as far from the plot's right edge as entries from one another.
  return keyRows(funnelEntries(data, palette), { left, right: right - 22, top: bottom + 74, sample: 32 });
}
