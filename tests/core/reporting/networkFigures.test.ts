import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { parseCsvText } from '#core/reporting/csvText';
import {
  forestOfNetwork,
  funnelOfNetwork,
  leagueOfNetwork,
  networkOfContrasts,
} from '#core/reporting/figuresOfNetwork';
import { forestFigure } from '#core/reporting/forestFigure';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { leagueCsv, leagueFigure } from '#core/reporting/leagueFigure';
import { netHeatFigure } from '#core/reporting/netHeatFigure';
import { networkFigure } from '#core/reporting/networkFigure';
import { PALETTE_NAMES, PALETTES, type Palette } from '#core/reporting/palette';
import { contrastsOf, treatmentsOf } from '#core/synthesis/network/contrasts';
import { netHeat } from '#core/synthesis/network/netHeat';
import { leagueTable, pScores, solveNetwork } from '#core/synthesis/network/networkFit';
import { expectApproved } from '../../pictures/approvedPicture.ts';

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
const NETWORK = {
  measure: 'OR' as const,
  contrasts,
  treatments: treatmentsOf(contrasts),
  tauSquared: 0.02,
  league,
  pScores: pScores(league, false),
};
const nameOf = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

function heatOf() {
  const heat = netHeat(contrasts);
  if (!heat.estimable) throw new Error(heat.because);
  return heat.value;
}

type Options = { readonly palette?: Palette };
const FIGURES: Readonly<Record<string, (options?: Options) => string>> = {
  'network-forest': options => forestFigure(forestOfNetwork(NETWORK, 'none', nameOf), options),
  league: options => leagueFigure(leagueOfNetwork(NETWORK, nameOf), options),
  'net-heat': options => netHeatFigure(heatOf(), { ...options, nameOf }),
  'network-funnel': options =>
    funnelFigure(funnelOfNetwork(NETWORK, ['none', 'self-help', 'advice', 'group'], nameOf), options),
  'network-of-contrasts': options => networkFigure(networkOfContrasts(contrasts, new Map(), nameOf), options),
};

describe('figures of a network', () => {
  test.each(Object.entries(FIGURES))('%s was looked at and approved', (name, draw) => expectApproved(name, draw()));

  test.each(Object.entries(FIGURES))('%s is whole in every palette', (_, draw) => {
    for (const name of PALETTE_NAMES) {
      const svg = draw({ palette: PALETTES[name] });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      const parser = new SaxesParser();
      parser.on('error', error => {
        throw error;
      });
      parser.write(svg).close();
    }
  });

  test('the heat of every cell that matters is also a number', () => {
    const svg = netHeatFigure(heatOf());
    const large = heatOf()
      .change.flat()
      .filter(value => Math.abs(value) >= 0.5);
    const numbers = [...svg.matchAll(/>(−?\d+\.\d)<\/text>/g)];
    expect(numbers).toHaveLength(large.length);
  });

  test('a pair that no study compared is a dash in the league table', () => {
    // Group and self-help never met.
    const dashes = [...leagueFigure(leagueOfNetwork(NETWORK)).matchAll(/>–<\/text>/g)];
    expect(dashes).toHaveLength(1);
  });

  test('the league table is a row for each pair as CSV', () => {
    const rows = parseCsvText(leagueCsv(leagueOfNetwork(NETWORK, nameOf)));
    expect(rows).toHaveLength(1 + 6);
    expect(rows[1]?.cells.slice(0, 2)).toEqual(['Group', 'Advice']);
  });

  test('a reference that nobody got is refused', () => {
    expect(() => forestOfNetwork(NETWORK, 'placebo')).toThrow(/"placebo"/);
  });
});
