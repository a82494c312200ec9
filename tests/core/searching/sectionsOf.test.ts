import { describe, expect, it } from 'vitest';
import { sectionsOf } from '#core/searching/sectionsOf';

const alone = (text: string) => [{ label: null, text }];

describe('parts of a structured abstract that an export ran together', () => {
  it('are read apart by their headings, each with its full stop', () => {
    const text =
      'BACKGROUND: Colds are common. METHODS: We gave zinc to 40 adults (double-blind). RESULTS: 5 days and 8 days. CONCLUSIONS: Zinc may help.';
    expect(sectionsOf(alone(text))).toEqual([
      { label: 'BACKGROUND', text: 'Colds are common.' },
      { label: 'METHODS', text: 'We gave zinc to 40 adults (double-blind).' },
      { label: 'RESULTS', text: '5 days and 8 days.' },
      { label: 'CONCLUSIONS', text: 'Zinc may help.' },
    ]);
  });

  it('may be headed in small letters, and by several words', () => {
    const text = 'Objective: To see. Main outcome measures: Days of cough. Conclusion: Fewer.';
    expect(sectionsOf(alone(text)).map(part => part.label)).toEqual([
      'Objective',
      'Main outcome measures',
      'Conclusion',
    ]);
  });

  it.each([
    ['a plain text with a colon', 'We compared two results: better and worse. Our findings: none.'],
    ['one heading alone', 'RESULTS: All got well.'],
    ['a text that begins without a heading', 'Zinc is a metal. METHODS: We gave it. RESULTS: None.'],
    ['a heading in the middle of a sentence', 'Aim: to see whether the methods: all of them, work.'],
  ])('leaves %s as it is', (_what, text) => {
    expect(sectionsOf(alone(text))).toEqual(alone(text));
  });

  it('loses no letter of the text', () => {
    const text = 'BACKGROUND: Ratio 1:2. METHODS: See [1]. RESULTS: p < 0.05? CONCLUSION: No.';
    const told = sectionsOf(alone(text)).map(part => `${part.label}: ${part.text}`);
    expect(told.join(' ')).toBe(text);
  });

  it('leaves parts that came apart alone', () => {
    const parts = [
      { label: 'AIM', text: 'To see. METHODS: x.' },
      { label: null, text: 'y' },
    ];
    expect(sectionsOf(parts)).toBe(parts);
  });
});
