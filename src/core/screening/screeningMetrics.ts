import { type Estimable, estimable, notEstimable } from '#core/estimable';

export interface ScreeningMetrics {
  readonly wss95: number;
  readonly wss100: number;
  readonly rrf10: number;
  readonly atd: number;
  readonly loss: number;
  readonly ndcg: number;
}

/**
 * How well an order of records put the relevant ones first.
 *
 * Takes the number of records N and the ranks (from 1) of the R relevant ones. WSS@r = r − k_r/N, where k_r is the rank at
 * which the share r of the relevant is found (Cohen 2006, doi:10.1197/jamia.M1929); RRF@10 the share found in the first
 * tenth; ATD the mean rank of the relevant (doi:10.1186/s13643-023-02257-7); loss (ATD − (R + 1)/2)/(N − R): 0 perfect,
 * 0.5 random, 1 worst; NDCG with the gain 1/log2(rank + 1) (arXiv:1304.6480).
 * Not estimable when no record, or every record, is relevant. Throws for ranks outside 1 … N or named twice.
 * Agrees with metrics_vectors.json to six decimals.
 */
export function screeningMetrics(records: number, relevantRanks: readonly number[]): Estimable<ScreeningMetrics> {
  const ranks = relevantRanks.toSorted((one, other) => one - other);
  if (ranks.some((rank, index) => !Number.isInteger(rank) || rank < 1 || rank > records || rank === ranks[index - 1])) {
    throw new RangeError(`screeningMetrics: ranks must be different whole numbers from 1 to ${records}`);
  }
  const relevant = ranks.length;
  if (relevant === 0) return notEstimable('no-record-is-relevant');
  if (relevant === records) return notEstimable('every-record-is-relevant');
  const meanRank = ranks.reduce((sum, rank) => sum + rank, 0) / relevant;
  const gain = (rank: number) => 1 / Math.log2(rank + 1);
  const found = ranks.reduce((sum, rank) => sum + gain(rank), 0);
  const ideal = ranks.reduce((sum, _, index) => sum + gain(index + 1), 0);
  const firstTenth = Math.floor(0.1 * records);
  return estimable({
    wss95: workSaved(records, ranks, 0.95),
    wss100: workSaved(records, ranks, 1),
    rrf10: ranks.filter(rank => rank <= firstTenth).length / relevant,
    atd: meanRank,
    loss: (meanRank - (relevant + 1) / 2) / (records - relevant),
    ndcg: found / ideal,
  });
}

/** Work saved over sampling at a recall. The tiny deduction keeps 0.95 · 20 from becoming 20 records. */
function workSaved(records: number, ranks: readonly number[], recall: number): number {
  const needed = Math.ceil(recall * ranks.length - 1e-9);
  return recall - (ranks[needed - 1] ?? records) / records;
}
