import { type FigureOptions, figure } from '#core/reporting/figure';
import { countText } from '#core/reporting/numbers';
import { PALETTES } from '#core/reporting/palette';
import {
  axisAround,
  insidePlot,
  PLOT_BOX,
  type Place,
  pathThrough,
  plotArea,
  plotAxes,
} from '#core/reporting/plotArea';
import { studyDot } from '#core/reporting/studyDot';
import { element, line, words } from '#core/reporting/svg';
import type { TrialSequentialAnalysis } from '#core/synthesis/sequential/trialSequential';

export interface SequentialData {
  /** Labels of the trials, in the order of their coming. */
  readonly labels: readonly string[];
  readonly analysis: Pick<TrialSequentialAnalysis, 'steps' | 'sizeUsed'>;
  readonly sides: 1 | 2;
}

/** Boundaries of the first looks run off the figure: nobody crosses ten standard errors. */
const HIGHEST = 8;
const CONVENTIONAL = 1.959963984540054;

/**
 * The figure of a trial sequential analysis as SVG text: people across, Z of the growing meta-analysis upward as a line,
 * boundaries for repeated looks, the usual 1.96 dotted, and the size that would be needed. Crossing only the dotted line
 * is not yet evidence. Source: Wetterslev et al. (2008), doi:10.1016/j.jclinepi.2007.03.013.
 */
export function sequentialFigure(data: SequentialData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { steps, sizeUsed } = data.analysis;
  const last = steps.at(-1);
  if (!last) throw new RangeError('sequentialFigure: at least one trial is needed');
  const most = Math.max(sizeUsed, last.persons);
  const heights = steps.map(({ z }) => z);
  const reach = Math.min(HIGHEST, Math.max(3, ...heights.map(Math.abs), ...steps.map(({ boundary }) => boundary ?? 0)));
  const across = axisAround([0, most], 6);
  const area = plotArea(
    PLOT_BOX,
    { ...across, ticks: across.ticks.map(({ at }) => ({ at, text: countText(at) })) },
    axisAround(data.sides === 2 ? [-reach, reach] : [Math.min(0, ...heights), reach], 8),
  );
  const path = steps.map(({ persons, z }): Place => [area.x(persons), area.y(z)]);
  const boundary = (sign: 1 | -1) =>
    insidePlot(
      steps.flatMap((step): Place[] =>
        step.boundary === null ? [] : [[area.x(step.persons), area.y(sign * step.boundary)]],
      ),
      area,
    ).map(run => element('path', { d: pathThrough(run), fill: 'none', stroke: palette.mark, 'stroke-width': 2 }));
  const signs: readonly (1 | -1)[] = data.sides === 2 ? [1, -1] : [1];
  const required = area.x(sizeUsed);
  const keyY = area.bottom + 72;
  const sample = (x: number, text: string, look: Readonly<Record<string, string | number>>) =>
    line(x, keyY, x + 28, keyY, look) + words(text, x + 36, keyY + 4.5, { 'font-size': 12.5 });
  return figure(
    {
      width: area.right + 24,
      height: area.bottom + 80,
      margin: 32,
      title: 'Trial sequential analysis',
      description: `Z after ${steps.length} trials against boundaries for repeated looks; ${countText(Math.ceil(sizeUsed))} people needed.`,
    },
    palette,
    [
      line(area.left, area.y(0), area.right, area.y(0), { stroke: palette.hairline }),
      ...signs.map(sign =>
        line(area.left, area.y(sign * CONVENTIONAL), area.right, area.y(sign * CONVENTIONAL), {
          stroke: palette.muted,
          'stroke-dasharray': '2 3',
        }),
      ),
      line(required, area.top, required, area.bottom, { stroke: palette.ink, 'stroke-dasharray': '6 4' }),
      words(`needed: ${countText(Math.ceil(sizeUsed))}`, required - 6, area.top + 14, {
        'text-anchor': 'end',
        'font-size': 12.5,
      }),
      ...signs.flatMap(boundary),
      element('path', { d: pathThrough(path), fill: 'none', stroke: palette.diamond, 'stroke-width': 2 }),
      ...plotAxes(area, { across: 'People in all trials so far', up: 'Z of the cumulative meta-analysis' }, palette),
      ...steps.map((step, place) =>
        studyDot(
          { studyId: String(place), label: data.labels[place] ?? `Trial ${place + 1}` },
          area.x(step.persons),
          area.y(step.z),
          palette,
          4,
        ),
      ),
      sample(area.left, 'Cumulative Z', { stroke: palette.diamond, 'stroke-width': 2 }),
      sample(area.left + 170, 'Boundary for repeated looks', { stroke: palette.mark, 'stroke-width': 2 }),
      sample(area.left + 430, 'Z = 1.96, one look', { stroke: palette.muted, 'stroke-dasharray': '2 3' }),
    ],
  );
}
