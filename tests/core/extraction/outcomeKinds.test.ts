import { describe, expect, it } from 'vitest';
import { type Counts, countedNumbers, impossibleCounts } from '#core/extraction/counts';
import { armNumbersOf, impossibleArmResult, impossibleEstimate } from '#core/extraction/impossibleResult';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import { plainCountsText, usedPlainCounts } from '#core/extraction/plainCounts';
import { questionsOnCounts } from '#core/extraction/questionsOnCounts';
import { studyNumbers } from '#core/extraction/studyNumbers';
import { OUTCOME_KINDS, PLAIN_OUTCOME_KINDS, type PlainOutcomeKind } from '#core/extraction/vocabulary';
import { armCells, armTitles } from '#core/reporting/armCells';
import { effectSizes } from '#core/synthesis/effects/measures';

/** One study of each kind, and what escalc of metafor 3.8-1 makes of it: yi and vi by measure. */
const STUDIES: Readonly<
  Record<PlainOutcomeKind, { numbers: Record<string, number>; escalc: [string, number, number][] }>
> = {
  proportion: {
    numbers: { events: 12, total: 340 },
    escalc: [
      ['PLO', -3.3081069586, 0.0863821138211],
      ['PFT', 0.192611794822, 0.000734214390602],
      ['PAS', 0.188990318456, 0.000735294117647],
      ['PLN', -3.34403896782, 0.0803921568627],
      ['PR', 0.0352941176471, 0.000100142479137],
    ],
  },
  'single-rate': {
    numbers: { events: 12, personTime: 2400.5 },
    escalc: [
      ['IRLN', -5.29852567818, 0.0833333333333],
      ['IR', 0.0049989585503, 2.08246554897e-6],
      ['IRS', 0.0707033135737, 0.000104144969798],
    ],
  },
  'single-mean': {
    numbers: { mean: 41.2, standardDeviation: 8.7, total: 63 },
    escalc: [
      ['MN', 41.2, 1.20142857143],
      ['MNLN', 3.71843825636, 0.000707788535341],
    ],
  },
  // escalc was given the means after and before, and the SD before as the first one.
  'pre-post': {
    numbers: { meanBefore: 7.4, sdBefore: 2.2, meanAfter: 5.1, sdAfter: 2.9, total: 38, correlation: 0.6 },
    escalc: [
      ['MC', -2.3, 0.147210526316],
      ['SMCC', -0.952579973566, 0.0382553763952],
      ['SMCR', -1.02409441372, 0.0348522285292],
    ],
  },
  correlation: {
    numbers: { correlation: -0.41, total: 57 },
    escalc: [
      ['ZCOR', -0.435611223236, 0.0185185185185],
      ['COR', -0.41, 0.0123581716071],
      ['UCOR', -0.413209083369, 0.0122798080512],
    ],
  },
  reliability: {
    numbers: { alpha: 0.83, parts: 12, total: 204 },
    escalc: [
      ['ABT', 1.77195684193, 0.010801080108],
      ['AHW', 0.446034174325, 0.000367280028879],
      ['ARAW', 0.83, 0.000312151215122],
    ],
  },
};

const same = { factor: 1, offset: 0 };

describe('what a study reports as a whole', () => {
  it.each(PLAIN_OUTCOME_KINDS)('becomes, of the kind %s, the effect sizes that metafor gives', kind => {
    const { numbers, escalc } = STUDIES[kind];
    const { measures } = OUTCOME_KIND_TABLE[kind];
    expect(escalc.map(([measure]) => measure)).toEqual([...measures]);
    const counted = countedNumbers({ kind, numbers });
    if (!counted.estimable) throw new RangeError(counted.because);
    for (const measure of measures) {
      const [effect] = effectSizes(measure, [counted.value.numbers]);
      const [, yi, vi] = escalc.find(([word]) => word === measure) ?? ['', 0, 0];
      if (!effect?.estimable) throw new RangeError(`${measure} is not estimable`);
      expect(effect.value.yi).toBeCloseTo(yi, 9);
      expect(Math.abs(effect.value.vi / vi - 1)).toBeLessThan(1e-9);
    }
  });

  it.each(PLAIN_OUTCOME_KINDS)(
    'is refused, of the kind %s, where a number lacks, is strange, or another kind’s',
    kind => {
      const { numbers } = STUDIES[kind];
      const { fields } = OUTCOME_KIND_TABLE[kind];
      const [first] = fields;
      const pointers = (counts: Counts) => impossibleCounts(kind, counts).map(({ pointer }) => pointer);
      expect(pointers({ kind, numbers })).toEqual([]);
      const { [first?.name ?? '']: _, ...rest } = numbers;
      expect(pointers({ kind, numbers: rest })).toEqual([`/body/counts/numbers/${first?.name}`]);
      expect(pointers({ kind, numbers: { ...numbers, colour: 3 } })).toEqual(['/body/counts/numbers/colour']);
      const other = kind === 'correlation' ? 'reliability' : 'correlation';
      expect(pointers({ kind: other, numbers: STUDIES[other].numbers })).toEqual(['/body/counts/kind']);
    },
  );

  it('is refused where it can’t be true', () => {
    const detail = (kind: PlainOutcomeKind, change: Record<string, number>) =>
      impossibleCounts(kind, { kind, numbers: { ...STUDIES[kind].numbers, ...change } })[0]?.detail ?? '';
    expect(detail('proportion', { events: 341 })).toContain('(341) than people in the study (340)');
    expect(detail('proportion', { events: -1 })).toContain('not negative');
    expect(detail('single-rate', { personTime: 0 })).toContain('above 0');
    expect(detail('single-mean', { standardDeviation: 0 })).toContain('standard error');
    expect(detail('pre-post', { correlation: 1 })).toContain('between −1 and 1');
    expect(detail('correlation', { correlation: 41 })).toContain('percentage');
    expect(detail('correlation', { total: 3 })).toContain('no standard error');
    expect(detail('reliability', { alpha: 83 })).toContain('percentage');
    expect(detail('reliability', { parts: 1 })).toContain('two parts');
    expect(detail('reliability', { total: 2 })).toContain('no standard error');
    expect(detail('proportion', { total: Number.NaN })).toContain('no number');
  });

  it('follows the review’s unit and direction, and nothing that has none', () => {
    const used = (kind: PlainOutcomeKind, factor: number, isReversed: boolean) =>
      usedPlainCounts({ kind, numbers: STUDIES[kind].numbers }, { factor, offset: 0 }, isReversed).numbers;
    expect(used('proportion', 1, true)).toEqual({ events: 328, total: 340 });
    expect(used('single-rate', 1 / 365.25, false)).toEqual({ events: 12, personTime: 2400.5 / 365.25 });
    expect(used('single-mean', 10, true)).toEqual({ mean: -412, standardDeviation: 87, total: 63 });
    expect(used('pre-post', 2, true)).toMatchObject({ meanBefore: -14.8, sdBefore: 4.4, correlation: 0.6, total: 38 });
    expect(used('correlation', 1, true)).toEqual({ correlation: 0.41, total: 57 });
    expect(used('reliability', 7, true)).toEqual({ alpha: 0.83, parts: 12, total: 204 });
    const mean = { kind: 'single-mean', numbers: STUDIES['single-mean'].numbers } as const;
    expect(usedPlainCounts(mean, { factor: 1.8, offset: 32 }, false).numbers).toMatchObject({ mean: 41.2 * 1.8 + 32 });
  });

  it('is told in a line', () => {
    expect(plainCountsText({ kind: 'proportion', numbers: STUDIES.proportion.numbers }, String)).toBe('12 of 340');
    expect(plainCountsText({ kind: 'single-rate', numbers: STUDIES['single-rate'].numbers }, String)).toBe(
      '12 in 2400.5',
    );
    const text = plainCountsText({ kind: 'correlation', numbers: STUDIES.correlation.numbers }, String);
    expect(text).toBe('Correlation r -0.41, Number 57');
  });

  it('is asked about where it can be but is unlike the others', () => {
    const asked = (kind: PlainOutcomeKind, change: Record<string, number>, count = 3) => {
      const { numbers } = STUDIES[kind];
      const others = Array.from({ length: count }, () => numbers);
      return questionsOnCounts({ kind, numbers: { ...numbers, ...change } }, { others, isConverted: false }).map(
        ({ question }) => question,
      );
    };
    for (const kind of PLAIN_OUTCOME_KINDS) expect(asked(kind, {})).toEqual([]);
    expect(asked('proportion', { events: 3.5 })).toEqual(['percentage-taken-for-count']);
    expect(asked('single-rate', { personTime: 6.5 })).toEqual(['time-in-another-unit']);
    expect(asked('single-rate', { personTime: 6.5 }, 2)).toEqual([]);
    expect(asked('single-mean', { standardDeviation: 1.1 })).toEqual(['se-taken-for-sd']);
    expect(asked('pre-post', { sdBefore: 0.36, sdAfter: 0.47 })).toEqual(['se-taken-for-sd']);
    expect(asked('pre-post', { meanAfter: 9.4 })).toEqual(['sign-unlike-others']);
    expect(asked('correlation', { correlation: 0.41 })).toEqual(['sign-unlike-others']);
    expect(asked('reliability', { alpha: -0.2 })).toEqual(['below-0']);
  });

  it('stands in a figure beside its own mean, though a change is divided by the spread before', () => {
    const counted = countedNumbers({ kind: 'pre-post', numbers: STUDIES['pre-post'].numbers });
    const numbers = counted.estimable ? [counted.value.numbers] : [];
    const { columns, cells } = armCells(numbers, [true], armTitles('pre-post', { first: 'After', second: 'Before' }));
    expect(columns.map(({ title }) => title)).toEqual(['After', 'Before']);
    expect(cells).toEqual([['5.1 (2.9)', '7.4 (2.2)']]);
  });
});

describe('rates of arms', () => {
  const arm = (kind: 'intervention' | 'comparator', events: number, personTime: number) => ({
    ...{ kind, numbers: armNumbersOf({ events, personTime }) },
  });
  it('add up events and times of several arms of a side, and give the ratios and differences that metafor gives', () => {
    const arms = [arm('intervention', 11, 520), arm('intervention', 4, 180), arm('comparator', 19, 498)];
    const numbers = studyNumbers('rate', { arms, estimate: null });
    expect(numbers).toEqual({ estimable: true, value: { x1i: 15, t1i: 700, x2i: 19, t2i: 498 } });
    const values = OUTCOME_KIND_TABLE.rate.measures.map(measure => {
      const [effect] = effectSizes(measure, numbers.estimable ? [numbers.value] : []);
      return effect?.estimable ? [effect.value.yi, effect.value.vi] : [];
    });
    const escalc = [
      [-0.576869036083, 0.119298245614],
      [-0.0167240390132, 0.000107223912452],
      [-0.0489419212554, 0.000859150889271],
    ];
    for (const [place, [yi, vi]] of escalc.entries()) {
      expect(values[place]?.[0]).toBeCloseTo(yi ?? 0, 10);
      expect(values[place]?.[1]).toBeCloseTo(vi ?? 0, 10);
    }
  });
  it('are refused without time, or with the number of people in its place', () => {
    const first = (numbers: Parameters<typeof armNumbersOf>[0]) =>
      impossibleArmResult('rate', armNumbersOf(numbers))[0];
    expect(first({ events: 4, personTime: 0 })?.pointer).toBe('/body/personTime');
    expect(first({ events: 4, total: 90 })).toMatchObject({
      pointer: '/body/total',
      detail: expect.stringContaining('rate'),
    });
    expect(first({ events: 4, personTime: 2.5 })).toBeUndefined();
    expect(studyNumbers('rate', { arms: [arm('intervention', 1, 2)], estimate: null })).toMatchObject({
      because: 'no-comparator-arm',
    });
  });
});

describe('time to an event', () => {
  it('takes hazard ratios and not their logarithms', () => {
    const ratio = { estimate: 0.8, lower: 0.6, upper: 1.1, isRatio: true };
    expect(impossibleEstimate(ratio, 'time-to-event')).toEqual([]);
    const log = { ...ratio, isRatio: false };
    expect(impossibleEstimate(log, 'time-to-event')[0]).toMatchObject({ pointer: '/body/isRatio' });
    expect(impossibleEstimate(log, 'generic')).toEqual([]);
  });
});

describe('the table of kinds', () => {
  it('says of every kind what it takes, how it can be pooled, and asks for no number twice', () => {
    for (const kind of OUTCOME_KINDS) {
      const entry = OUTCOME_KIND_TABLE[kind];
      expect(entry.measures.length, kind).toBeGreaterThan(0);
      const names = 'fields' in entry ? entry.fields.map(({ column }) => column) : [];
      expect(new Set(names).size, kind).toBe(names.length);
    }
    expect(usedPlainCounts({ kind: 'reliability', numbers: STUDIES.reliability.numbers }, same, false).numbers).toEqual(
      STUDIES.reliability.numbers,
    );
  });
});
