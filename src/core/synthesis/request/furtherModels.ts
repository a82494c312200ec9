import type { Analysis } from '#core/synthesis/analyse';
import { bayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import { resolvedTauPrior } from '#core/synthesis/bayes/empiricalPriors';
import { type Included, includedStudies, noValue, numbersOf } from '#core/synthesis/request/includedStudies';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import { selectionModel } from '#core/synthesis/selection/selectionModel';
import { completedBy } from '#core/synthesis/sequential/sequentialAnalysis';
import { whyNotPlan } from '#core/synthesis/sequential/sequentialChoices';
import { spendingNamed } from '#core/synthesis/sequential/spending';
import { trialSequential } from '#core/synthesis/sequential/trialSequential';

/** The Bayesian answer to the same effects, with the priors that the request states. */
export function bayesOf(request: SynthesisRequest, analysis: Analysis): unknown {
  if (!request.bayes) return undefined;
  const studies = includedStudies(request, analysis);
  if (studies.yi.length === 0) return noValue('no-study-with-an-effect');
  const found = bayesianMeta(studies, { ...request.bayes, tau: resolvedTauPrior(request.bayes.tau) }, request.level);
  return { ...found, studies: found.studies.map((one, i) => ({ study: studies.labels[i], ...one })) };
}

/** Each selection model that is asked for; a model needs studies on both sides of a step. */
export function selectionOf(request: SynthesisRequest, analysis: Analysis): unknown {
  if (request.selection.length === 0) return undefined;
  const studies = includedStudies(request, analysis);
  return request.selection.map(({ kind, favoured, steps }) => {
    if (studies.yi.length < 3 + steps.length) return { kind, ...noValue('too-few-studies') };
    const found = selectionModel(studies, kind, favoured, steps, request.level);
    const { iterations, converged } = found;
    if (!converged) return { kind, favoured, steps, ...noValue('did-not-converge'), iterations, converged };
    return { kind, favoured, steps, ...found };
  });
}

const PERSONS = [['n1i', 'n2i'], ['ai', 'bi', 'ci', 'di'], ['ni']] as const;

/** How many persons a row speaks of, by whichever columns it has; NaN when it does not say. */
export function personsOf(row: DataRow): number {
  const names = PERSONS.find(columns => columns.every(column => typeof row[column] === 'number'));
  return names ? names.reduce((total, name) => total + Number(row[name]), 0) : Number.NaN;
}

/** The numbers of a row, without its texts. */
function countsOf(row: DataRow): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}

/** Trial sequential analysis of the trials in their order. */
export function sequentialOf(request: SynthesisRequest, analysis: Analysis): unknown {
  const { sequential } = request;
  if (!sequential) return undefined;
  const trials = inOrder(includedStudies(request, analysis), sequential.orderBy);
  if (trials.yi.length === 0) return noValue('no-study-with-an-effect');
  const persons = trials.rows.map(personsOf);
  if (persons.some(Number.isNaN)) return noValue('persons-missing');
  const { alpha, beta, sides, spending, heterogeneity, model, futility } = sequential;
  const completed = completedBy(sequential.anticipated, trials.rows.map(countsOf));
  if (!completed.estimable) return noValue(completed.because);
  const refusal = whyNotPlan(completed.value);
  if (refusal) return noValue(refusal);
  const found = trialSequential(trials, persons, {
    anticipated: completed.value,
    errors: { alpha, beta, sides },
    heterogeneity,
    spending: spendingNamed(spending),
    model,
    futility,
  });
  return {
    ...found,
    anticipated: completed.value,
    steps: found.steps.map((step, i) => ({ study: trials.labels[i], ...step })),
  };
}

function inOrder(studies: Included, column: string | undefined): Included {
  if (column === undefined) return studies;
  const keys = numbersOf(studies.rows, column, 'order');
  const order = keys.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  const sorted = <T>(list: readonly T[]) => order.flatMap(i => (i in list ? [list[i] as T] : [])); // i is a place of the list
  return {
    yi: sorted(studies.yi),
    vi: sorted(studies.vi),
    labels: sorted(studies.labels),
    rows: sorted(studies.rows),
  };
}
