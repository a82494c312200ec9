import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { parseCsvText } from '#core/reporting/csvText';
import { forestOfNetwork, leagueOfNetwork } from '#core/reporting/figuresOfNetwork';
import { leagueCsv, leagueFigure } from '#core/reporting/leagueFigure';
import { netHeatFigure } from '#core/reporting/netHeatFigure';
import { PALETTE_NAMES, PALETTES } from '#core/reporting/palette';
import { expectApproved } from '../../pictures/approvedPicture.ts';
import { heatOf, NETWORK, NETWORK_FIGURES, nameOf } from './madeUpNetwork.ts';

describe('figures of a network', () => {
  test.each(Object.entries(NETWORK_FIGURES))('%s was looked at and approved', (name, draw) =>
    expectApproved(name, draw()),
  );

  test.each(Object.entries(NETWORK_FIGURES))('%s is whole in every palette', (_, draw) => {
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
