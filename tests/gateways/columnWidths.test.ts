import { describe, expect, it } from 'vitest';
import { columnWidths } from '#gateways/columnWidths';

describe('the columns of a table in Word', () => {
  it('share the width: a column of sentences gets more than a column of numbers', () => {
    const [outcome, number, words] = columnWidths([
      ['Outcome', 'n', 'In plain words'],
      ['Relapse', '12', 'The remedy may lower the number of people with a relapse.'],
    ]) as [number, number, number];
    expect(outcome + number + words).toBeCloseTo(1, 12);
    expect(words).toBeGreaterThan(outcome);
    expect(outcome).toBeGreaterThan(number);
    expect(number).toBeGreaterThan(0.1);
  });

  it('are all there where rows are of different lengths, or empty', () => {
    expect(columnWidths([['a'], ['b', 'c']])).toHaveLength(2);
    expect(columnWidths([])).toEqual([]);
  });
});
