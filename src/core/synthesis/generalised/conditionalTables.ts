import { gaussHermite } from '#core/numeric/gaussHermite';
import { logGamma } from '#core/numeric/logGamma';
import { symmetricInverse } from '#core/numeric/matrices';
import { derivatives, minimise } from '#core/numeric/minimise';
import type { Table } from '#core/synthesis/effects/twoByTwoTable';
import type { CountFit } from '#core/synthesis/generalised/countModel';

/** The first cell of a table given all margins: its possible values with the logs of their number of ways. */
interface Conditional {
  readonly observed: number;
  readonly values: readonly number[];
  readonly logWays: readonly number[];
}

function conditionalOf({ a, c, n1, n2 }: Table): Conditional {
  const events = a + c;
  const low = Math.max(0, events - n2);
  const high = Math.min(n1, events);
  const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const ways = (n: number, x: number) => logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  return { observed: a, values, logWays: values.map(x => ways(n1, x) + ways(n2, events - x)) };
}

/** Log-probability of the observed cell, with its mean and variance, in the non-central hypergeometric distribution. */
function momentsAt({ observed, values, logWays }: Conditional, logOddsRatio: number) {
  const logs = values.map((x, i) => (logWays[i] ?? 0) + x * logOddsRatio);
  const highest = Math.max(...logs);
  let total = 0;
  let first = 0;
  let second = 0;
  for (const [i, x] of values.entries()) {
    const share = Math.exp((logs[i] ?? 0) - highest);
    total += share;
    first += share * x;
    second += share * x * x;
  }
  const mean = first / total;
  return {
    logProbability: (logs[observed - (values[0] ?? 0)] ?? Number.NaN) - highest - Math.log(total),
    mean,
    variance: second / total - mean * mean,
  };
}

const POINTS = 60;

/** Log of the integral over N(theta, tau^2), by quadrature moved to the mode of the integrand. */
function marginal(table: Conditional, theta: number, tau: number, rule: ReturnType<typeof gaussHermite>): number {
  if (tau === 0) return momentsAt(table, theta).logProbability;
  let v = 0;
  let curvature = 1;
  for (let step = 0; step < 100; step++) {
    const { mean, variance } = momentsAt(table, theta + tau * v);
    curvature = 1 + tau * tau * variance;
    const change = (tau * (table.observed - mean) - v) / curvature;
    v += Math.max(-2, Math.min(2, change));
    if (Math.abs(change) < 1e-10) break;
  }
  const spread = 1 / Math.sqrt(curvature);
  const logAt = (x: number) => momentsAt(table, theta + tau * x).logProbability - (x * x) / 2;
  const peak = logAt(v);
  let total = 0;
  for (const [j, node] of rule.nodes.entries())
    total += (rule.weights[j] ?? 0) * Math.exp(logAt(v + spread * node) - peak + (node * node) / 2);
  return peak + Math.log(total * spread);
}

/**
 * The exact conditional model of odds ratios: each first cell given its margins follows the non-central hypergeometric
 * distribution with a common (or normally distributed) log odds ratio.
 * Source: Stijnen, Hamza, Özdemir (2010), doi:10.1002/sim.4040. Agrees with metafor 3.8-1 rma.glmm CM.EL within 2e-3.
 */
export function fitConditionalTables(
  tables: readonly Table[],
  random: boolean,
  start: number,
  tauStart: number,
): CountFit {
  const all = tables.map(conditionalOf);
  const rule = gaussHermite(random ? POINTS : 1);
  const minusLog = ([theta = 0, tau = 0]: readonly number[]) =>
    -all.reduce((total, table) => total + marginal(table, theta, tau, rule), 0);
  const found = minimise(minusLog, random ? [start, tauStart] : [start]);
  const [theta = Number.NaN, tau = 0] = found.at;
  const exact = [[1 / all.reduce((total, table) => total + momentsAt(table, theta).variance, 0)]];
  const { hessian } = derivatives(
    minusLog,
    found.at,
    found.at.map(x => 1e-3 * Math.max(1, Math.abs(x))),
  );
  return {
    coefficients: [theta],
    covariance: random && Math.abs(tau) > 1e-3 ? (symmetricInverse(hessian) ?? []) : exact,
    standardDeviations: random ? [Math.abs(tau)] : [],
    logLikelihood: -found.value,
    iterations: found.iterations,
    converged: found.converged,
    logLikelihoodAtModes: Number.NaN,
  };
}

/** Log-likelihood when every table has an odds ratio of its own. */
export function saturatedConditional(tables: readonly Table[]): number {
  return tables.map(conditionalOf).reduce((total, table) => {
    const last = table.values.at(-1);
    if (table.observed === table.values[0] || table.observed === last) return total;
    const { value } = minimise(([x = 0]) => -momentsAt(table, x).logProbability, [0]);
    return total - value;
  }, 0);
}
