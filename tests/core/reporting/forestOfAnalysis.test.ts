import { describe, expect, test } from 'vitest';
import { estimable, notEstimable } from '#core/estimable';
import { armCells } from '#core/reporting/armCells';
import { forestFigure } from '#core/reporting/forestFigure';
import { forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { forestWithSubgroups } from '#core/reporting/forestWithSubgroups';
import { funnelOfAnalysis } from '#core/reporting/funnelOfAnalysis';
import { iSquaredBounds } from '#core/reporting/heterogeneityLines';
import { decimalText } from '#core/reporting/numbers';
import { type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import { type AnalysisSpec, DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { describeShared, sharedFile } from '../../support/shared.ts';

const SPEC: AnalysisSpec = {
  ...DEFAULT_ANALYSIS,
  measure: 'RR',
  interval: 'knapp-hartung',
  predictionInterval: 't-k-1',
};

const study = (studyId: string, ai: number, n1i: number, ci: number, n2i: number): AnalysedStudy => ({
  studyId,
  label: `Study ${studyId}`,
  numbers: { ai, n1i, ci, n2i },
});

const STUDIES = [
  study('a', 10, 100, 20, 100),
  study('b', 30, 1000, 60, 1000),
  study('c', 0, 50, 0, 50),
  study('d', 5, 80, 9, 75),
];
const NUMBERS = new Map(STUDIES.map(({ studyId, numbers }) => [studyId, numbers]));

describe('a forest plot of an analysis', () => {
  const data = forestOfAnalysis(analyse(SPEC, STUDIES), {
    numbers: NUMBERS,
    arms: { first: 'Drug', second: 'Placebo' },
  });

  test('shows what each arm reported, and sums of those that are pooled', () => {
    expect(data.armColumns.map(({ title }) => title)).toEqual(['Drug', 'Placebo']);
    expect(data.groups[0]?.rows[1]?.cells).toEqual(['30 / 1,000', '60 / 1,000']);
    // Study c has no events in either arm and stays out: 10 + 30 + 5 of 100 + 1000 + 80.
    expect(data.pooled?.cells).toEqual(['45 / 1,180', '89 / 1,175']);
  });

  test('a study that is left out stays visible, with its reason in words', () => {
    expect(data.groups[0]?.rows[2]).toMatchObject({ effect: null, weightPercent: null });
    expect(data.groups[0]?.rows[2]?.because).toContain('in both groups');
  });

  test('nothing is pooled and nothing drawn where no study has an effect', () => {
    const none = forestOfAnalysis(analyse(SPEC, STUDIES.slice(2, 3)));
    expect(none.pooled).toMatchObject({ effect: null, because: 'Not pooled: no study with an effect' });
    expect(none.prediction).toBeUndefined();
    expect(forestFigure(none)).not.toMatch(/NaN|undefined/);
  });

  test('one study alone has no diamond, but the reason', () => {
    const one = forestOfAnalysis(analyse(SPEC, STUDIES.slice(0, 1)));
    expect(one.pooled).toMatchObject({ effect: null, weightPercent: null, because: 'Not pooled: one study only' });
    expect(one).toMatchObject({ method: [] });
    expect(one.groups[0]?.rows[0]?.effect).not.toBeNull();
  });

  test('too few studies for a prediction interval: the reason stands in its row', () => {
    const few = forestOfAnalysis(analyse({ ...SPEC, predictionInterval: 't-k-2' }, STUDIES.slice(0, 2)));
    expect(few.prediction).toBeUndefined();
    expect(few.predictionBecause).toBe('Not estimable: fewer than three studies');
  });

  test('a fixed-effect model says how it was pooled, and has no prediction interval nor τ²', () => {
    const fixed = forestOfAnalysis(analyse({ ...SPEC, model: 'fixed', fixedMethod: 'mantel-haenszel' }, STUDIES));
    expect(fixed.pooled?.label).toBe('Fixed-effect model');
    expect(fixed.method[0]).toBe('Mantel–Haenszel');
    expect(fixed.predictionBecause).toBeUndefined();
    expect(fixed.heterogeneity.some(line => line.startsWith('τ²'))).toBe(false);
  });

  test('ready-made effects may bring their own name and scale', () => {
    const effects = [1, 2, 3].map(place => ({
      studyId: `${place}`,
      label: 'S',
      numbers: { yi: -0.1 * place, vi: 0.04 },
    }));
    const named = forestOfAnalysis(analyse({ ...SPEC, measure: 'GEN' }, effects), {
      measure: { title: 'Hazard ratio', scale: 'log' },
    });
    expect(named).toMatchObject({ measure: 'Hazard ratio', scale: 'log', noEffect: 0, armColumns: [] });
  });

  test('the funnel plot has the studies with an effect, and no others', () => {
    expect(funnelOfAnalysis(analyse(SPEC, STUDIES))).toMatchObject({
      standardErrorOf: 'log risk ratio',
      points: [{ studyId: 'a' }, { studyId: 'b' }, { studyId: 'd' }],
    });
  });
});

describe('arm columns', () => {
  const titles = { first: 'A', second: 'B' };

  test('means with their deviations, written with the digits that were given', () => {
    const numbers = { m1i: 12.5, sd1i: 4, n1i: 1200, m2i: -3.25, sd2i: 4.5, n2i: 30 };
    const arms = armCells([numbers, numbers], [true, false], titles);
    expect(arms.cells[0]).toEqual(['12.5 (4), 1,200', '−3.25 (4.5), 30']);
    expect(arms.totals).toEqual(['1,200', '30']);
  });

  test('cells and non-events add up to totals', () => {
    expect(armCells([{ ai: 3, bi: 7, ci: 4, di: 16 }], [true], titles).cells).toEqual([['3 / 10', '4 / 20']]);
  });

  test('a study that reported something else has dashes, not numbers of another kind', () => {
    const events = { ai: 3, n1i: 10, ci: 4, n2i: 20 };
    expect(armCells([events, events, { yi: 1, vi: 2 }], [true, true, true], titles).cells[2]).toEqual(['–', '–']);
  });

  test('effects alone have no arm columns', () => {
    expect(armCells([{ yi: 1, vi: 2 }], [true], titles)).toEqual({ columns: [], cells: [[]], totals: [] });
  });
});

describe('subgroups', () => {
  const data = forestOfAnalysis(analyse(SPEC, STUDIES), { numbers: NUMBERS });
  const grouped = forestWithSubgroups(
    data,
    [
      { label: 'Adults', studyIds: ['a', 'b'], pooled: estimable({ estimate: -0.6, lower: -1, upper: -0.2 }) },
      { label: 'Children', studyIds: ['d'], pooled: notEstimable('one-study-only') },
    ],
    { numbers: NUMBERS },
  );

  test('weights of the whole model add up in the subtotals, sums in the arms', () => {
    const [adults] = grouped.groups;
    const weight = (place: number) => data.groups[0]?.rows[place]?.weightPercent ?? 0;
    expect(adults?.subtotal?.weightPercent).toBeCloseTo(weight(0) + weight(1), 12);
    expect(adults?.subtotal?.cells).toEqual(['40 / 1,100', '80 / 1,100']);
  });

  test('one study in a group is not pooled, and a study without a group is not lost', () => {
    expect(grouped.groups[1]?.subtotal).toMatchObject({ effect: null, because: 'Not pooled: one study only' });
    expect(grouped.groups[2]).toMatchObject({ label: 'Other studies', rows: [{ studyId: 'c' }] });
    expect(grouped.pooled?.label).toBe('All 4 studies');
  });
});

describe('limits of I²', () => {
  const summary = {
    q: 20,
    df: 10,
    p: 0.03,
    iSquaredPercent: 50,
    hSquared: 2,
    tauSquared: 0.1,
    tau: Math.sqrt(0.1),
    tauSquaredError: null,
    tauSquaredInterval: { lower: 0, upper: 0.3, isEmpty: false },
  };

  test('follow from those of τ² and the typical sampling variance', () => {
    // I² = 50 % with τ² = 0.1 means a typical variance of 0.1: 0 / 0.1 and 0.3 / 0.4.
    expect(iSquaredBounds(summary)).toEqual({ lower: 0, upper: expect.closeTo(75, 10) });
  });

  test('are not known where the estimate is zero or the interval empty', () => {
    expect(iSquaredBounds({ ...summary, tauSquared: 0, iSquaredPercent: 0 })).toBeUndefined();
    expect(iSquaredBounds({ ...summary, tauSquaredInterval: { lower: 0, upper: 0, isEmpty: true } })).toBeUndefined();
  });
});

describeShared('meta', 'the thirteen BCG trials on a figure', () => {
  interface Reference {
    readonly input: { readonly slab: readonly string[]; readonly columns: Readonly<Record<string, readonly number[]>> };
    readonly cases: readonly { readonly id: string; readonly results: Readonly<Record<string, never>> }[];
  }
  test('every number in the text is that of the reference, turned back', () => {
    // The file's README states this shape.
    const reference = JSON.parse(sharedFile('meta/bcg.json')) as Reference;
    const { columns, slab } = reference.input;
    const at = (name: string, place: number) => columns[name]?.[place] ?? Number.NaN;
    const studies = slab.map((label, place) => ({
      studyId: String(place),
      label,
      numbers: { ai: at('tpos', place), n1i: at('n1', place), ci: at('cpos', place), n2i: at('n2', place) },
    }));
    const results = (id: string): Readonly<Record<string, unknown>> =>
      reference.cases.find(one => one.id === id)?.results ?? {};
    const svg = forestFigure(forestOfAnalysis(analyse(SPEC, studies)));
    const texts = new Set([...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text));
    const ratio = (value: unknown) => decimalText(Math.exp(Number(value)), 2);
    const pooled = results('pool:esc:RR:REML:knha');
    expect(texts).toContain(ratio(pooled.estimate));
    expect(texts).toContain(`(${ratio(pooled.ci_lb)}`);
    expect(texts).toContain(`${ratio(pooled.ci_ub)})`);
    const { yi } = results('esc:RR');
    expect(Array.isArray(yi) && yi.length).toBe(13);
    for (const value of yi as readonly number[]) expect(texts).toContain(ratio(value));
    expect(texts).toContain(`Q = ${decimalText(Number(pooled.QE), 1)}, df = 12, p < 0.001`.replace('<', '&lt;'));
    expect([...texts].some(text => text?.startsWith(`I² = ${decimalText(Number(pooled.I2), 0)} %`))).toBe(true);
    expect([...texts].some(text => text?.startsWith(`τ² = ${decimalText(Number(pooled.tau2), 2)} `))).toBe(true);
  });
});
