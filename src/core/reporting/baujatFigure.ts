import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { PALETTES } from '#core/reporting/palette';
import { axisAround, plotArea, plotAxes, plotFrame } from '#core/reporting/plotArea';
import { pointNames } from '#core/reporting/pointNames';
import { studyDot } from '#core/reporting/studyDot';

export interface BaujatPoint {
  readonly studyId: string;
  readonly label: string;
  /** Contribution to the heterogeneity Q. */
  readonly heterogeneity: number;
  /** Squared change of the pooled effect without the study, standardised. */
  readonly influence: number;
}

export interface BaujatData {
  readonly points: readonly BaujatPoint[];
}

const MOST_NAMES = 8;

/** The studies farthest from the origin are named, in either direction. */
function named({ points }: BaujatData): ReadonlySet<string> {
  const greatest = (read: (point: BaujatPoint) => number) => Math.max(...points.map(read)) || 1;
  const [across, up] = [greatest(point => point.heterogeneity), greatest(point => point.influence)];
  const far = (point: BaujatPoint) => Math.hypot(point.heterogeneity / across, point.influence / up);
  const order = points.toSorted((a, b) => far(b) - far(a));
  return new Set(
    order
      .filter(point => far(point) > 0.1)
      .slice(0, MOST_NAMES)
      .map(({ studyId }) => studyId),
  );
}

/**
 * Baujat's plot as SVG text: what a study adds to the heterogeneity across, how far it moves the pooled effect upward. A
 * study at the upper right does both. Source: Baujat et al. (2002), doi:10.1002/sim.1221.
 */
export function baujatFigure(data: BaujatData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { points } = data;
  const { isNarrow } = options;
  const area = plotArea(
    {
      across: axisAround([0, ...points.map(({ heterogeneity }) => heterogeneity)], ticksThatFit(7, isNarrow)),
      up: axisAround([0, ...points.map(({ influence }) => influence)], ticksThatFit(6, isNarrow)),
      names: { across: 'Contribution to heterogeneity (Q)', up: 'Influence on the pooled effect' },
    },
    options,
  );
  const names = named(data);
  const places = points.map(point => ({ ...point, x: area.x(point.heterogeneity), y: area.y(point.influence) }));
  const byDistance = places.toSorted(
    (a, b) => Number(names.has(b.studyId)) - Number(names.has(a.studyId)) || b.x - a.x,
  );
  return figure(
    {
      ...plotFrame(area, { width: area.right + 8, height: area.bottom + 48 }),
      title: 'Baujat plot',
      description: `${points.length} studies: contribution to heterogeneity against influence on the pooled effect.`,
    },
    palette,
    [
      ...plotAxes(area, palette),
      ...places.map(place => studyDot(place, place.x, place.y, palette)),
      ...pointNames(
        byDistance.map(({ label, studyId, x, y }) => ({ label, x, y, radius: 5, isNamed: names.has(studyId) })),
        area,
        [],
        palette,
      ),
    ],
  );
}
