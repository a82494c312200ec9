/**
 * Words with which a study tells what it did and found, whatever its topic. A review nearly always looks for studies that
 * report something of their own; letters, comments and overviews on the same topic lack these words.
 */
const REPORTING_WORDS: readonly string[] =
  `aim analysed analyzed assess assessed compared comparison conclusion conclusions
  evaluate evaluated examined investigated measured methods months objective participants patients performed received
  respectively results sample significant significantly weeks were`.split(/\s+/);

/**
 * How much each of the records' terms marks a report of something done and found, the rarer among the records the more: a
 * vector of length 1 where all such words are in use, and shorter the fewer are, lest one of them stand for all.
 *
 * @param inverse by term, how rare it is among the records (0: in nearly all, it says nothing)
 */
export function reportingTerms(terms: readonly string[], inverse: Float64Array): ReadonlyMap<number, number> {
  const words = new Set(REPORTING_WORDS);
  const weights = new Map<number, number>();
  let squares = 0;
  for (const [term, text] of terms.entries()) {
    const weight = inverse[term] ?? 0;
    if (weight === 0 || !words.has(text)) continue;
    weights.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt((squares * words.size) / Math.max(1, weights.size));
  for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}
