import { describe, expect, it } from 'vitest';
import { asksForMoney } from '#core/projects/asksForMoney';

describe('a post that asks for money', () => {
  const asking = [
    'Authorship fee of 200 USD for each author.',
    'There is a small registration fee.',
    'Each author pays 150 euros towards publication.',
    'Send $50 by PayPal to keep your seat.',
    'Applicants must transfer a deposit before they begin.',
    'You can buy a second author position.',
    'Costs: ₹5000',
  ];
  for (const text of asking)
    it(`is told by “${text}”`, () => expect(asksForMoney(`We review vaccines. ${text}`)).toBe(text));

  const honest = [
    'No fee, and nobody is paid.',
    'Unpaid. There are no application fees.',
    'We pay a stipend of $500 a month.',
    'The publication fee is covered by the department.',
    'You receive an honorarium of 200 euros.',
    'Cost-effectiveness of statins in adults: a systematic review',
    'You extract 24 trials and compare them with the first extractor.',
    'This doesn’t cost anything; never pay for a seat.',
    'Out-of-pocket payments and access to care in Nigeria',
  ];
  for (const text of honest) it(`is not told by “${text}”`, () => expect(asksForMoney(text)).toBeNull());
});
