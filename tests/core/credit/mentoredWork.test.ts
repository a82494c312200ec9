import { describe, expect, it } from 'vitest';
import { mentoredWork } from '#core/credit/mentoredWork';

describe('what somebody mentored', () => {
  it('is counted from the check-ins that took place, half an hour each', () => {
    const held = [
      { onDay: '2026-03-09', menteeId: 'a' },
      { onDay: '2026-03-02', menteeId: 'a' },
      { onDay: '2026-04-01', menteeId: 'b' },
    ];
    expect(mentoredWork(held)).toEqual({
      ...{ checkIns: 3, people: 2, hours: 1.5, firstOn: '2026-03-02', lastOn: '2026-04-01' },
      sentence: 'mentored 2 people in 3 check-ins, about 1.5 h',
    });
  });

  it('is nothing where none took place', () => {
    expect(mentoredWork([])).toBeNull();
  });
});
