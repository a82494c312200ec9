import { describe, expect, it } from 'vitest';
import { type AgreementLine, agreementChanges, agreementText, whyNotEarn } from '#core/projects/agreement';

const LINE: AgreementLine = {
  personId: 'a',
  does: 'screens',
  byOn: '2027-03-12',
  earns: 'acknowledgement',
  points: ['work'],
};
const rules = { orderRule: 'by work', ifChanges: 'we talk' };

describe('an authorship agreement', () => {
  it('promises authorship only with all four ICMJE points', () => {
    expect(whyNotEarn(LINE)).toBeNull();
    expect(whyNotEarn({ ...LINE, earns: 'author' })).toContain('3 of them are not planned');
    const points = ['work', 'text', 'approval', 'accountability'] as const;
    expect(whyNotEarn({ ...LINE, earns: 'author', points })).toBeNull();
  });

  it('is the same text in whatever order its lines and points stand', () => {
    const other = { ...LINE, personId: 'b', points: ['text', 'work'] as const };
    const one = agreementText({ lines: [LINE, other], ...rules });
    expect(agreementText({ lines: [{ ...other, points: ['work', 'text'] }, LINE], ...rules })).toBe(one);
    expect(agreementText({ lines: [LINE, { ...other, does: 'reads' }], ...rules })).not.toBe(one);
  });

  it('says what a new version changes for whom', () => {
    const before = { lines: [LINE, { ...LINE, personId: 'b' }], ...rules };
    const after = {
      lines: [
        { ...LINE, does: 'screens and writes', byOn: '2027-03-01', earns: 'nothing-yet' as const },
        { ...LINE, personId: 'c' },
      ],
      ...{ ...rules, orderRule: 'by lot' },
    };
    const CHANGED =
      'does “screens and writes” instead of “screens”; is due 1 March 2027 instead of 12 March 2027; earns nothing yet instead of acknowledgement.';
    expect(agreementChanges(before, after)).toEqual([
      { personId: 'a', sentence: CHANGED },
      { personId: 'c', sentence: 'was added.' },
      { personId: 'b', sentence: 'was taken out.' },
      { personId: null, sentence: 'The rule for the order of names changed.' },
    ]);
    expect(agreementChanges(before, before)).toEqual([]);
  });
});
