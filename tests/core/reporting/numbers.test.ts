import { expect, test } from 'vitest';
import { valueWriter } from '#core/reporting/displayScale';
import { countText, decimalText, pText, shareText } from '#core/reporting/numbers';

test('counts have commas between thousands', () => {
  expect([0, 999, 1000, 1234567].map(countText)).toEqual(['0', '999', '1,000', '1,234,567']);
});

test('a minus is a true minus, and what rounds to zero has none', () => {
  expect(decimalText(-1.25, 1)).toBe('−1.3');
  expect(decimalText(-0.004, 2)).toBe('0.00');
  expect(decimalText(-12345.6, 1)).toBe('−12,345.6');
});

test('a p value is never written as zero or one', () => {
  expect(pText(0.00001)).toBe('p < 0.001');
  expect(pText(0.0314)).toBe('p = 0.031');
  expect(pText(0.412)).toBe('p = 0.41');
  expect(pText(0.0996)).toBe('p = 0.10');
  expect(pText(0.999)).toBe('p > 0.99');
});

test('shares are percent', () => expect(shareText(0.9222)).toBe('92 %'));

test('a number that is none is our own mistake', () => {
  expect(() => decimalText(Number.NaN, 2)).toThrow(RangeError);
});

test('ratios have two decimals, and small ones their leading digits', () => {
  const write = valueWriter('log', []);
  expect([0.492, 12.345, 123.45, 2345, 0.0042, 0.00012].map(ratio => write(Math.log(ratio)))).toEqual([
    '0.49',
    '12.35',
    '123.5',
    '2,345',
    '0.004',
    '0.0001',
  ]);
  expect(write(-50)).toBe('< 0.0001');
});

test('differences of one figure share their count of decimals', () => {
  const write = valueWriter('identity', [-0.012, 0.2]);
  expect([write(-0.012), write(0.2)]).toEqual(['−0.012', '0.200']);
});

test('proportions are turned back from the logit', () => {
  const write = valueWriter('logit', [Math.log(0.2 / 0.8)]);
  expect(write(Math.log(0.2 / 0.8))).toBe('0.200');
});

test('rates far below 1 are told with three leading digits, ratios as ever', () => {
  const rates = [0.0012, 0.0124, 0.0151, 0.064].map(Math.log);
  const write = valueWriter('log', rates);
  expect(rates.map(write)).toEqual(['0.0012', '0.0124', '0.0151', '0.0640']);
  const ratios = [0.05, 0.6, 1.4].map(Math.log);
  expect(ratios.map(valueWriter('log', ratios))).toEqual(['0.05', '0.60', '1.40']);
});
