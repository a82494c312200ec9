import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  determinant,
  multiply,
  solve,
  symmetricEigen,
  symmetricInverse,
  symmetricLogDeterminant,
  symmetricPower,
  symmetricPseudoInverse,
  transpose,
} from '#core/numeric/matrices';

/** A well-conditioned symmetric positive definite matrix: A A' plus the identity. */
const positiveDefinite = fc
  .integer({ min: 1, max: 6 })
  .chain(n =>
    fc.array(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  )
  .map(a => multiply(a, transpose(a)).map((row, i) => row.map((value, j) => value + (i === j ? 1 : 0))));

function expectClose(got: readonly (readonly number[])[], want: readonly (readonly number[])[]) {
  for (const [i, row] of want.entries())
    for (const [j, value] of row.entries()) expect(got[i]?.[j]).toBeCloseTo(value, 8);
}
const identity = (n: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));

describe('symmetric matrices', () => {
  it('times their inverse are the identity', () => {
    fc.assert(
      fc.property(positiveDefinite, matrix => {
        expectClose(multiply(matrix, symmetricInverse(matrix) ?? []), identity(matrix.length));
      }),
    );
  });

  it('have a log determinant that agrees with the determinant by elimination', () => {
    fc.assert(
      fc.property(positiveDefinite, matrix => {
        expect(symmetricLogDeterminant(matrix)).toBeCloseTo(Math.log(determinant(matrix)), 8);
      }),
    );
  });

  it('are the square of their square root', () => {
    fc.assert(
      fc.property(positiveDefinite, matrix => {
        const root = symmetricPower(matrix, 0.5);
        expectClose(multiply(root, root), matrix);
      }),
    );
  });

  it('have no inverse when a row repeats another, but a pseudo-inverse that undoes what can be undone', () => {
    const singular = [
      [2, 2],
      [2, 2],
    ];
    expect(symmetricInverse(singular)).toBeNull();
    expect(solve(singular, [1, 2])).toBeNull();
    const inverse = symmetricPseudoInverse(singular);
    expectClose(multiply(multiply(singular, inverse), singular), singular);
  });

  it('have eigenvalues in ascending order', () => {
    const { values } = symmetricEigen([
      [2, 0],
      [0, -1],
    ]);
    expect(values).toEqual([-1, 2]);
  });
});
