import { rankDueReviews } from '#services/screening/rankDueReviews';
import { createRankingMemory, type RankingMemory } from '#services/screening/rankingMemory';
import type { World } from './world.ts';

/** One worker's memory for each world, so that orders are learned as they are in the product: decision by decision. */
const memories = new WeakMap<World, RankingMemory>();

/** Takes every turn of the ranking that is due, as if the last ones were old enough. */
export async function rankNow(world: World): Promise<number> {
  const memory = memories.get(world) ?? createRankingMemory();
  memories.set(world, memory);
  return rankDueReviews({ ...world.context(), now: () => new Date(Date.now() + 3_600_000 * turn++) }, memory);
}

let turn = 1;
