import type { Analysis } from '#core/synthesis/analyse';
import { bestPredictions } from '#core/synthesis/bestPredictions';
import { fitModel, type ModelFit, type ModelOptions } from '#core/synthesis/fitModel';
import { henmiCopas } from '#core/synthesis/henmiCopas';
import { type HeterogeneityLimits, heterogeneityIntervals } from '#core/synthesis/heterogeneityIntervals';
import { influence } from '#core/synthesis/influence';
import { permutationTest } from '#core/synthesis/permutationTest';
import { biasItems } from '#core/synthesis/request/biasItems';
import { type Included, includedStudies, modelOptions, noValue } from '#core/synthesis/request/includedStudies';
import type { ReportItem, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import { cumulative, leaveOneOut } from '#core/synthesis/sensitivity';
import { diversity } from '#core/synthesis/sequential/diversity';

export const brief = (fit: ModelFit) => ({
  k: fit.k,
  estimate: fit.coefficients[0],
  standardError: fit.standardErrors[0],
  p: fit.pValues[0],
  lower: fit.lower[0],
  upper: fit.upper[0],
  tauSquared: fit.tauSquared,
  iSquaredPercent: fit.iSquaredPercent,
  q: fit.q,
});

/** One part of a report: from how many studies on, and what it says. */
export interface ReportPart {
  readonly least: number;
  readonly compute: (studies: Included, options: ModelOptions, request: SynthesisRequest) => unknown;
}

const MOST_FOR_SIGNS = 20;

const ITEMS: Readonly<Record<ReportItem, ReportPart>> = {
  ...biasItems,
  'leave-one-out': {
    least: 2,
    compute: (studies, options) =>
      leaveOneOut(studies, options).map((fit, i) => ({ without: studies.labels[i], ...brief(fit) })),
  },
  cumulative: {
    least: 1,
    compute: (studies, options) => {
      const years = studies.rows.map(row => (typeof row.year === 'number' ? row.year : 0));
      const { order, fits } = cumulative(studies, years, options);
      return fits.map((fit, i) => ({ added: studies.labels[order[i] ?? 0], ...brief(fit) }));
    },
  },
  influence: {
    least: 3,
    compute: (studies, options) => influence(studies, options).map((one, i) => ({ study: studies.labels[i], ...one })),
  },
  baujat: {
    least: 3,
    compute: (studies, options) =>
      influence(studies, options).map(({ baujat }, i) => ({ study: studies.labels[i], ...baujat })),
  },
  'best-predictions': {
    least: 2,
    compute: (studies, options) =>
      bestPredictions(studies, fitModel(studies, options)).map((one, i) => ({ study: studies.labels[i], ...one })),
  },
  'heterogeneity-intervals': { least: 2, compute: intervalsOf },
  'henmi-copas': { least: 2, compute: (studies, { level }) => henmiCopas(studies, level) },
  permutation: {
    least: 2,
    compute: (studies, options) =>
      studies.yi.length > MOST_FOR_SIGNS ? noValue('too-many-studies') : permutationTest(studies, options),
  },
  diversity: { least: 2, compute: (studies, { method }) => diversity(studies, method) },
};

/** Intervals of tau², tau, I² and H² by the Q-profile and, for likelihood methods, by the profile likelihood. */
function intervalsOf(studies: Included, options: ModelOptions): unknown {
  const spell = ({ tauSquared, iSquaredPercent, hSquared }: HeterogeneityLimits) => ({
    isEmpty: tauSquared.isEmpty,
    tauSquared: [tauSquared.lower, tauSquared.upper],
    tau: [Math.sqrt(tauSquared.lower), Math.sqrt(tauSquared.upper)],
    iSquaredPercent: [iSquaredPercent.lower, iSquaredPercent.upper],
    hSquared: [hSquared.lower, hSquared.upper],
  });
  const { tauSquared, qProfile, profileLikelihood } = heterogeneityIntervals(studies, options);
  return {
    tauSquared,
    qProfile: spell(qProfile),
    profileLikelihood: profileLikelihood ? spell(profileLikelihood) : noValue('only-for-likelihood-methods'),
  };
}

/** What the request's `report` asks for beyond the pooled effect, by the same words; null beside a `because` if too few. */
export function reportItems(request: SynthesisRequest, analysis: Analysis): Readonly<Record<string, unknown>> {
  const studies = includedStudies(request, analysis);
  const options = modelOptions(request);
  return Object.fromEntries(
    request.report.map(word => {
      const { least, compute } = ITEMS[word];
      return [word, studies.yi.length < least ? noValue('too-few-studies') : compute(studies, options, request)];
    }),
  );
}
