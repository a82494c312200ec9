import { describe, expect, it } from 'vitest';
import { type Contrast, contrastsOf, isConnected, networkDf } from '#core/synthesis/network/contrasts';
import { directAndIndirect } from '#core/synthesis/network/directAndIndirect';
import { leagueTable, solveNetwork } from '#core/synthesis/network/networkFit';

const contrast = (study: string, t1: string, t2: string, difference: number, variance = 0.1): Contrast => ({
  study,
  t1,
  t2,
  difference,
  variance,
});

describe('a network of treatments', () => {
  const chain = [contrast('1', 'a', 'b', 1), contrast('2', 'b', 'c', 2, 0.3)];

  it('compares what no study compared, by way of a third treatment', () => {
    const table = leagueTable(solveNetwork(chain));
    expect(table.estimate[0]?.[2]).toBeCloseTo(3, 12);
    expect(table.standardError[0]?.[2]).toBeCloseTo(Math.sqrt(0.4), 12);
  });

  it('says the same whichever way round a study was written down', () => {
    const turned = [contrast('1', 'b', 'a', -1), contrast('2', 'b', 'c', 2, 0.3)];
    expect(leagueTable(solveNetwork(turned)).estimate[0]?.[2]).toBeCloseTo(3, 12);
  });

  it('has no indirect evidence where all evidence is direct', () => {
    for (const split of directAndIndirect(chain, 0)) expect(split.indirect).toBeNull();
  });

  it('counts a study of three arms once, not three times', () => {
    const arms = ['a', 'b', 'c'].map((treatment, i) => ({ study: '1', treatment, value: i, variance: 0.2 }));
    const three = contrastsOf(arms);
    expect(three).toHaveLength(3);
    expect(networkDf(three)).toBe(0);
    expect(leagueTable(solveNetwork(three)).standardError[0]?.[1]).toBeCloseTo(Math.sqrt(0.4), 10);
  });

  it('is not one network when nothing links its parts', () => {
    expect(isConnected(chain)).toBe(true);
    expect(isConnected([...chain, contrast('3', 'd', 'e', 1)])).toBe(false);
  });
});
