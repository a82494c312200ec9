import { describe, expect, it } from 'vitest';
import { foldIn, latentTopics } from '#core/matching/latentTopics';
import { type SparseVector, sparseFrom } from '#core/matching/sparseVector';
import { multiply, symmetricEigen, transpose } from '#core/numeric/matrices';
import { randomFrom } from '#core/random';

const TERMS = 40;
const random = randomFrom(5);
const rows: SparseVector[] = Array.from({ length: 120 }, (_, i) => {
  const weights = new Map<number, number>();
  for (let n = 0; n < 8; n++) weights.set(Math.floor(random() * 10) + 10 * (i % 4), random());
  return sparseFrom(weights);
});

/** Eigenvalues of AᵀA by a full decomposition: the squares of A's singular values. */
function squaredSingularValues(): number[] {
  const dense = rows.map(row => {
    const line = new Array<number>(TERMS).fill(0);
    row.at.forEach((term, n) => {
      line[term] = row.values[n] ?? 0;
    });
    return line;
  });
  return symmetricEigen(multiply(transpose(dense), dense)).values.toReversed();
}

describe('latent topics by randomised decomposition', () => {
  const topics = latentTopics(rows, TERMS, 6, 8);
  const loadings = topics
    ? Array.from({ length: TERMS }, (_, t) => [...topics.loadings.subarray(6 * t, 6 * t + 6)])
    : [];

  it('are orthonormal directions', () => {
    multiply(transpose(loadings), loadings).forEach((line, i) => {
      line.forEach((value, j) => {
        expect(value).toBeCloseTo(i === j ? 1 : 0, 9);
      });
    });
  });

  it('catch as much of the texts as the leading directions of a full decomposition', () => {
    const exact = squaredSingularValues();
    for (let j = 0; j < 6; j++) {
      let caught = 0;
      for (const row of rows) {
        let place = 0;
        row.at.forEach((term, n) => {
          place += (row.values[n] ?? 0) * (loadings[term]?.[j] ?? 0);
        });
        caught += place * place;
      }
      expect(caught / (exact[j] ?? Number.NaN)).toBeCloseTo(1, 3);
    }
  });

  it('hold no more directions than the texts have', () => {
    const twins = [0, 1, 2, 3].map(() => sparseFrom(new Map([[3, 1]])));
    expect(latentTopics(twins, 10, 5)?.dimensions).toBe(1);
  });

  it('have no place for a text of unknown terms', () => {
    expect(topics && foldIn(topics, sparseFrom(new Map()))).toBeNull();
    expect(topics && foldIn(topics, sparseFrom(new Map([[TERMS + 3, 1]])))).toBeNull();
  });
});
