import { describe, expect, it } from 'vitest';
import { PHASES } from '#core/screening/phase';
import { ACT_REFUSALS, SCREENING_ACTS, whyNotPossible } from '#core/screening/transitions';

describe('what may be done to a record', () => {
  it('a screener records, changes and withdraws freely while others are at work', () => {
    for (const act of ['record', 'change', 'withdraw'] as const) {
      expect(whyNotPossible(act, 'independent', false)).toBeNull();
    }
  });

  it('a screener is answered alike whether the others agreed, differed or were settled', () => {
    for (const act of ['record', 'change', 'withdraw'] as const) {
      for (const isStageClosed of [false, true]) {
        const answers = (['agreed', 'conflicted', 'adjudicated'] as const).map(phase =>
          whyNotPossible(act, phase, isStageClosed),
        );
        expect(new Set(answers).size).toBe(1);
      }
    }
  });

  it('nobody decides, changes or withdraws once the stage is closed', () => {
    for (const phase of PHASES) {
      for (const act of ['record', 'change', 'withdraw'] as const) {
        expect(whyNotPossible(act, phase, true)).toBe('stage-closed');
      }
    }
  });

  it.each([
    ['independent', 'not-all-decided', 'not-settled'],
    ['agreed', 'decisions-agree', 'not-settled'],
    ['conflicted', null, 'not-settled'],
    ['adjudicated', 'already-settled', null],
  ] as const)('in phase %s: adjudicate %s, reopen %s', (phase, adjudicate, reopen) => {
    for (const isStageClosed of [false, true]) {
      expect(whyNotPossible('adjudicate', phase, isStageClosed)).toBe(adjudicate);
      expect(whyNotPossible('reopen', phase, isStageClosed)).toBe(reopen);
    }
  });

  it('gives a sentence for every refusal', () => {
    for (const phase of PHASES) {
      for (const act of SCREENING_ACTS) {
        const refusal = whyNotPossible(act, phase, false);
        if (refusal) expect(ACT_REFUSALS[refusal]).toMatch(/\.$/);
      }
    }
  });
});
