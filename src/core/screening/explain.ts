import type { RecordFeatures } from '#core/screening/features';
import type { Weights } from '#core/screening/learner';

export interface WordReason {
  readonly term: string;
  /** What the word adds to the record's score, or takes from it when negative. */
  readonly weight: number;
}

export interface Explanation {
  /** Words that speak for the record, the strongest first. */
  readonly for: readonly WordReason[];
  readonly against: readonly WordReason[];
  /** What every record starts from. Together with the weights of all its words it is the score. */
  readonly constant: number;
}

/**
 * Why a record stands where it stands: the words of its title and abstract that raise or lower it most.
 *
 * A word counts by itself and by the matter it belongs to (its share of the latent part), so that the weights of all
 * words and the constant add up to the score exactly. Words that no other record has say nothing and are not named.
 * Takes the record's position and the most words to name on each side.
 */
export function explain(features: RecordFeatures, weights: Weights, record: number, most = 8): Explanation {
  if (!Number.isInteger(record) || record < 0 || record >= features.records) {
    throw new RangeError(`explain: there is no record ${record} among ${features.records}`);
  }
  const { latentSize, termLatent } = features;
  const scale = features.latentScale[record] ?? 0;
  const reasons: WordReason[] = [];
  for (let at = features.rowStart[record] ?? 0; at < (features.rowStart[record + 1] ?? 0); at++) {
    const column = features.columns[at] ?? 0;
    let matter = 0;
    for (let k = 0; k < latentSize; k++)
      matter += (termLatent[column * latentSize + k] ?? 0) * (weights.latent[k] ?? 0);
    const weight = (features.weights[at] ?? 0) * ((weights.terms[column] ?? 0) + scale * matter);
    reasons.push({ term: features.terms[column] ?? '', weight });
  }
  reasons.sort((one, other) => other.weight - one.weight);
  return {
    for: reasons.filter(({ weight }) => weight > 0).slice(0, most),
    against: reasons
      .filter(({ weight }) => weight < 0)
      .reverse()
      .slice(0, most),
    constant: weights.constant[0] ?? 0,
  };
}
