import type { Analysis } from '#core/synthesis/analyse';
import type { ModelFit, ModelOptions } from '#core/synthesis/fitModel';
import { influence } from '#core/synthesis/influence';
import { TEST_OF } from '#core/synthesis/poolRandom';
import type { ReportItem, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import { cumulative, leaveOneOut } from '#core/synthesis/sensitivity';
import { asymmetryTest } from '#core/synthesis/smallStudy/asymmetryTest';
import { petPeese } from '#core/synthesis/smallStudy/petPeese';
import { rankCorrelation } from '#core/synthesis/smallStudy/rankCorrelation';
import { trimAndFill } from '#core/synthesis/smallStudy/trimAndFill';

/** The studies in the pooled estimate, with the rows of data they came from. */
interface Included {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly labels: readonly string[];
  readonly rows: SynthesisRequest['data'];
}

export function includedStudies(request: SynthesisRequest, analysis: Analysis): Included {
  const kept = analysis.studies.flatMap(({ effect, label, studyId }) =>
    effect.estimable ? [{ ...effect.value, label, row: request.data[Number(studyId)] ?? {} }] : [],
  );
  return {
    yi: kept.map(({ yi }) => yi),
    vi: kept.map(({ vi }) => vi),
    labels: kept.map(({ label }) => label),
    rows: kept.map(({ row }) => row),
  };
}

export function modelOptions(request: SynthesisRequest): ModelOptions {
  const isFixed = request.model === 'fixed';
  return {
    method: isFixed ? 'EE' : request.tauSquared,
    test: isFixed ? 'z' : TEST_OF[request.interval],
    level: request.level,
  };
}

const brief = (fit: ModelFit) => ({
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

type Item = (studies: Included, options: ModelOptions) => unknown;

const ITEMS: Readonly<Record<ReportItem, { readonly least: number; readonly compute: Item }>> = {
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
  egger: { least: 3, compute: (studies, { level }) => asymmetryTest(studies, 'lm', 'sei', level) },
  begg: { least: 3, compute: studies => rankCorrelation(studies) },
  'trim-and-fill': {
    least: 3,
    compute: (studies, { method }) => {
      const { missing, missingError, side, fit, filled } = trimAndFill(studies, method);
      return { missing, missingError, side, filled, ...brief(fit) };
    },
  },
  'pet-peese': { least: 3, compute: (studies, { level }) => petPeese(studies, level) },
};

/** What the request's `report` asks for beyond the pooled effect, by the same words; null beside a `because` if too few. */
export function reportItems(request: SynthesisRequest, analysis: Analysis): Readonly<Record<string, unknown>> {
  const studies = includedStudies(request, analysis);
  const options = modelOptions(request);
  return Object.fromEntries(
    request.report.map(word => {
      const { least, compute } = ITEMS[word];
      if (studies.yi.length < least) return [word, { value: null, because: 'too-few-studies' }];
      return [word, compute(studies, options)];
    }),
  );
}
