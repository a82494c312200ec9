import { describe, expect, it } from 'vitest';
import { multiply, symmetricEigen, transpose } from '#core/numeric/matrices';
import { randomFrom } from '#core/random';
import { type LeadingDirections, leadingDirections } from '#core/screening/leadingDirections';
import { type SparseRows, transposed } from '#core/screening/sparseRows';

/** A sparse matrix by lot; every fourth row is a copy of the one before if wanted, so that the rank is short. */
function madeUp(rows: number, columns: number, hasCopies: boolean): { sparse: SparseRows; dense: number[][] } {
  const random = randomFrom(4);
  const dense: number[][] = [];
  for (let row = 0; row < rows; row++) {
    const before = dense.at(-1);
    if (hasCopies && row % 4 > 0 && before) dense.push([...before]);
    else
      dense.push(Array.from({ length: columns }, (_, column) => (random() < 0.3 ? random() * 2 ** -(column % 7) : 0)));
  }
  const places = dense.map(row => row.flatMap((value, column) => (value === 0 ? [] : [[column, value] as const])));
  const rowStart = Int32Array.from([0, ...places.map((_, row) => places.slice(0, row + 1).flat().length)]);
  return {
    dense,
    sparse: {
      rowStart,
      columns: Int32Array.from(places.flat(), ([column]) => column),
      weights: Float32Array.from(places.flat(), ([, value]) => value),
    },
  };
}

function found(sparse: SparseRows, columns: number, wanted: number, rounds: number): LeadingDirections {
  const steps = leadingDirections(sparse, transposed(sparse, columns), wanted, rounds, randomFrom(1));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('leading directions of sparse rows', () => {
  it.each([false, true])('are those of a full decomposition (rows repeated: %s)', hasCopies => {
    const { sparse, dense } = madeUp(60, 40, hasCopies);
    const whole = symmetricEigen(multiply(dense, transpose(dense))).values.toReversed();
    const { values, directions, size } = found(sparse, 40, 10, 6);
    expect(size).toBe(10);
    // Weights and products are kept in single precision.
    const tolerance = 1e-4 * (whole[0] ?? 0);
    for (const [j, value] of values.entries()) expect(Math.abs(value ** 2 - (whole[j] ?? 0))).toBeLessThan(tolerance);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        let product = 0;
        for (let row = 0; row < 60; row++)
          product += (directions[row * size + i] ?? 0) * (directions[row * size + j] ?? 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 4);
      }
    }
  });

  it('are no more than there are rows, and none without rows', () => {
    expect(found(madeUp(5, 9, false).sparse, 9, 10, 4).size).toBe(5);
    expect(
      found({ rowStart: new Int32Array(1), columns: new Int32Array(0), weights: new Float32Array(0) }, 3, 10, 4).size,
    ).toBe(0);
  });

  it('have the value 0 where nothing lies along them', () => {
    const { values } = found(madeUp(24, 30, true).sparse, 30, 12, 3);
    expect(values.filter(value => value > 0)).toHaveLength(6);
  });
});
