import { describe, expect, it } from 'vitest';
import { AskedSpecification } from '#contract/specification';

describe('what is added to zero cells', () => {
  // As escalc of metafor: arcsines need nothing, a logarithm does; what somebody chose stands.
  it.each([
    ['AS', undefined, { add: 0.5, to: 'none' }],
    ['RR', undefined, { add: 0.5, to: 'only0' }],
    ['AS', { add: 0.5, to: 'all' }, { add: 0.5, to: 'all' }],
  ] as const)('goes by the measure where nobody says: %s, %o', (measure, zeroCells, expected) => {
    const asked = AskedSpecification.parse({ measure, ...(zeroCells ? { zeroCells } : {}) });
    expect(asked.zeroCells).toEqual(expected);
  });
});
