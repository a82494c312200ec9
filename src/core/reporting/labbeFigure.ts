import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { PALETTES, type Palette } from '#core/reporting/palette';
import {
  axisAround,
  insidePlot,
  type Place,
  type PlotArea,
  pathThrough,
  plotArea,
  plotAxes,
  plotFrame,
} from '#core/reporting/plotArea';
import { type Key, plotKey } from '#core/reporting/plotKey';
import { pointNames } from '#core/reporting/pointNames';
import { element, escapeSvg, line } from '#core/reporting/svg';

export interface LabbePoint {
  readonly studyId: string;
  readonly label: string;
  /** Risk (or rate) in the first and in the second group, as observed. */
  readonly first: number;
  readonly second: number;
  readonly weightPercent: number;
}

export interface LabbeData {
  /** `BCG: risk`, `No vaccine: risk`. */
  readonly names: { readonly first: string; readonly second: string };
  readonly points: readonly LabbePoint[];
  /** The pooled effect as a curve: the risk of the first group at each risk of the second. None if not pooled. */
  readonly pooled: ((second: number) => number) | null;
  /** Risks end at one, rates don't. */
  readonly isRisk: boolean;
}

const SIDE = 500;
const RADIUS_FACTOR = 4.2;

function key(area: PlotArea, palette: Palette): Key {
  const pooled = { stroke: palette.diamond, 'stroke-width': 1.8, 'stroke-dasharray': '6 4' };
  return plotKey(
    [
      { text: 'No effect', at: 0, sample: (x, y) => line(x, y, x + 28, y, { stroke: palette.ink }) },
      { text: 'Pooled effect', at: 140, sample: (x, y) => line(x, y, x + 28, y, pooled) },
    ],
    area,
  );
}

/**
 * L'Abbé's plot as SVG text: risk of the second group across, of the first upward, circle area in proportion to weight.
 * On the diagonal both groups fare alike; the dashed curve is the pooled effect.
 * Source: L'Abbé, Detsky and O'Rourke (1987), doi:10.7326/0003-4819-107-2-224.
 */
export function labbeFigure(data: LabbeData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { points, pooled } = data;
  if (points.length === 0) throw new RangeError('labbeFigure: at least one study with two groups is needed');
  const axis = axisAround(
    [0, ...points.flatMap(({ first, second }) => [first, second])],
    ticksThatFit(6, options.isNarrow),
  );
  const high = data.isRisk ? Math.min(1, axis.high) : axis.high;
  const both = { ...axis, high };
  const area = plotArea(
    {
      across: both,
      up: both,
      names: { across: data.names.second, up: data.names.first },
      box: { left: 72, top: 8, width: SIDE, height: SIDE },
      narrow: { isSquare: true },
    },
    options,
  );
  const curve = pooled
    ? Array.from({ length: 101 }, (_, step): Place => {
        const second = (step / 100) * high;
        return [area.x(second), area.y(pooled(second))];
      })
    : [];
  // Circles shrink with the plot, so that they don't cover one another there.
  const factor = RADIUS_FACTOR * (area.isNarrow ? Math.sqrt(area.width / SIDE) : 1);
  const radius = ({ weightPercent }: LabbePoint) => Math.max(2.5, factor * Math.sqrt(weightPercent));
  const circles = points
    .toSorted((a, b) => b.weightPercent - a.weightPercent)
    .map(point =>
      element(
        'circle',
        {
          cx: area.x(point.second),
          cy: area.y(point.first),
          r: radius(point),
          fill: palette.square,
          'fill-opacity': 0.72,
          stroke: palette.background,
          'stroke-width': 1.2,
          'data-study': point.studyId,
        },
        element('title', {}, escapeSvg(point.label)),
      ),
    );
  const isFar = (point: LabbePoint) =>
    Math.abs(area.x(point.second) - area.left + (area.y(point.first) - area.bottom)) > (60 * area.width) / SIDE;
  const { drawing, height } = pooled ? key(area, palette) : { drawing: [], height: 0 };
  return figure(
    {
      ...plotFrame(area, { width: area.right + 8, height: area.bottom + (pooled ? 80 : 48) }, height),
      title: 'L’Abbé plot',
      description: `${points.length} studies: ${data.names.first} against ${data.names.second}.`,
    },
    palette,
    [
      line(area.left, area.bottom, area.right, area.top, { stroke: palette.ink }),
      ...insidePlot(curve, area).map(run =>
        element('path', {
          d: pathThrough(run),
          fill: 'none',
          stroke: palette.diamond,
          'stroke-width': 1.8,
          'stroke-dasharray': '6 4',
        }),
      ),
      ...plotAxes(area, palette),
      ...circles,
      ...pointNames(
        points
          .map(point => ({
            label: point.label,
            x: area.x(point.second),
            y: area.y(point.first),
            radius: radius(point),
            isNamed: isFar(point),
          }))
          .toSorted((a, b) => b.radius - a.radius),
        area,
        [],
        palette,
      ),
      drawing.join(''),
    ],
  );
}
