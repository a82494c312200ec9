import { describe, expect, test } from 'vitest';
import { quantileOf } from '#core/certainty/evidence';
import { absoluteLines, baselinesFromStudies, differenceWords, relativeWords } from '#core/certainty/findings';
import { evidenceProfile, type Findings, findingsTable } from '#core/certainty/findingsTable';
import { tableHtml } from '#core/certainty/tableHtml';
import type { Measure } from '#core/vocabulary';
import { madeUpEvidence } from './madeUpEvidence.ts';

describe('absolute effects per 1,000, worked by hand', () => {
  const line = (measure: Measure, [estimate, lower, upper]: readonly [number, number, number], risk: number) => {
    const evidence = madeUpEvidence({ measure, effect: { estimate, lower, upper }, isRatio: measure !== 'RD' });
    return absoluteLines(evidence, [{ risk, source: 'by hand' }])[0];
  };

  test('risk ratio: 100 × 0.5 = 50, 100 × 0.4 = 40, 100 × 0.6 = 60', () => {
    expect(line('RR', [0.5, 0.4, 0.6], 0.1)).toEqual({
      source: 'by hand',
      control: '100',
      intervention: '50',
      interval: '40 to 60',
      difference: '50 fewer',
      differenceInterval: '60 fewer to 40 fewer',
      isClipped: false,
    });
  });

  test('odds ratio: odds 0.2/0.8 = 0.25, halved 0.125, risk 0.125/1.125 = 111 in 1,000', () => {
    // 1.5 × 0.25 = 0.375 → 0.375/1.375 = 273; 1 × 0.25 → 200.
    expect(line('OR', [0.5, 1, 1.5], 0.2)).toMatchObject({
      control: '200',
      intervention: '111',
      interval: '200 to 273',
      difference: '89 fewer',
      differenceInterval: 'no difference to 73 more',
    });
  });

  test('risk difference: 200 − 50 = 150', () => {
    expect(line('RD', [-0.05, -0.1, 0.01], 0.2)).toMatchObject({
      intervention: '150',
      interval: '100 to 210',
      difference: '50 fewer',
      differenceInterval: '100 fewer to 10 more',
    });
  });

  test('below 10 in 1,000 a line has one decimal, else none, the same in the whole line', () => {
    // The thirteen BCG trials: 5.6 × 0.49 = 2.7 and 16 × 0.49 = 7.8 in 1,000.
    expect(line('RR', [0.49, 0.33, 0.73], 0.0056)).toMatchObject({
      control: '5.6',
      intervention: '2.7',
      interval: '1.8 to 4.1',
      difference: '2.9 fewer',
    });
    expect(line('RR', [0.49, 0.33, 0.73], 0.016)).toMatchObject({
      control: '16',
      intervention: '8',
      interval: '5 to 12',
      difference: '8 fewer',
    });
  });

  test('a risk that would pass 1,000 is cut, and says so', () => {
    expect(line('RR', [2.7, 2, 3], 0.45)).toMatchObject({ intervention: '1,000', isClipped: true });
  });

  test('no line for a measure that turns no risk into a risk, nor where nothing was pooled', () => {
    expect(line('SMD', [0.5, 0.4, 0.6], 0.1)).toBeUndefined();
    expect(absoluteLines(madeUpEvidence({ effect: null }), [{ risk: 0.1, source: 'x' }])).toEqual([]);
  });
});

test('risks without treatment are quarters of the studies: of 0.1, 0.2, 0.3, 0.4 and 0.5 these are 0.2, 0.3 and 0.4', () => {
  const controlRisks = [0.5, 0.1, 0.4, 0.2, 0.3];
  expect(baselinesFromStudies(madeUpEvidence({ controlRisks })).map(({ risk }) => risk)).toEqual([0.2, 0.3, 0.4]);
  expect(baselinesFromStudies(madeUpEvidence({ controlRisks: [0.1, 0.3] })).map(({ risk }) => risk)).toEqual([0.2]);
  expect(baselinesFromStudies(madeUpEvidence({ controlRisks: [0, 0, 0] }))).toEqual([]);
  expect(quantileOf([], 0.5)).toBeNull();
});

test('what is measured is told as a difference in its unit', () => {
  const evidence = madeUpEvidence({
    ...{ outcomeKind: 'continuous', measure: 'MD', isRatio: false, unit: 'points' },
    effect: { estimate: -2.3, lower: -4.1, upper: 0.5 },
  });
  expect(differenceWords(evidence)).toBe('2.30 points lower (4.10 points lower to 0.50 points higher)');
  expect(relativeWords(evidence)).toBeNull();
  expect(relativeWords(madeUpEvidence())).toBe('RR 0.50 (0.40 to 0.60)');
});

const FINDINGS: Findings = {
  title: 'Invented <remedies>',
  intervention: 'remedy',
  comparator: 'nothing',
  outcomes: [
    {
      ...{ outcomeName: 'Recovery', remark: '', difference: null, relative: 'RR 0.50 (0.40 to 0.60)', because: null },
      absolute: absoluteLines(madeUpEvidence(), [
        { risk: 0.1, source: 'low' },
        { risk: 0.2, source: 'high' },
      ]),
      ...{
        people: 9000,
        studies: 12,
        certainty: 'low',
        isAgreed: true,
        letters: ['a'],
        words: 'It may help.',
        stale: [],
      },
      levels: { 'risk-of-bias': -2, inconsistency: 0, indirectness: 0, imprecision: 0, 'publication-bias': 0 },
    },
    {
      ...{
        outcomeName: 'Harm',
        remark: '',
        difference: null,
        relative: null,
        because: 'Not pooled: no study reports it.',
      },
      ...{
        absolute: [],
        people: null,
        studies: 0,
        certainty: null,
        isAgreed: false,
        letters: [],
        words: '',
        stale: [],
      },
      levels: {},
    },
  ],
  footnotes: [{ letter: 'a', text: 'Allocation was foreseen.' }],
  notes: ['An example.'],
};

describe('the tables', () => {
  test('have one line for each risk, and say in words what is not pooled', () => {
    const { rows, below } = findingsTable(FINDINGS);
    expect(rows).toEqual([
      [
        'Recovery',
        '100\nlow',
        '50 (40 to 60)\n50 fewer',
        'RR 0.50 (0.40 to 0.60)',
        '9,000\n12 studies',
        '⊕⊕◯◯ Low a',
        'It may help.',
      ],
      ['', '200\nhigh', '100 (80 to 120)\n100 fewer', '', '', '', ''],
      ['Harm', 'Not pooled: no study reports it.', '', '', '–', 'no evidence', ''],
    ]);
    expect(below).toEqual(['a Allocation was foreseen.', 'An example.']);
  });

  test('of the evidence profile name every reason', () => {
    const { head, rows } = evidenceProfile(FINDINGS);
    expect(head).toHaveLength(12);
    expect(rows[0]?.slice(2, 5)).toEqual(['very serious, −2', 'not serious', 'not serious']);
    expect(rows[0]?.every(cell => cell !== '')).toBe(true);
    expect(rows.every(row => row.length === head.length)).toBe(true);
  });

  test('as a page hold no markup of anybody', () => {
    const page = tableHtml(findingsTable(FINDINGS));
    expect(page).toContain('Invented &lt;remedies&gt;');
    expect(page).not.toContain('<remedies>');
  });
});
