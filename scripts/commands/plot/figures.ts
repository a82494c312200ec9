import type { Estimable } from '#core/estimable';
import { Problem } from '#core/problem';
import { baujatFigure } from '#core/reporting/baujatFigure';
import { becauseWords } from '#core/reporting/becauseWords';
import { doiFigure } from '#core/reporting/doiFigure';
import { doseResponseFigure } from '#core/reporting/doseResponseFigure';
import { draperyFigure } from '#core/reporting/draperyFigure';
import {
  forestOfNetwork,
  funnelOfNetwork,
  leagueOfNetwork,
  networkOfContrasts,
} from '#core/reporting/figuresOfNetwork';
import type { ForestData } from '#core/reporting/forestData';
import { forestFigure, forestPages } from '#core/reporting/forestFigure';
import { forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { forestOfCumulative, forestOfLeaveOneOut } from '#core/reporting/forestOfSensitivity';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { funnelOfAnalysis, funnelOfLimitMeta, funnelOfTrimAndFill } from '#core/reporting/funnelOfAnalysis';
import { goshFigure } from '#core/reporting/goshFigure';
import { labbeFigure } from '#core/reporting/labbeFigure';
import { labbeOfAnalysis } from '#core/reporting/labbeOfAnalysis';
import { leagueFigure } from '#core/reporting/leagueFigure';
import { netHeatFigure } from '#core/reporting/netHeatFigure';
import { networkFigure } from '#core/reporting/networkFigure';
import type { Palette } from '#core/reporting/palette';
import { pCurveFigure } from '#core/reporting/pCurveFigure';
import {
  baujatOfAnalysis,
  doiOfAnalysis,
  draperyOfAnalysis,
  goshOfAnalysis,
  radialOfAnalysis,
} from '#core/reporting/plotsOfAnalysis';
import { posteriorFigure } from '#core/reporting/posteriorFigure';
import { prismaFigure } from '#core/reporting/prismaFigure';
import { prismaFlow } from '#core/reporting/prismaFlow';
import { radialFigure } from '#core/reporting/radialFigure';
import { sequentialFigure } from '#core/reporting/sequentialFigure';
import { summaryFigure } from '#core/reporting/summaryFigure';
import { trafficLightFigure } from '#core/reporting/trafficLightFigure';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { gosh } from '#core/synthesis/gosh';
import { netHeat } from '#core/synthesis/network/netHeat';
import { cumulativeOf, leaveOneOutOf } from '#core/synthesis/sensitivityOfAnalysis';
import { analysisInput } from '#scripts/commands/plot/analysisInput';
import { appraisalInput } from '#scripts/commands/plot/appraisalInput';
import { flowInput } from '#scripts/commands/plot/flowInput';
import { doseResponseInput, pCurveInput, posteriorInput, sequentialInput } from '#scripts/commands/plot/furtherInputs';
import { networkInput } from '#scripts/commands/plot/networkInput';
import { networkRequest } from '#scripts/commands/plot/networkRequest';

export interface PlotOptions {
  readonly palette: Palette;
  readonly isColourBlindSet: boolean;
  readonly by: 'study' | 'weight';
  /** For what is drawn by luck. */
  readonly seed: number;
  /** A study, by label or place, to be told apart. */
  readonly mark: string | undefined;
}

export interface Drawn {
  /** The whole figure, for standard output. */
  readonly svg: string;
  /** The same in pages, for a file. */
  readonly pages: readonly string[];
  /** What is wrong with what was drawn. */
  readonly remarks: readonly string[];
}

type Draw = (source: string, options: PlotOptions) => Drawn;

function onePage(svg: string, remarks: readonly string[] = []): Drawn {
  return { svg, pages: [svg], remarks };
}

function forest(data: ForestData, options: PlotOptions): Drawn {
  return { svg: forestFigure(data, options), pages: forestPages(data, options), remarks: [] };
}

/** What can't be drawn is refused with the reason. */
function insist<Data>(data: Estimable<Data>): Data {
  if (data.estimable) return data.value;
  throw new Problem('invalid', `this figure can't be drawn: ${becauseWords(data.because)}`);
}

const FIGURES = {
  forest: (source, options) => {
    const { analysis, words } = analysisInput(source);
    return forest(forestOfAnalysis(analysis, words), options);
  },
  funnel: (source, options) => onePage(funnelFigure(funnelOfAnalysis(analysisInput(source).analysis), options)),
  'trim-and-fill': (source, options) =>
    onePage(funnelFigure(insist(funnelOfTrimAndFill(analysisInput(source).analysis)), options)),
  'limit-funnel': (source, options) =>
    onePage(funnelFigure(insist(funnelOfLimitMeta(analysisInput(source).analysis)), options)),
  prisma: (source, options) => {
    const flow = prismaFlow(flowInput(source));
    const broken = flow.checks.filter(({ holds }) => !holds);
    return onePage(
      prismaFigure(flow, options),
      broken.map(({ identity, sentence }) => `${identity}: ${sentence}`),
    );
  },
  'traffic-light': (source, options) => onePage(trafficLightFigure(appraisalInput(source), options)),
  summary: (source, options) => onePage(summaryFigure(appraisalInput(source), options)),
  network: (source, options) => {
    // Counts of a network, or a request that holds its arms.
    if (!/"data"\s*:/.test(source)) return onePage(networkFigure(networkInput(source), options));
    const { drawn, people, reference } = networkRequest(source);
    const data = networkOfContrasts(drawn.contrasts, people);
    return onePage(networkFigure({ ...data, referenceId: reference }, options));
  },
  'network-forest': (source, options) => {
    const { drawn, reference } = networkRequest(source);
    return forest(forestOfNetwork(drawn, reference), options);
  },
  league: (source, options) => onePage(leagueFigure(leagueOfNetwork(networkRequest(source).drawn), options)),
  'net-heat': (source, options) => {
    const { contrasts, tauSquared } = networkRequest(source).drawn;
    return onePage(netHeatFigure(insist(netHeat(contrasts, tauSquared)), options));
  },
  'network-funnel': (source, options) => {
    const { drawn, order } = networkRequest(source);
    if (!order || drawn.treatments.some(name => !order.includes(name)))
      throw new Problem('invalid', 'network-funnel needs "order": every treatment, from old to new');
    return onePage(funnelFigure(funnelOfNetwork(drawn, order), options));
  },
  'leave-one-out': (source, options) => {
    const { analysis, words, numbers } = analysisInput(source);
    const parts = leaveOneOutOf(analysis, numbers);
    if (parts.length === 0) throw new Problem('invalid', 'leaving one out needs at least two studies');
    return forest(forestOfLeaveOneOut(analysis, parts, words), options);
  },
  cumulative: (source, options) => {
    const { analysis, words, numbers } = analysisInput(source);
    const years = new Map([...numbers].flatMap(([id, { year }]) => (typeof year === 'number' ? [[id, year]] : [])));
    const parts = cumulativeOf(analysis, years, numbers);
    if (parts.length === 0) throw new Problem('invalid', 'no study has an effect');
    return forest(forestOfCumulative(analysis, parts, words), options);
  },
  baujat: (source, options) => onePage(baujatFigure(insist(baujatOfAnalysis(analysisInput(source).analysis)), options)),
  radial: (source, options) => onePage(radialFigure(insist(radialOfAnalysis(analysisInput(source).analysis)), options)),
  drapery: (source, options) =>
    onePage(draperyFigure(insist(draperyOfAnalysis(analysisInput(source).analysis)), options)),
  doi: (source, options) => onePage(doiFigure(insist(doiOfAnalysis(analysisInput(source).analysis)), options)),
  labbe: (source, options) => {
    const { analysis, words, numbers } = analysisInput(source);
    return onePage(labbeFigure(insist(labbeOfAnalysis(analysis, numbers, words.arms)), options));
  },
  posterior: (source, options) => onePage(posteriorFigure(posteriorInput(source), options)),
  sequential: (source, options) => onePage(sequentialFigure(sequentialInput(source), options)),
  'p-curve': (source, options) => onePage(pCurveFigure(pCurveInput(source), options)),
  'dose-response': (source, options) => onePage(doseResponseFigure(doseResponseInput(source), options)),
  gosh: (source, { seed, mark, ...options }) => {
    const { analysis } = analysisInput(source);
    const effects = analysedEffects(analysis);
    if (effects.yi.length < 2) throw new Problem('invalid', 'subsets need at least two studies');
    const { method } = modelOptionsOf(analysis.spec);
    const marked = effects.studies.find(({ studyId, label }) => label === mark || studyId === mark)?.studyId ?? mark;
    return onePage(goshFigure(insist(goshOfAnalysis(analysis, gosh(effects, { method, seed }), marked)), options));
  },
} as const satisfies Readonly<Record<string, Draw>>;

export type FigureKind = keyof typeof FIGURES;
// The keys of the table, in its order.
export const FIGURE_KINDS = Object.keys(FIGURES) as FigureKind[];

export function drawFigure(kind: FigureKind, source: string, options: PlotOptions): Drawn {
  return FIGURES[kind](source, options);
}
