import { normalQuantile, normalUpperTail } from '#core/numeric/distributions';
import { Problem } from '#core/problem';

/** How much of an error probability has been spent when the fraction t of the information is there. */
export type Spending = (t: number, total: number) => number;

const obrienFleming: Spending = (t, total) =>
  t <= 0 ? 0 : 2 * normalUpperTail(normalQuantile(total / 2, false) / Math.sqrt(t));

const pocock: Spending = (t, total) => total * Math.log1p((Math.E - 1) * t);

const power =
  (exponent: number): Spending =>
  (t, total) =>
    total * t ** exponent;

const hwangShihDeCani =
  (gamma: number): Spending =>
  (t, total) =>
    gamma === 0 ? total * t : (total * Math.expm1(-gamma * t)) / Math.expm1(-gamma);

/**
 * A spending function by its name: `obf` (like O'Brien and Fleming), `pocock`, `power2` (t²), `hsd-4` (Hwang, Shih and
 * DeCani with gamma -4). Sources: Lan and DeMets (1983), doi:10.1093/biomet/70.3.659; Hwang et al. (1990),
 * doi:10.1002/sim.4780091207. Throws Problem for another name.
 */
export function spendingNamed(name: string): Spending {
  if (name === 'obf') return obrienFleming;
  if (name === 'pocock') return pocock;
  const [, family, parameter] = /^(power|hsd)(-?\d+(?:\.\d+)?)$/.exec(name) ?? [];
  if (family === 'power') return power(Number(parameter));
  if (family === 'hsd') return hwangShihDeCani(Number(parameter));
  throw new Problem('invalid', `the spending function ${name} is not known: obf, pocock, power<number> or hsd<number>`);
}
