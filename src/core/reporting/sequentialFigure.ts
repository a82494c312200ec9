import { normalQuantile } from '#core/numeric/distributions';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { countText, decimalText } from '#core/reporting/numbers';
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
import { type Key, type PlacedEntry, plotKey } from '#core/reporting/plotKey';
import { haloName } from '#core/reporting/pointNames';
import { studyDot } from '#core/reporting/studyDot';
import { element, line, words } from '#core/reporting/svg';
import type { TrialSequentialAnalysis } from '#core/synthesis/sequential/trialSequential';

export interface SequentialData {
  /** Labels of the trials, in the order of their coming. */
  readonly labels: readonly string[];
  readonly analysis: Pick<TrialSequentialAnalysis, 'steps' | 'sizeUsed' | 'ahead'> &
    Partial<Pick<TrialSequentialAnalysis, 'futility'>>;
  readonly sides: 1 | 2;
  /** Of the plan, over all sides; 0.05 where it is not said. */
  readonly alpha?: number;
  /** Whom a Z below and above zero speaks for. */
  readonly favours?: { readonly below: string; readonly above: string };
}

/** Boundaries of the first looks run off the figure: nobody crosses ten standard errors. */
const HIGHEST = 8;
const SIGNS = [1, -1] as const;
const SMALL = { 'font-size': 12.5 };

function boundaryPaths({ analysis: { steps, ahead } }: SequentialData, sign: 1 | -1, area: PlotArea) {
  const place = (persons: number, z: number): Place => [area.x(persons), area.y(sign * z)];
  const past = steps.flatMap(({ persons, boundary }) =>
    boundary !== null && Number.isFinite(boundary) ? [place(persons, boundary)] : [],
  );
  const last = past.at(-1);
  return {
    past: insidePlot(past, area),
    ahead: insidePlot([...(last ? [last] : []), ...ahead.map(one => place(one.persons, one.boundary))], area),
  };
}

/** Only a boundary that somebody could have crossed is drawn through; what lies ahead is dashed. */
function boundary(data: SequentialData, sign: 1 | -1, area: PlotArea, palette: Palette): string[] {
  const { past, ahead } = boundaryPaths(data, sign, area);
  const look = { fill: 'none', stroke: palette.mark, 'stroke-width': 2 };
  return [
    ...past.map(run => element('path', { d: pathThrough(run), ...look })),
    ...ahead.map(run => element('path', { d: pathThrough(run), ...look, 'stroke-dasharray': '7 4' })),
  ];
}

/** The wedge of futility, where nothing as large as planned would still be found; dashed up to where both boundaries meet. */
function wedge({ analysis }: SequentialData, sign: 1 | -1, area: PlotArea, palette: Palette): string[] {
  const { futility, steps, sizeUsed } = analysis;
  if (!futility?.estimable) return [];
  const { z, end } = futility.value;
  const past = z.flatMap((bound, look): Place[] =>
    bound === null ? [] : [[area.x(Math.min(steps[look]?.persons ?? 0, sizeUsed)), area.y(sign * bound)]],
  );
  const last = past.at(-1);
  const look = { fill: 'none', stroke: palette.muted, 'stroke-width': 2 };
  return [
    ...insidePlot(past, area).map(run => element('path', { d: pathThrough(run), ...look })),
    ...(end === null || !last
      ? []
      : insidePlot([last, [area.x(sizeUsed), area.y(sign * end)]], area).map(run =>
          element('path', { d: pathThrough(run), ...look, 'stroke-dasharray': '7 4' }),
        )),
  ];
}

function favoured({ favours, sides }: SequentialData, area: PlotArea, palette: Palette): string[] {
  if (!favours || sides === 1) return [];
  const x = area.left + 10;
  const style = { ...SMALL, fill: palette.muted };
  return [
    words(`↑ Favours ${favours.above}`, x, area.top + 16, style),
    words(`↓ Favours ${favours.below}`, x, area.bottom - 9, style),
  ];
}

/** The size that is needed as an upright line, its number on the side where there is room and no curve. */
function sizeLine(data: SequentialData, area: PlotArea, palette: Palette): string {
  const { sizeUsed } = data.analysis;
  const x = area.x(sizeUsed);
  const isFar = x - area.left > (area.isNarrow ? area.width / 2 : 220);
  const [text, at, anchor] = [
    `needed: ${countText(Math.ceil(sizeUsed))}`,
    isFar ? x - 7 : x + 7,
    isFar ? 'end' : 'start',
  ];
  return (
    line(x, area.top, x, area.bottom, { stroke: palette.ink, 'stroke-dasharray': '6 4' }) +
    (area.isNarrow
      ? haloName(text, at, area.bottom - (data.favours ? 27 : 9), anchor, palette)
      : words(text, at, area.top + 16, { ...SMALL, 'text-anchor': anchor }))
  );
}

function legend(area: PlotArea, single: number, palette: Palette, hasWedge: boolean): Key {
  const entry = (at: number, text: string, look: Readonly<Record<string, string | number>>, row = 0): PlacedEntry => {
    return { text, at, row, sample: (x, y) => line(x, y, x + 28, y, look) };
  };
  const dotted = { stroke: palette.muted, 'stroke-dasharray': '2 3' };
  const futility = { stroke: palette.muted, 'stroke-width': 2 };
  return plotKey(
    [
      entry(0, 'Cumulative Z', { stroke: palette.diamond, 'stroke-width': 2 }),
      entry(160, 'Boundary for repeated looks', { stroke: palette.mark, 'stroke-width': 2 }),
      entry(415, `Z = ${decimalText(single, 2)}, a single look`, dotted),
      ...(hasWedge ? [entry(0, 'Boundary for giving up (futility)', futility, 1)] : []),
    ],
    area,
  );
}

/**
 * The figure of a trial sequential analysis as SVG text: people across, Z of the growing meta-analysis upward as a line,
 * boundaries for repeated looks (dashed: of a next look), the limit of a single look dotted, and the
 * size that would be needed. Crossing only the dotted line is not yet evidence.
 * Source: Wetterslev et al. (2008), doi:10.1016/j.jclinepi.2007.03.013.
 */
export function sequentialFigure(data: SequentialData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { steps, sizeUsed } = data.analysis;
  const last = steps.at(-1);
  if (!last) throw new RangeError('sequentialFigure: at least one trial is needed');
  const single = normalQuantile((data.alpha ?? 0.05) / data.sides, false);
  const heights = steps.map(({ z }) => z);
  const bounds = steps.flatMap(({ boundary: z }) => (z !== null && Number.isFinite(z) ? [z] : []));
  const reach = Math.min(HIGHEST, Math.max(3, ...heights.map(Math.abs), ...bounds));
  const { isNarrow } = options;
  const across = axisAround([0, Math.max(sizeUsed, last.persons)], ticksThatFit(6, isNarrow));
  const area = plotArea(
    {
      across: { ...across, ticks: across.ticks.map(({ at }) => ({ at, text: countText(at) })) },
      up: axisAround(data.sides === 2 ? [-reach, reach] : [Math.min(0, ...heights), reach], isNarrow ? 6 : 8),
      names: { across: 'People in all trials so far', up: 'Z of the cumulative meta-analysis' },
      narrow: { height: 320 },
    },
    options,
  );
  // A Z beyond the figure leaves it at the edge.
  const path = insidePlot(
    steps.map(({ persons, z }): Place => [area.x(persons), area.y(z)]),
    area,
  );
  const signs = SIGNS.slice(0, data.sides);
  const hasWedge = data.analysis.futility?.estimable === true;
  const key = legend(area, single, palette, hasWedge);
  return figure(
    {
      ...plotFrame(area, { width: area.right + 24, height: area.bottom + (hasWedge ? 104 : 80) }, key.height),
      title: 'Trial sequential analysis',
      description: `Z after ${steps.length} trials against boundaries for repeated looks; ${countText(Math.ceil(sizeUsed))} people needed.`,
    },
    palette,
    [
      line(area.left, area.y(0), area.right, area.y(0), { stroke: palette.grid }),
      ...signs.map(sign =>
        line(area.left, area.y(sign * single), area.right, area.y(sign * single), {
          stroke: palette.muted,
          'stroke-dasharray': '2 3',
        }),
      ),
      sizeLine(data, area, palette),
      ...favoured(data, area, palette),
      ...signs.flatMap(sign => [...boundary(data, sign, area, palette), ...wedge(data, sign, area, palette)]),
      ...path.map(run =>
        element('path', { d: pathThrough(run), fill: 'none', stroke: palette.diamond, 'stroke-width': 2 }),
      ),
      ...plotAxes(area, palette),
      ...steps.flatMap(({ persons, z }, place) =>
        z > area.up.high || z < area.up.low
          ? []
          : [
              studyDot(
                { studyId: String(place), label: data.labels[place] ?? `Trial ${place + 1}` },
                area.x(persons),
                area.y(z),
                palette,
                4,
              ),
            ],
      ),
      ...key.drawing,
    ],
  );
}
