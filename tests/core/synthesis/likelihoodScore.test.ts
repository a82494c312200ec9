import { describe, expect, it } from 'vitest';
import { randomFrom } from '#core/random';
import { designFrom, interceptOnly } from '#core/synthesis/design';
import { logLikelihood } from '#core/synthesis/likelihood';
import { likelihoodScore } from '#core/synthesis/tauSquared/likelihoodScore';

const random = randomFrom(7);
const yi = Array.from({ length: 12 }, () => random() - 0.3);
const vi = yi.map(() => 0.02 + 0.1 * random());
const designs = [
  interceptOnly(12),
  designFrom(yi.map(() => [1, 1950 + 40 * random()])),
  designFrom(yi.map(() => [1, random(), random() ** 2])),
];

describe('the score of tau²', () => {
  for (const design of designs)
    for (const restricted of [true, false])
      it(`is the slope and curvature of the ${restricted ? 'restricted' : 'full'} likelihood with ${design.p} coefficients`, () => {
        const twice = (t: number) => 2 * logLikelihood({ yi, vi }, design, t)[restricted ? 'restricted' : 'full'];
        const score = likelihoodScore({ yi, vi, design }, restricted)(0.05);
        const h = 1e-4;
        // Central differences: good to about h² and the rounding of the likelihood over h².
        expect(score.slope).toBeCloseTo((twice(0.05 + h) - twice(0.05 - h)) / (2 * h), 3);
        expect(score.observed / 1000).toBeCloseTo(
          (2 * twice(0.05) - twice(0.05 + h) - twice(0.05 - h)) / h ** 2 / 1000,
          2,
        );
        expect(score.information).toBeGreaterThan(0);
      });

  it('is refused where the weights leave a line nothing to lean on', () => {
    const design = {
      ...interceptOnly(3),
      p: 2,
      basis: [
        [1, 1, 1],
        [2, 2, 2],
      ],
    };
    const score = likelihoodScore({ yi: [1, 2, 3], vi: [1, 1, 1], design }, true);
    expect(() => score(0.1)).toThrow('singular');
  });
});
