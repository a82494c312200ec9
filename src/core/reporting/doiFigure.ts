import { axisFor } from '#core/reporting/axis';
import { axisAsAnalysed } from '#core/reporting/axisAsAnalysed';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES } from '#core/reporting/palette';
import { axisAround, type Place, pathThrough, plotArea, plotAxes, plotFrame } from '#core/reporting/plotArea';
import { studyDot } from '#core/reporting/studyDot';
import { element, line, words } from '#core/reporting/svg';
import type { LfkIndex } from '#core/synthesis/smallStudy/lfkIndex';

export interface DoiPoint {
  readonly studyId: string;
  readonly label: string;
  /** On the analysis scale. */
  readonly estimate: number;
  /** Normal score of its rank weighted by precision. */
  readonly score: number;
}

export interface DoiData {
  readonly measure: string;
  readonly scale: ScaleName;
  /** From the smallest effect to the largest. */
  readonly points: readonly DoiPoint[];
  /** The effect in the middle of the plot. */
  readonly centre: number;
  readonly index: number;
  readonly asymmetry: LfkIndex['asymmetry'];
}

/**
 * The Doi plot as SVG text: effect across, distance of its rank from the middle downward, with the LFK index. Two equal
 * limbs mean no asymmetry. Source: Furuya-Kanamori, Barendregt and Doi (2018), doi:10.1097/XEB.0000000000000141.
 */
export function doiFigure(data: DoiData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { points, scale, centre } = data;
  const most = ticksThatFit(7, options.isNarrow);
  const across = axisAsAnalysed(
    scale,
    spacing => axisFor({ scale: spacing, must: [centre, ...points.map(({ estimate }) => estimate)], bounds: [], most }),
    most,
  );
  const area = plotArea(
    {
      across,
      up: axisAround([0, ...points.map(({ score }) => Math.abs(score))], ticksThatFit(6, options.isNarrow)),
      names: { across: `${data.measure}${displayScale(scale).axisNote}`, up: 'Absolute z-score of the rank' },
      isDownward: true,
    },
    options,
  );
  const places = points.map(({ estimate, score }): Place => [area.x(estimate), area.y(Math.abs(score))]);
  const middle = area.x(centre);
  return figure(
    {
      ...plotFrame(area, { width: area.right + 8, height: area.bottom + 70 }, 24),
      title: `Doi plot: ${data.measure}`,
      description: `${points.length} studies, LFK index ${decimalText(data.index, 2)}: ${data.asymmetry}.`,
    },
    palette,
    [
      line(middle, area.top, middle, area.bottom, { stroke: palette.ink, 'stroke-dasharray': '4 3' }),
      element('path', { d: pathThrough(places), fill: 'none', stroke: palette.edge, 'stroke-width': 1.4 }),
      ...plotAxes(area, palette),
      ...points.map((point, at) => studyDot(point, places[at]?.[0] ?? 0, places[at]?.[1] ?? 0, palette)),
      words(
        `LFK index ${decimalText(data.index, 2)}: ${data.asymmetry}`,
        (area.left + area.right) / 2,
        area.isNarrow ? area.foot + 15 : area.bottom + 68,
        { 'text-anchor': 'middle', 'font-weight': 600 },
      ),
    ],
  );
}
