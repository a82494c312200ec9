import type { FigureOptions } from '#core/reporting/figure';
import {
  forestOfNetwork,
  funnelOfNetwork,
  leagueOfNetwork,
  networkOfContrasts,
} from '#core/reporting/figuresOfNetwork';
import { forestFigure } from '#core/reporting/forestFigure';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { leagueFigure } from '#core/reporting/leagueFigure';
import { netHeatFigure } from '#core/reporting/netHeatFigure';
import { networkFigure } from '#core/reporting/networkFigure';
import { contrastsOf, treatmentsOf } from '#core/synthesis/network/contrasts';
import { netHeat } from '#core/synthesis/network/netHeat';
import { leagueTable, pScores, solveNetwork } from '#core/synthesis/network/networkFit';

/** Made-up trials of four treatments, one with three arms: study, treatment, log odds, variance. */
const ARMS = [
  ['1', 'advice', -1.2, 0.05],
  ['1', 'none', -1.9, 0.06],
  ['2', 'advice', -1.4, 0.08],
  ['2', 'none', -1.7, 0.09],
  ['3', 'group', -0.9, 0.04],
  ['3', 'none', -2.1, 0.05],
  ['4', 'group', -1.1, 0.07],
  ['4', 'advice', -1.0, 0.05],
  ['5', 'self-help', -1.6, 0.06],
  ['5', 'none', -1.8, 0.06],
  ['6', 'self-help', -1.5, 0.04],
  ['6', 'advice', -1.3, 0.05],
  ['6', 'none', -1.9, 0.05],
] as const;

const contrasts = contrastsOf(
  ARMS.map(([study, treatment, value, variance]) => ({ study, treatment, value, variance })),
);
const solution = solveNetwork(contrasts, 0.02);
const league = leagueTable(solution);
export const NETWORK = {
  measure: 'OR' as const,
  contrasts,
  treatments: treatmentsOf(contrasts),
  tauSquared: 0.02,
  league,
  pScores: pScores(league, false),
};
export const nameOf = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

export function heatOf() {
  const heat = netHeat(contrasts);
  if (!heat.estimable) throw new Error(heat.because);
  return heat.value;
}

export const NETWORK_FIGURES: Readonly<Record<string, (options?: FigureOptions) => string>> = {
  'network-forest': options => forestFigure(forestOfNetwork(NETWORK, 'none', nameOf), options),
  league: options => leagueFigure(leagueOfNetwork(NETWORK, nameOf), options),
  'net-heat': options => netHeatFigure(heatOf(), { ...options, nameOf }),
  'network-funnel': options =>
    funnelFigure(funnelOfNetwork(NETWORK, ['none', 'self-help', 'advice', 'group'], nameOf), options),
  'network-of-contrasts': options => networkFigure(networkOfContrasts(contrasts, new Map(), nameOf), options),
};
