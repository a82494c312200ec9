import { axisFor } from '#core/reporting/axis';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { PALETTES } from '#core/reporting/palette';
import {
  axisAround,
  insidePlot,
  type Place,
  pathThrough,
  plotArea,
  plotAxes,
  plotFrame,
} from '#core/reporting/plotArea';
import { studyDot } from '#core/reporting/studyDot';
import { element, line } from '#core/reporting/svg';
import { type DoseResponse, predictAtDoses } from '#core/synthesis/doseResponse/doseResponse';
import type { DoseStudy } from '#core/synthesis/doseResponse/greenlandLongnecker';

export interface DoseResponseData {
  /** `Alcohol, grams a day`. */
  readonly dose: string;
  /** `Risk ratio`. */
  readonly measure: string;
  /** The dose that the others are compared with. */
  readonly reference: number;
  /** Percent. */
  readonly level: number;
  readonly fit: Pick<DoseResponse, 'coefficients' | 'covariance' | 'knots'>;
  /** What the studies reported; categories against other references than the curve's stand at their own log ratio. */
  readonly studies: readonly DoseStudy[];
}

const STEPS = 80;

/**
 * The dose–response curve as SVG text: ratio against the reference dose, with its band, only over the doses of the
 * studies; each reported category as a circle, area in proportion to its weight.
 */
export function doseResponseFigure(data: DoseResponseData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { studies, reference } = data;
  const doses = [
    reference,
    ...studies.flatMap(({ reference: base, categories }) => [base.dose, ...categories.map(({ dose }) => dose)]),
  ];
  const [least, most] = [Math.min(...doses), Math.max(...doses)];
  const at = Array.from({ length: STEPS + 1 }, (_, step) => least + (step / STEPS) * (most - least));
  const curve = predictAtDoses(data.fit, at, reference, data.level);
  const points = studies.flatMap(({ studyId, categories }) => categories.map(category => ({ studyId, ...category })));
  const up = axisFor({
    scale: 'log',
    must: [0, ...curve.map(({ logRatio }) => logRatio), ...points.map(({ logRatio }) => logRatio)],
    bounds: curve.flatMap(({ lower, upper }) => [lower, upper]),
    most: ticksThatFit(7, options.isNarrow),
  });
  const across = axisAround([least, most], ticksThatFit(7, options.isNarrow));
  const area = plotArea({ across, up, names: { across: data.dose, up: `${data.measure}, log scale` } }, options);
  const heaviest = Math.max(...points.map(({ standardError }) => 1 / standardError), 1e-9);
  const place = (dose: number, logRatio: number): Place => [area.x(dose), area.y(logRatio)];
  const cut = (logRatio: number) => Math.min(up.high, Math.max(up.low, logRatio));
  const band = [
    ...curve.map(({ dose, upper }) => place(dose, cut(upper))),
    ...curve.toReversed().map(({ dose, lower }) => place(dose, cut(lower))),
  ];
  return figure(
    {
      ...plotFrame(area, { width: area.right + 8, height: area.bottom + 48 }),
      title: `Dose–response curve: ${data.measure}`,
      description: `${data.measure} by ${data.dose}, ${studies.length} studies, against ${reference}.`,
    },
    palette,
    [
      element('path', { d: `${pathThrough(band)}Z`, fill: palette.tint }),
      line(area.left, area.y(0), area.right, area.y(0), { stroke: palette.ink }),
      ...insidePlot(
        curve.map(({ dose, logRatio }) => place(dose, logRatio)),
        area,
      ).map(run =>
        element('path', { d: pathThrough(run), fill: 'none', stroke: palette.diamond, 'stroke-width': 2.2 }),
      ),
      ...points.map(({ studyId, dose, logRatio, standardError }) =>
        studyDot(
          { studyId, label: studyId },
          ...place(dose, logRatio),
          palette,
          Math.max(2.5, (10 * (1 / standardError)) / heaviest),
        ),
      ),
      ...plotAxes(area, palette),
    ],
  );
}
