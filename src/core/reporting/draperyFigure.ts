import { axisFor } from '#core/reporting/axis';
import { axisPosition, displayScale, type ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import {
  insidePlot,
  PLOT_BOX,
  type Place,
  type PlotArea,
  pathThrough,
  plotArea,
  plotAxes,
  plotFrame,
} from '#core/reporting/plotArea';
import { type Key, plotKey } from '#core/reporting/plotKey';
import { element, escapeSvg, line, words } from '#core/reporting/svg';
import { pValueAt, type TestedEstimate } from '#core/synthesis/pValueFunction';

export interface DraperyStudy {
  readonly studyId: string;
  readonly label: string;
  /** On the analysis scale. */
  readonly estimate: number;
  readonly standardError: number;
}

export interface DraperyData {
  readonly measure: string;
  readonly scale: ScaleName;
  readonly noEffect: number | null;
  readonly studies: readonly DraperyStudy[];
  readonly pooled: TestedEstimate | null;
  /** The distribution of the effect of a new study; none where no prediction interval is computed. */
  readonly prediction: TestedEstimate | null;
}

/** Where p is worked out, in standard errors from the estimate: denser near the peak. */
const STEPS: readonly number[] = Array.from({ length: 41 }, (_, step) => {
  const share = (step - 20) / 20;
  return Math.sign(share) * 4 * Math.abs(share) ** 1.5;
});
const LEVELS = [0.05, 0.1] as const;
const P_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1].map(at => ({ at, text: decimalText(at, 1) }));

function curveOf(tested: TestedEstimate, scale: ScaleName, area: PlotArea): Place[][] {
  // With few degrees of freedom the tails are long: the steps go farther out.
  const stretch = tested.df === null ? 1 : 1 + 6 / tested.df;
  const places = STEPS.map((step): Place => {
    const effect = tested.estimate + step * stretch * tested.standardError;
    return [area.x(axisPosition(scale, effect)), area.y(pValueAt(tested, effect))];
  });
  return insidePlot(places, area);
}

function draw(runs: readonly Place[][], look: Readonly<Record<string, string | number>>, title: string): string {
  return runs
    .map(run => element('path', { d: pathThrough(run), fill: 'none', ...look }, element('title', {}, escapeSvg(title))))
    .join('');
}

/** Lines at the usual levels, named by the confidence that they bound, at the right. */
function levels(area: PlotArea, palette: Palette): string[] {
  return LEVELS.map(level =>
    [
      line(area.left, area.y(level), area.right, area.y(level), { stroke: palette.muted, 'stroke-dasharray': '2 3' }),
      words(`${Math.round(100 * (1 - level))} % CI`, area.right + 6, area.y(level) + 4, {
        'font-size': 11.5,
        fill: palette.muted,
      }),
    ].join(''),
  );
}

function key(data: DraperyData, area: PlotArea, palette: Palette): Key {
  const rows = [
    { text: 'Study', look: { stroke: palette.edge, 'stroke-width': 1 }, isShown: true },
    { text: 'Pooled effect', look: { stroke: palette.diamond, 'stroke-width': 2.6 }, isShown: data.pooled !== null },
    {
      text: 'Effect of a new study',
      look: { stroke: palette.diamond, 'stroke-width': 1.6, 'stroke-dasharray': '6 4' },
      isShown: data.prediction !== null,
    },
  ].filter(({ isShown }) => isShown);
  return plotKey(
    rows.map(({ text, look }, place) => ({ text, at: place * 190, sample: (x, y) => line(x, y, x + 28, y, look) })),
    area,
  );
}

/**
 * The drapery plot as SVG text: for every study and for the pooled effect the p-value at each possible true effect, so
 * that all confidence intervals are seen at once, at any level. Source: Rücker and Schwarzer (2021), doi:10.1002/jrsm.1410.
 */
export function draperyFigure(data: DraperyData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { scale, noEffect, studies, pooled, prediction } = data;
  const reach = ({ estimate, standardError }: { estimate: number; standardError: number }, times: number) => [
    estimate - times * standardError,
    estimate + times * standardError,
  ];
  const across = axisFor({
    scale,
    must: [
      ...(noEffect === null ? [] : [noEffect]),
      ...(pooled ? reach(pooled, 2.5) : []),
      ...(prediction ? reach(prediction, 2) : []),
      ...studies.map(({ estimate }) => estimate),
    ],
    bounds: studies.flatMap(study => reach(study, 2)),
    most: ticksThatFit(7, options.isNarrow),
  });
  const { isLogAxis, axisNote } = displayScale(scale);
  const area = plotArea(
    {
      across,
      up: { low: 0, high: 1, ticks: P_TICKS },
      names: { across: `${data.measure}${isLogAxis ? axisNote : ''}`, up: 'p-value' },
      box: { ...PLOT_BOX, width: 650 },
      narrow: { aside: 58 },
    },
    options,
  );
  const { drawing, height } = key(data, area, palette);
  const none = noEffect === null ? undefined : area.x(axisPosition(scale, noEffect));
  return figure(
    {
      ...plotFrame(area, { width: area.right + 56, height: area.bottom + 80 }, height),
      title: `Drapery plot: ${data.measure}`,
      description: `P-value functions of ${studies.length} studies${pooled ? ' and of the pooled effect' : ''}.`,
    },
    palette,
    [
      ...levels(area, palette),
      none === undefined ? '' : line(none, area.top, none, area.bottom, { stroke: palette.ink }),
      ...studies.map(study =>
        draw(
          curveOf({ ...study, df: null }, scale, area),
          { stroke: palette.edge, 'stroke-width': 1, 'data-study': study.studyId },
          study.label,
        ),
      ),
      prediction
        ? draw(
            curveOf(prediction, scale, area),
            { stroke: palette.diamond, 'stroke-width': 1.6, 'stroke-dasharray': '6 4' },
            'Effect of a new study',
          )
        : '',
      pooled
        ? draw(curveOf(pooled, scale, area), { stroke: palette.diamond, 'stroke-width': 2.6 }, 'Pooled effect')
        : '',
      ...plotAxes(area, palette),
      drawing.join(''),
    ],
  );
}
