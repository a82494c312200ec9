import { incompleteGamma } from '#core/numeric/incompleteGamma';
import { normalDensity } from '#core/numeric/normalTail';
import { rootBetween } from '#core/numeric/roots';
import { fitModel } from '#core/synthesis/fitModel';
import type { Interval } from '#core/synthesis/predictionInterval';
import type { Effects } from '#core/synthesis/projection';

export interface HenmiCopas extends Interval {
  readonly estimate: number;
  readonly standardError: number;
  readonly tauSquared: number;
}

const PANELS = 500;
const REACH = 10;

/**
 * Henmi and Copas's interval: centred on the fixed-effect estimate, which publication bias moves less, with limits that
 * allow for DerSimonian and Laird's tau^2 being estimated. Takes at least two studies.
 * Source: Henmi and Copas (2010), doi:10.1002/sim.4029. Agrees with metafor 3.8-1 hc within 1e-5.
 */
export function henmiCopas(effects: Effects, level = 95): HenmiCopas {
  const { tauSquared } = fitModel(effects, { method: 'DL', test: 'z' });
  const k = effects.yi.length;
  const w = effects.vi.map(v => 1 / v);
  const power = (n: number) => w.reduce((total, weight) => total + weight ** n, 0);
  const w1 = power(1);
  const [w2, w3, w4] = [power(2) / w1, power(3) / w1, power(4) / w1];
  const estimate = effects.yi.reduce((total, y, i) => total + (w[i] ?? 0) * y, 0) / w1;
  const ratio = 1 + tauSquared * w2;
  const root = Math.sqrt(ratio);

  // Mean and variance of Q given the standardised estimate r; Q is then taken as a gamma variable.
  const meanQ = (r: number) =>
    k - 1 + tauSquared * (w1 - w2) + tauSquared ** 2 * (r ** 2 / ratio ** 2 - 1 / ratio) * (w3 - w2 ** 2);
  const varianceQ = (r: number) => {
    const excess = r ** 2 / ratio ** 2 - 1 / ratio;
    return (
      2 * (k - 1) +
      4 * tauSquared * (w1 - w2) +
      2 * tauSquared ** 2 * (w1 * w2 - 2 * w3 + w2 ** 2) +
      4 * tauSquared ** 2 * excess * (w3 - w2 ** 2) +
      4 * tauSquared ** 3 * excess * (w4 - 2 * w2 * w3 + w2 ** 3) +
      2 * tauSquared ** 4 * (1 / ratio ** 2 - (2 * r ** 2) / ratio ** 3) * (w3 - w2 ** 2) ** 2
    );
  };
  const missed = (x: number) => {
    const value = (r: number) => {
      const q = (w1 / w2 - 1) * ((r / x) ** 2 - 1) + (k - 1);
      const [m, v] = [meanQ(root * r), varianceQ(root * r)];
      return incompleteGamma(m ** 2 / v, (q * m) / v).lower * normalDensity(r);
    };
    // Simpson's rule from x on; the normal density ends it.
    const step = REACH / PANELS;
    let total = 0;
    for (let i = 0; i <= PANELS; i++) {
      const weight = i === 0 || i === PANELS ? 1 : i % 2 === 1 ? 4 : 2;
      total += weight * value(x + i * step);
    }
    return (total * step) / 3 - (0.5 - level / 200);
  };
  let high = 2;
  while (missed(high) > 0 && high < 40) high *= 1.5;
  const standardError = root / Math.sqrt(w1);
  const margin = root * rootBetween(missed, 1e-3, high, 1e-11) * standardError;
  return {
    estimate,
    standardError,
    lower: estimate - margin,
    upper: estimate + margin,
    tauSquared,
  };
}
