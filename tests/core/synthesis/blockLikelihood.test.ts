import { describe, expect, it } from 'vitest';
import { randomFrom } from '#core/random';
import { designFrom } from '#core/synthesis/design';
import { blockLikelihood, independentRows } from '#core/synthesis/multilevel/blockLikelihood';
import { fitCovariance } from '#core/synthesis/multilevel/covarianceFit';
import { randomIntercept } from '#core/synthesis/multilevel/varianceComponent';

const random = randomFrom(7);
const yi = Array.from({ length: 12 }, () => random() - 0.3);
const vi = yi.map(() => 0.02 + 0.1 * random());

describe('the likelihood of nested rows', () => {
  const district = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 3];
  const components = [randomIntercept(district), randomIntercept(yi.map((_, i) => i))];
  const V = vi.map((v, i) =>
    vi.map((other, j) => (i === j ? v : district[i] === district[j] ? 0.4 * Math.sqrt(v * other) : 0)),
  );
  const design = designFrom(yi.map(() => [1, random()]));
  const X = yi.map((_, i) => design.basis.map(column => column[i] ?? 0));
  const sets = independentRows(V, components);

  it('falls apart into the districts', () => {
    expect(sets.map(rows => rows.length)).toEqual([3, 3, 2, 4]);
  });

  for (const restricted of [true, false])
    it(`is the same district by district as at once, ${restricted ? 'restricted' : 'full'}`, () => {
      const whole = (at: readonly number[]) => fitCovariance(yi, V, X, components, at, restricted).logLikelihood;
      const blocks = blockLikelihood({ yi, V, X }, components, sets, restricted);
      const at = [0.03, 0.05];
      const { logLikelihood: value, derivatives } = blocks(at);
      expect(value).toBeCloseTo(whole(at), 10);
      const { slopes, observed, information } = derivatives();
      const h = 1e-4;
      const moved = (i: number, j: number, a: number, b: number) =>
        2 * whole(at.map((x, m) => x + (m === i ? a * h : 0) + (m === j ? b * h : 0)));
      for (const i of [0, 1]) {
        expect(slopes[i]).toBeCloseTo((moved(i, i, 1, 0) - moved(i, i, -1, 0)) / (2 * h), 3);
        for (const j of [0, 1]) {
          const cross = moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1);
          expect((observed[i]?.[j] ?? 0) / 1000).toBeCloseTo(-cross / (4 * h * h) / 1000, 2);
        }
      }
      expect(information[0]?.[1]).toBeCloseTo(information[1]?.[0] ?? Number.NaN, 10);
    });
});
