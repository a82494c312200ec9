import { describe, expect, it } from 'vitest';
import { leagueOfNetwork } from '#core/reporting/figuresOfNetwork';
import { clusterOrder } from '#core/synthesis/network/clusterOrder';
import { comparisonAdjusted } from '#core/synthesis/network/comparisonAdjusted';
import { type Contrast, contrastsOf, treatmentsOf } from '#core/synthesis/network/contrasts';
import { designByTreatment, designEstimates } from '#core/synthesis/network/designs';
import { loopInconsistency } from '#core/synthesis/network/loopInconsistency';
import { netHeat } from '#core/synthesis/network/netHeat';
import { decomposeQ, leagueTable, pScores, solveNetwork } from '#core/synthesis/network/networkFit';
import { describeShared, sharedFile } from '../../support/shared.ts';

const contrast = (study: string, t1: string, t2: string, difference: number, variance = 0.1): Contrast => ({
  study,
  t1,
  t2,
  difference,
  variance,
});

const TRIANGLE = [
  contrast('1', 'a', 'b', 1),
  contrast('2', 'b', 'c', 2),
  contrast('3', 'a', 'c', 2.5),
  contrast('4', 'a', 'b', 1.2, 0.2),
];

describeShared('meta', 'the network of Senn et al. (2013)', () => {
  interface Columns {
    readonly study: readonly string[];
    readonly treatment: readonly string[];
    readonly mi: readonly number[];
    readonly sdi: readonly number[];
    readonly ni: readonly number[];
  }
  const columns = (): Columns => JSON.parse(sharedFile('meta/senn2013.json')).input.columns;
  const senn = () => {
    const { study, treatment, mi, sdi, ni } = columns();
    return contrastsOf(
      study.map((name, i) => ({
        study: name,
        treatment: treatment[i] ?? '',
        value: mi[i] ?? 0,
        variance: (sdi[i] ?? 0) ** 2 / (ni[i] ?? 1),
      })),
    );
  };

  // netmeta's decomp.design of these trials: Balduzzi et al. (2023), doi:10.18637/jss.v106.i02; the first two also from
  // the difference of the Q of two rma.mv fits in metafor 3.8-1 (22.53422424 and 2.194075288).
  it('disagrees between designs as published, and not once designs vary within', () => {
    const { fixed, random, tauSquaredWithin, detached } = designByTreatment(senn());
    expect(fixed.q).toBeCloseTo(22.53422424, 7);
    expect([fixed.df, Number(fixed.p.toFixed(4))]).toEqual([7, 0.0021]);
    expect(random.q).toBeCloseTo(2.194075288, 7);
    expect([random.df, Number(random.p.toFixed(4))]).toEqual([7, 0.9483]);
    expect(Math.sqrt(tauSquaredWithin)).toBeCloseTo(0.3797, 4);
    const without = new Map(detached.map(({ design, q, df }) => [design, `${q.toFixed(2)} ${df}`]));
    expect(without.get('metformin:sulfonylurea')).toBe('7.52 6');
    expect(without.get('rosiglitazone:sulfonylurea')).toBe('6.77 6');
  });

  it('has the hot spot that Krahn et al. (2013, figure 5) found: both designs with sulfonylurea', () => {
    const heat = netHeat(senn());
    if (!heat.estimable) throw new Error(heat.because);
    const { rows, change } = heat.value;
    const hottest = rows
      .map(({ design }, i) => ({ design, own: change[i]?.[i] ?? 0 }))
      .sort((a, b) => b.own - a.own)
      .slice(0, 2);
    expect(hottest.map(({ design }) => design)).toEqual(['rosiglitazone:sulfonylurea', 'metformin:sulfonylurea']);
    // What lies farthest from the rest stands together.
    expect(
      rows
        .slice(0, 2)
        .map(({ design }) => design)
        .sort(),
    ).toEqual(hottest.map(({ design }) => design).sort());
  });

  // Computed with rma(method = "EE") of metafor 3.8-1 from the direct effects of each edge.
  it('closes the loop of metformin, placebo and rosiglitazone as metafor’s direct effects do', () => {
    const loop = loopInconsistency(senn(), 0).find(
      one => [...one.loop].sort().join() === 'metformin,placebo,rosiglitazone',
    );
    expect(loop?.difference).toBeCloseTo(LOOP.difference, 8);
    expect(loop?.standardError).toBeCloseTo(LOOP.standardError, 8);
  });
});

const LOOP = { difference: 0.07695595443, standardError: 0.1870558321 };

describe('inconsistency between designs', () => {
  it('is what is left of Q when heterogeneity within designs is taken away', () => {
    expect(designByTreatment(TRIANGLE).fixed.q).toBeCloseTo(decomposeQ(TRIANGLE).between.q, 10);
    const arms = [0, 1, 2.2].map((value, i) => ({ study: '9', treatment: 'abc'.charAt(i), value, variance: 0.05 }));
    const mixed = [...TRIANGLE, ...contrastsOf(arms)];
    expect(designByTreatment(mixed).fixed.q).toBeCloseTo(decomposeQ(mixed).between.q, 8);
    expect(designEstimates(mixed).map(({ design }) => design)).toEqual(['a:b', 'a:b:c', 'a:c', 'b:c']);
  });

  it('is none in a chain, and nothing can be shown there', () => {
    const chain = TRIANGLE.slice(0, 2);
    expect(designByTreatment(chain).fixed).toMatchObject({ df: 0, p: 1 });
    expect(loopInconsistency(chain, 0)).toEqual([]);
    expect(netHeat(chain)).toEqual({ estimable: false, because: 'no-loop' });
    expect(netHeat(TRIANGLE)).toMatchObject({ estimable: true });
  });

  it('falls to nothing in a row when the only design that disagrees is taken out', () => {
    const heat = netHeat(TRIANGLE);
    if (!heat.estimable) throw new Error(heat.because);
    const { change } = heat.value;
    const total = change.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
    expect(total).toBeCloseTo(designByTreatment(TRIANGLE).fixed.q, 10);
    // In a single loop, taking out any side ends all of it.
    for (const row of change) for (const value of row) expect(value).toBeCloseTo(row[0] ?? 0, 10);
  });
});

describe('loops', () => {
  it('add up the direct evidence around, by hand', () => {
    const [loop, ...others] = loopInconsistency(TRIANGLE, 0);
    // a-b pooled: (1/0.1 + 1.2/0.2)/15 = 16/15.
    expect(others).toEqual([]);
    expect(loop?.difference).toBeCloseTo(16 / 15 + 2 - 2.5, 12);
    expect(loop?.standardError).toBeCloseTo(Math.sqrt(1 / 15 + 0.2), 12);
  });

  it('of four treatments are found where no comparison cuts across, once each', () => {
    const square = [
      contrast('1', 'a', 'b', 1),
      contrast('2', 'b', 'c', 1),
      contrast('3', 'c', 'd', 1),
      contrast('4', 'a', 'd', 2),
    ];
    expect(loopInconsistency(square, 0).map(({ loop }) => [...loop].sort().join(''))).toEqual(['abcd']);
    const cut = [...square, contrast('5', 'a', 'c', 2)];
    expect(loopInconsistency(cut, 0).map(({ loop }) => [...loop].sort().join(''))).toEqual(['abc', 'acd']);
  });

  it('that one study with all their treatments makes up are not tested', () => {
    const arms = [0, 1, 2].map((value, i) => ({ study: '1', treatment: 'abc'.charAt(i), value, variance: 0.1 }));
    expect(loopInconsistency(contrastsOf(arms), 0)).toEqual([]);
  });
});

describe('the funnel of all comparisons', () => {
  it('turns each comparison to its order and takes its own pooled effect away', () => {
    const adjusted = comparisonAdjusted(TRIANGLE, ['b', 'a', 'c']);
    expect(adjusted.map(({ t1, t2 }) => `${t1}${t2}`)).toEqual(['ab', 'ab']);
    expect(adjusted[0]?.estimate).toBeCloseTo(1 - 16 / 15, 12);
    const turned = comparisonAdjusted(TRIANGLE, ['a', 'b', 'c']);
    expect(turned[0]?.estimate).toBeCloseTo(16 / 15 - 1, 12);
    expect(() => comparisonAdjusted(TRIANGLE, ['a', 'b'])).toThrow(/"c"/);
  });
});

describe('the league table', () => {
  const network = { contrasts: TRIANGLE, treatments: treatmentsOf(TRIANGLE), tauSquared: 0, measure: 'MD' as const };
  const league = leagueTable(solveNetwork(TRIANGLE));
  const table = leagueOfNetwork({ ...network, league, pScores: pScores(league, true) });

  it('stands from best to worst, with the direct evidence where there is some', () => {
    expect(table.treatments.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect(table.direct[1]?.[2]?.estimate).toBeCloseTo(-16 / 15, 12);
    expect(table.network[0]?.[2]?.estimate).toBeCloseTo(-(table.network[2]?.[0]?.estimate ?? 0), 12);
    const scores = table.treatments.map(({ pScore }) => pScore);
    expect(scores.reduce((a, b) => a + b, 0)).toBeCloseTo(1.5, 12);
  });
});

describe('an order in which near things stand together', () => {
  it('keeps pairs side by side', () => {
    const at = [0, 10, 1, 11];
    const order = clusterOrder(at.map(a => at.map(b => Math.abs(a - b))));
    expect(order).toEqual([0, 2, 1, 3]);
    expect(clusterOrder([])).toEqual([]);
  });
});
