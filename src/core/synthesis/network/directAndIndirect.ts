import { normalTwoSided } from '#core/numeric/distributions';
import { type Contrast, treatmentsOf } from '#core/synthesis/network/contrasts';
import { leagueTable, solveNetwork } from '#core/synthesis/network/networkFit';

export interface Split {
  readonly t1: string;
  readonly t2: string;
  readonly studies: number;
  readonly direct: number;
  readonly directError: number;
  readonly network: number;
  readonly networkError: number;
  /** Share of the evidence that is direct. */
  readonly proportionDirect: number;
  /** Null when all evidence is direct. */
  readonly indirect: { readonly estimate: number; readonly standardError: number } | null;
  readonly difference: {
    readonly estimate: number;
    readonly standardError: number;
    readonly z: number;
    readonly p: number;
  } | null;
}

/**
 * Direct and indirect evidence on each pair of treatments that some study compares, the indirect by taking the direct
 * away from the network's. Source: König, Krahn, Binder (2013), doi:10.1002/sim.6001. Within 1e-7 of reference values.
 */
export function directAndIndirect(contrasts: readonly Contrast[], tauSquared: number): Split[] {
  const treatments = treatmentsOf(contrasts);
  const table = leagueTable(solveNetwork(contrasts, tauSquared));
  return treatments.flatMap((t1, i) =>
    treatments.slice(i + 1).flatMap((t2): Split[] => {
      const j = treatments.indexOf(t2);
      const own = contrasts.filter(one => (one.t1 === t1 && one.t2 === t2) || (one.t1 === t2 && one.t2 === t1));
      if (own.length === 0) return [];
      const weight = own.reduce((total, one) => total + 1 / (one.variance + tauSquared), 0);
      const sum = own.reduce(
        (total, one) => total + ((one.t1 === t1 ? 1 : -1) * one.difference) / (one.variance + tauSquared),
        0,
      );
      const direct = sum / weight;
      const network = table.estimate[i]?.[j] ?? Number.NaN;
      const networkError = table.standardError[i]?.[j] ?? Number.NaN;
      const proportionDirect = networkError ** 2 * weight;
      const split = {
        t1,
        t2,
        studies: own.length,
        direct,
        directError: 1 / Math.sqrt(weight),
        network,
        networkError,
        proportionDirect,
      };
      const rest = 1 / networkError ** 2 - weight;
      if (rest <= 1e-8 * weight) return [{ ...split, indirect: null, difference: null }];
      const indirect = (network / networkError ** 2 - direct * weight) / rest;
      const error = Math.sqrt(1 / weight + 1 / rest);
      const z = (direct - indirect) / error;
      return [
        {
          ...split,
          indirect: { estimate: indirect, standardError: 1 / Math.sqrt(rest) },
          difference: { estimate: direct - indirect, standardError: error, z, p: normalTwoSided(z) },
        },
      ];
    }),
  );
}
