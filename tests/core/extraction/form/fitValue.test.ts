import { describe, expect, it } from 'vitest';
import { fitValue } from '#core/extraction/form/fitValue';
import type { FieldRules } from '#core/extraction/form/formField';

const rules = (part: Partial<FieldRules>): FieldRules => ({
  ...{ kind: 'text', choices: [], lowest: null, highest: null },
  ...part,
});
const value = (part: Partial<FieldRules>, stored: number | string) => {
  const fitted = fitValue(rules(part), stored);
  return fitted.fits ? fitted.value : fitted.because;
};

describe('a value as a field of the form asks for it', () => {
  it('reads a number that was written as a text', () => {
    expect(value({ kind: 'number' }, ' 40 ')).toBe(40);
    expect(value({ kind: 'number' }, 'about 40')).toBe('“about 40” is no number.');
    expect(value({ kind: 'number' }, '')).toContain('no number');
  });
  it('keeps numbers within what the form takes, its bounds with them', () => {
    const percent = { kind: 'number', lowest: 0, highest: 100 } as const;
    expect([0, 100].map(one => value(percent, one))).toEqual([0, 100]);
    expect(value(percent, 101)).toContain('above 100');
    expect(value(percent, -1)).toContain('below 0');
  });
  it('knows a word by no more than its letters', () => {
    expect(value({ kind: 'category', choices: ['Parallel', 'Cluster'] }, ' cluster')).toBe('Cluster');
    expect(value({ kind: 'category', choices: ['Parallel'] }, 'Cluster')).toContain('none of: Parallel');
    expect(value({ kind: 'category' }, 'anything')).toBe('anything');
  });
  it('orders several words as the form does, so that two people who tick the same have the same', () => {
    const choices = ['Interview', 'Records', 'Imaging'];
    expect(value({ kind: 'choices', choices }, 'imaging; Interview')).toBe('Interview; Imaging');
    expect(value({ kind: 'choices', choices }, 'Interview; Guess')).toContain('“Guess”');
  });
  it('takes years, months and days that there are', () => {
    const date = (text: string) => fitValue(rules({ kind: 'date' }), text).fits;
    expect(['2024', '2024-05', '2024-02-29', '2000-02-29'].map(date)).toEqual([true, true, true, true]);
    expect(['24', '2024-13', '2023-02-29', '1900-02-29', '2024-04-31', '2024-00'].map(date)).not.toContain(true);
  });
  it('takes yes and no in several spellings', () => {
    expect([value({ kind: 'yes-no' }, 'Yes'), value({ kind: 'yes-no' }, 'n')]).toEqual(['yes', 'no']);
    expect(value({ kind: 'yes-no' }, 'perhaps')).toContain('neither');
  });
});
