/**
 * How alike random pairs usually are in their terms, in the unit of a score: [share of pairs below, similarity]. Rounded means of
 * two corpora, 2,844 abstracts of computer science and 1,160 of medicine. Stands in where a corpus is too small to say.
 */
const QUANTILES: readonly (readonly [share: number, similarity: number])[] = [
  [0, 0],
  [0.1, 0.4],
  [0.25, 0.6],
  [0.5, 1],
  [0.75, 1.5],
  [0.9, 2.1],
  [0.95, 2.6],
  [0.975, 3.2],
  [0.99, 4.2],
  [0.995, 4.9],
  [0.999, 8.5],
  [1, 12],
];

function similarityAt(share: number): number {
  const after = QUANTILES.findIndex(([reached]) => reached >= share);
  const [upper, high] = QUANTILES[after] ?? [1, 12];
  const [lower, low] = QUANTILES[after - 1] ?? [0, 0];
  return upper === lower ? high : low + ((high - low) * (share - lower)) / (upper - lower);
}

/** A thousand such pairs in rising order. */
export function usualPairs(): Float64Array {
  return Float64Array.from({ length: 1000 }, (_, i) => similarityAt((i + 0.5) / 1000));
}
