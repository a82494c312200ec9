import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '#core/certainty/evidence';
import {
  CERTAINTY_LEVELS,
  CERTAINTY_REASONS,
  CERTAINTY_STARTS,
  type CertaintyReason,
  certaintyOf,
  isAnswerTo,
  missingIn,
} from '#core/certainty/grading';
import { plainSentence } from '#core/certainty/plainSentence';
import { suggestRatings } from '#core/certainty/suggestRatings';
import { madeUpEvidence } from './madeUpEvidence.ts';

const rated = (answers: Partial<Record<CertaintyReason, number>>) =>
  Object.fromEntries(Object.entries(answers).map(([reason, levels]) => [reason, { levels, footnote: 'because' }]));

describe('the certainty that answers add up to', () => {
  test.each([
    ['high', {}, 'high'],
    ['high', { 'risk-of-bias': -1 }, 'moderate'],
    ['high', { 'risk-of-bias': -1, inconsistency: -1 }, 'low'],
    ['high', { 'risk-of-bias': -2, inconsistency: -2 }, 'very-low'],
    ['low', {}, 'low'],
    ['low', { 'large-effect': 2 }, 'high'],
    ['low', { 'large-effect': 1, imprecision: -1 }, 'low'],
  ] as const)('from %s with %j it is %s', (start, answers, level) => {
    expect(certaintyOf({ start, reasons: rated(answers) })).toBe(level);
  });

  test('never leaves the scale, and one level more down never makes it better', () => {
    const answers = fc.record(
      Object.fromEntries(
        CERTAINTY_REASONS.map(reason => [
          reason,
          fc.constantFrom(...[-3, -2, -1, 0, 1, 2].filter(levels => isAnswerTo(reason, levels))),
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...CERTAINTY_STARTS), answers, (start, levels) => {
        const place = (own: typeof levels) => CERTAINTY_LEVELS.indexOf(certaintyOf({ start, reasons: rated(own) }));
        expect(place(levels)).toBeGreaterThanOrEqual(0);
        const imprecision = Math.max(-2, (levels.imprecision ?? 0) - 1);
        expect(place({ ...levels, imprecision })).toBeGreaterThanOrEqual(place(levels));
      }),
    );
  });

  test('is not to be agreed on before the five reasons are answered and each rating has a footnote', () => {
    const reasons = { 'risk-of-bias': { levels: -1, footnote: ' ' }, inconsistency: { levels: 0, footnote: '' } };
    expect(missingIn({ start: 'high', reasons })).toEqual({
      unanswered: ['indirectness', 'imprecision', 'publication-bias'],
      unfounded: ['risk-of-bias'],
    });
  });
});

describe('what the data suggest', () => {
  const levels = (reason: CertaintyReason, more: Partial<Evidence>, start: 'high' | 'low' = 'high') =>
    suggestRatings(madeUpEvidence(more), start)[reason].levels;
  const bias = (percentHigh: number, judged = 12) => ({
    riskOfBias: { judged, high: 3, percentHigh, withoutHigh: { estimate: 0.6, lower: 0.5, upper: 0.7, k: 9 } },
  });

  test('on risk of bias by the share of the weight, once all studies are judged', () => {
    expect([10, 25, 49, 75].map(share => levels('risk-of-bias', bias(share)))).toEqual([[0], [-1], [-1], [-2]]);
    expect(levels('risk-of-bias', bias(49, 11))).toEqual([]);
    const { because } = suggestRatings(madeUpEvidence(bias(49)), 'high')['risk-of-bias'];
    expect(because).toBe(
      '49 % of the weight comes from 3 studies at high risk. Without them the risk ratio is 0.60 (0.50 to 0.70).',
    );
  });

  test('on inconsistency by I² and by where a new study may lie', () => {
    expect(levels('inconsistency', {})).toEqual([0]);
    expect(levels('inconsistency', { iSquaredPercent: 60 })).toEqual([-1]);
    expect(levels('inconsistency', { iSquaredPercent: 92, prediction: { lower: 0.14, upper: 1.76 } })).toEqual([
      -1, -2,
    ]);
    expect(levels('inconsistency', { k: 1 })).toEqual([]);
  });

  test('on imprecision by the threshold and the optimal information size', () => {
    // At a risk of 0.15: 75 fewer per 1,000, 90 to 60 fewer. Beyond 20, not beyond 70.
    expect(levels('imprecision', {})).toEqual([0]);
    expect(levels('imprecision', { threshold: 70 })).toEqual([-1]);
    expect(levels('imprecision', { effect: { estimate: 1, lower: 0.5, upper: 2 } })).toEqual([-2]);
    expect(levels('imprecision', { events: 120, people: 900 })).toEqual([-1]);
    expect(levels('imprecision', { threshold: null, effect: { estimate: 0.9, lower: 0.7, upper: 1.1 } })).toEqual([-1]);
  });

  test('on publication bias only with ten studies or more', () => {
    expect(levels('publication-bias', {})).toEqual([0]);
    expect(levels('publication-bias', { smallStudyP: 0.03 })).toEqual([-1]);
    expect(levels('publication-bias', { k: 9, smallStudyP: null })).toEqual([]);
  });

  test('on a large effect only where the evidence starts low', () => {
    expect(levels('large-effect', {})).toEqual([]);
    expect(levels('large-effect', { effect: { estimate: 0.4, lower: 0.3, upper: 0.5 } }, 'low')).toEqual([1]);
    expect(levels('large-effect', { effect: { estimate: 0.1, lower: 0.05, upper: 0.2 } }, 'low')).toEqual([1, 2]);
    expect(levels('large-effect', { effect: { estimate: 0.4, lower: 0.1, upper: 1.4 } }, 'low')).toEqual([0]);
  });

  test('never on what only a person can judge', () => {
    for (const reason of ['indirectness', 'dose-response', 'opposing-confounding'] as const) {
      expect(levels(reason, {}, 'low')).toEqual([]);
    }
  });
});

describe('the result in plain words', () => {
  const compared = { intervention: 'BCG', outcome: 'Tuberculosis' };
  test.each([
    ['high', {}, 'BCG lowers the number of people with tuberculosis.'],
    ['moderate', {}, 'BCG probably lowers the number of people with tuberculosis.'],
    ['low', {}, 'BCG may lower the number of people with tuberculosis.'],
    ['very-low', {}, 'We are very unsure what BCG does to tuberculosis.'],
    ['low', { threshold: 200 }, 'BCG may make little or no difference to the number of people with tuberculosis.'],
    [
      'low',
      { threshold: null, effect: { estimate: 0.5, lower: 0.25, upper: 1.01 } },
      'BCG may lower the number of people with tuberculosis.',
    ],
    ['high', { effect: { estimate: 1.5, lower: 1.2, upper: 2 } }, 'BCG raises the number of people with tuberculosis.'],
    ['low', { effect: null }, 'We found no study that says what BCG does to tuberculosis.'],
  ] as const)('%s certainty, %j', (level, more, sentence) => {
    expect(plainSentence(madeUpEvidence(more), level, compared)).toBe(sentence);
  });
});
