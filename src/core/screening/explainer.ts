import { bestFirst } from '#core/screening/bestFirst';
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

/** Explains records one after another, for one state of the weights. */
export type Explain = (record: number, most?: number) => Explanation;

/**
 * Why a record stands where it stands: the words of its title and abstract that raise or lower it most.
 *
 * A word counts by itself and by the matter it belongs to (its share of the latent part), so that the weights of all
 * words and the constant add up to the score exactly. Words that no other record has say nothing and are not named.
 * Takes the record's position and the most words to name on each side. What a word's matter counts is worked out once.
 */
export function explainer(features: RecordFeatures, weights: Weights): Explain {
  const { latentSize, termLatent, rowStart, columns } = features;
  const matters = new Float64Array(features.terms.length).fill(Number.NaN);
  const matterOf = (column: number): number => {
    let matter = matters[column] as number; // one for each column, here and below
    if (!Number.isNaN(matter)) return matter;
    matter = 0;
    for (let k = 0; k < latentSize; k++)
      matter += (termLatent[column * latentSize + k] as number) * (weights.latent[k] as number);
    matters[column] = matter;
    return matter;
  };
  return (record, most = 8) => {
    if (!Number.isInteger(record) || record < 0 || record >= features.records) {
      throw new RangeError(`explain: there is no record ${record} among ${features.records}`);
    }
    const scale = features.latentScale[record] ?? 0;
    const start = rowStart[record] as number;
    const values = new Float64Array((rowStart[record + 1] as number) - start);
    for (let place = 0; place < values.length; place++) {
      const column = columns[start + place] as number;
      const word = (weights.terms[column] as number) + scale * matterOf(column);
      values[place] = (features.weights[start + place] as number) * word;
    }
    const strongest = (sign: 1 | -1): WordReason[] =>
      bestFirst(placesWhere(values, sign), most, (one, other) => {
        const difference = sign * ((values[one] as number) - (values[other] as number));
        return difference === 0 ? one < other : difference > 0;
      }).map(place => ({
        term: features.terms[columns[start + place] as number] ?? '',
        weight: values[place] as number,
      }));
    return { for: strongest(1), against: strongest(-1), constant: weights.constant[0] ?? 0 };
  };
}

function placesWhere(values: Float64Array, sign: 1 | -1): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) if (sign * (values[place] as number) > 0) places.push(place);
  return places;
}
