import { describe, expect, it } from 'vitest';
import { firstStops, hadStoppedAt } from '#core/screening/hindsight';
import { windowTest } from '#core/screening/stoppingRules';

const relevantAt = (length: number, ...places: number[]) =>
  Array.from({ length }, (_, place) => places.includes(place + 1));

describe('had screening ended earlier', () => {
  const progress = { records: 400, screened: relevantAt(200, 1, 2, 5, 9, 30, 120) };

  it('tells what would have been found and missed of what is known by now', () => {
    expect(hadStoppedAt(progress, 40, 0.95)).toMatchObject({ at: 40, found: 5, missed: 1, run: 10 });
    expect(hadStoppedAt(progress, 200, 0.95)).toMatchObject({ found: 6, missed: 0, run: 80 });
    expect(hadStoppedAt(progress, 0, 0.95)).toMatchObject({ found: 0, missed: 6, run: 0, p: 1 });
  });

  it('gives the test as it stood then', () => {
    const then = windowTest({ records: 400, screened: progress.screened.slice(0, 110) }, 0.95);
    expect(hadStoppedAt(progress, 110, 0.95).p).toBe(then.p);
  });

  it('refuses a moment that has not come yet', () => {
    expect(() => hadStoppedAt(progress, 201, 0.95)).toThrow('200 records screened');
  });
});

describe('when a rule would first have been met', () => {
  const aims = { targetRecall: 0.95, confidence: 0.95, irrelevantRun: 50 };

  it('is the first record after a run that is long enough, though more was found later', () => {
    const { run } = firstStops({ records: 400, screened: relevantAt(200, 1, 2, 5, 9, 30, 120) }, aims);
    expect(run).toBe(80);
  });

  it('is never where no run was long enough', () => {
    const screened = relevantAt(100, 20, 40, 60, 80, 100);
    expect(firstStops({ records: 400, screened }, aims)).toMatchObject({ run: null, test: null });
  });

  it('is for the test the first look at which it was met', () => {
    const screened = relevantAt(380, ...Array.from({ length: 40 }, (_, place) => place + 1));
    const progress = { records: 400, screened };
    const { test, testedEvery } = firstStops(progress, aims);
    if (test === null) throw new Error('after 380 of 400 the test is met');
    const pAt = (at: number) => windowTest({ records: 400, screened: screened.slice(0, at) }, 0.95).p;
    expect(pAt(test)).toBeLessThan(0.05);
    expect(pAt(test - testedEvery)).toBeGreaterThanOrEqual(0.05);
  });
});
