import { describe, expect, it } from 'vitest';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import {
  analyseNetwork,
  type NetworkStudy,
  networkContrasts,
  networkParts,
} from '#core/synthesis/network/analyseNetwork';
import { networkArms } from '#core/synthesis/network/armValues';
import { contrastsOf } from '#core/synthesis/network/contrasts';

const arm = (name: string, events: number, total: number) => ({
  name,
  kind: 'other' as const,
  numbers: { events, total, mean: null, standardDeviation: null, personTime: null },
});
const STUDIES: readonly NetworkStudy[] = [
  { studyId: '1', arms: [arm('Placebo', 10, 100), arm('Low', 8, 100)] },
  { studyId: '2', arms: [arm('placebo ', 12, 100), arm('High', 5, 100)] },
  { studyId: '3', arms: [arm('Low', 9, 100), arm('High', 6, 100), arm('Placebo', 11, 100)] },
];
const OPTIONS = { measure: 'OR', model: 'fixed', level: 95, smallIsBetter: true } as const;

describe('a network of extracted arms', () => {
  it('takes names that differ by case and spaces for one treatment', () => {
    const network = analyseNetwork(STUDIES, OPTIONS);
    if (!network.estimable) throw new Error(network.because);
    expect(network.value.treatments).toEqual(['High', 'Low', 'Placebo']);
    expect(network.value.people).toEqual([200, 200, 300]);
    expect(network.value).toMatchObject({ k: 3, multiArm: 1, corrected: 0 });
    expect(network.value.comparisons).toContainEqual({ from: 'High', to: 'Placebo', studies: 2 });
    // Fewest events under the high dose: it comes out first where less is better.
    const [high = 0, low = 0, placebo = 0] = network.value.pScores;
    expect(high).toBeGreaterThan(low);
    expect(low).toBeGreaterThan(placebo);
  });

  it('is the plain odds ratio where only one study compares two treatments and nothing else reaches them', () => {
    const line = [STUDIES[0], { studyId: '9', arms: [arm('Placebo', 7, 50), arm('Other', 5, 50)] }] as NetworkStudy[]; // both are there
    const network = analyseNetwork(line, OPTIONS);
    if (!network.estimable) throw new Error(network.because);
    const [i, j] = ['Low', 'Placebo'].map(name => network.value.treatments.indexOf(name));
    expect(network.value.league.estimate[i ?? 0]?.[j ?? 0]).toBeCloseTo(Math.log((8 * 90) / (92 * 10)), 10);
  });

  it('is none where parts are not connected, and names them', () => {
    const apart = [
      { studyId: '1', arms: [arm('A', 5, 50), arm('B', 6, 50)] },
      { studyId: '2', arms: [arm('C', 5, 50), arm('D', 6, 50)] },
    ];
    expect(analyseNetwork(apart, OPTIONS)).toEqual({ estimable: false, because: 'not-connected' });
    expect(networkParts(networkContrasts(apart, 'OR'))).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
  });

  it('adds half an event throughout a study with an empty arm, and says how often', () => {
    const withEmpty = [...STUDIES, { studyId: '4', arms: [arm('Low', 0, 40), arm('Placebo', 3, 40)] }];
    const network = analyseNetwork(withEmpty, OPTIONS);
    expect(network.estimable && network.value.corrected).toBe(1);
  });

  it('refuses a measure that it can’t hold', () => {
    expect(analyseNetwork(STUDIES, { ...OPTIONS, measure: 'SMD' })).toEqual({
      estimable: false,
      because: 'measure-not-for-networks',
    });
  });
});

describe('a network of rates', () => {
  it('has the contrasts that a pair of arms has by itself, also where an arm is without events', () => {
    const rate = (study: string, treatment: string, events: number, personTime: number) => ({
      ...{ study, treatment, events, personTime, total: null, mean: null, standardDeviation: null },
    });
    const given = [rate('1', 'a', 12, 340.5), rate('1', 'b', 30, 402), rate('2', 'a', 0, 120), rate('2', 'b', 7, 118)];
    const contrasts = contrastsOf(networkArms('IRR', given).arms);
    const pairs = [
      { x1i: 12, t1i: 340.5, x2i: 30, t2i: 402 },
      { x1i: 0, t1i: 120, x2i: 7, t2i: 118 },
    ].map((numbers, place) => ({ studyId: String(place), label: '', numbers }));
    // Effects of pairs agree with metafor's escalc: see the reference cases.
    const { studies } = analyse({ ...DEFAULT_ANALYSIS, measure: 'IRR' }, pairs);
    expect(studies).toHaveLength(2);
    for (const [place, { effect }] of studies.entries()) {
      if (!effect.estimable) throw new Error(effect.because);
      expect(contrasts[place]?.difference).toBeCloseTo(effect.value.yi, 12);
      expect(contrasts[place]?.variance).toBeCloseTo(effect.value.standardError ** 2, 12);
    }
  });
});
