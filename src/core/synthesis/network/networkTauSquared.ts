import { transpose } from '#core/numeric/matrices';
import { fitCovariance } from '#core/synthesis/multilevel/covarianceFit';
import { randomIntercept, timesComponent, traceOf, traceOfProduct } from '#core/synthesis/multilevel/varianceComponent';
import { basicContrasts, type Contrast, networkDf } from '#core/synthesis/network/contrasts';
import { solveNetwork, weightedTrace } from '#core/synthesis/network/networkFit';

export const NETWORK_MODELS = ['fixed', 'random-DL', 'random-REML', 'random-ML'] as const;
export type NetworkModel = (typeof NETWORK_MODELS)[number];

/**
 * The variance between studies of a network, one for all comparisons; covariances within a study are half of it.
 * Sources: Jackson, White, Riley (2012), doi:10.1002/sim.4172 (moments); Lu and Ades (2004) for the structure.
 */
export function networkTauSquared(contrasts: readonly Contrast[], model: NetworkModel): number {
  if (model === 'fixed') return 0;
  if (model === 'random-DL') {
    const solution = solveNetwork(contrasts);
    return Math.max(0, (solution.q - networkDf(contrasts)) / weightedTrace(solution, contrasts));
  }
  return byLikelihood(contrasts, model === 'random-REML');
}

function byLikelihood(contrasts: readonly Contrast[], restricted: boolean): number {
  const { yi, V, design, study } = basicContrasts(contrasts);
  // tau^2 (I + J)/2 within studies: two components that share one parameter.
  const components = [randomIntercept(yi.map((_, i) => i)), randomIntercept(study)];
  const X = transpose(design.basis);
  const at = (tauSquared: number) =>
    fitCovariance(
      yi,
      V,
      X,
      components,
      components.map(() => tauSquared / 2),
      restricted,
    );
  let tauSquared = networkTauSquared(contrasts, 'random-DL');
  for (let step = 0; step < 1000; step++) {
    const fit = at(tauSquared);
    const half = (matrix: typeof fit.projection) => {
      const [one = [], two = []] = components.map(component => timesComponent(matrix, component));
      return one.map((row, i) => row.map((value, j) => (value + (two[i]?.[j] ?? 0)) / 2));
    };
    const plain = half(restricted ? fit.projection : fit.inverse);
    const quadratic = components.reduce((total, component) => total + fit.quadratic(component) / 2, 0);
    const slope = quadratic - traceOf(plain);
    if (tauSquared === 0 && slope <= 0) return 0;
    let change = slope / traceOfProduct(plain, plain);
    while (tauSquared + change < 0) change /= 2;
    tauSquared += change;
    if (tauSquared < 1e-14) tauSquared = 0;
    if (Math.abs(change) <= 1e-14 * tauSquared) break;
  }
  return at(0).logLikelihood >= at(tauSquared).logLikelihood ? 0 : tauSquared;
}
