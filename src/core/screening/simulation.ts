import type { Ranking } from '#core/screening/ranking';

export interface Simulation {
  /** All records but the priors, in the order in which they were proposed. */
  readonly order: readonly number[];
  /** What each retraining with its proposal took, in the unit of the clock. */
  readonly durations: readonly number[];
}

/**
 * Screens a labelled set one record at a time as the product does: retrain, take the best, reveal its label.
 *
 * Takes for each record whether it is relevant; the priors are known from the start and are no part of the order. The
 * label of a record is not looked at before the record is proposed, except to see that no relevant one is left: then the
 * rest follows in the last order.
 */
export function simulateScreening(
  ranking: Ranking,
  isRelevant: readonly boolean[],
  priors: readonly number[],
  clock: () => number,
): Simulation {
  const label = (record: number) => isRelevant[record] === true;
  for (const prior of priors) ranking.learn(prior, label(prior));
  let unseen = isRelevant.filter(Boolean).length - priors.filter(label).length;
  const order: number[] = [];
  const durations: number[] = [];
  while (unseen > 0) {
    const startedAt = clock();
    ranking.retrain();
    const record = ranking.next();
    durations.push(clock() - startedAt);
    if (record === null) break;
    order.push(record);
    ranking.learn(record, label(record));
    if (label(record)) unseen--;
  }
  return { order: [...order, ...ranking.order()], durations };
}
