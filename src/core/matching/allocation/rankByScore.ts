import { shuffled } from '#core/random';

export interface Scored {
  readonly id: string;
  readonly score: number;
}

/**
 * A strict ranking from scores, greatest first, for those who rank nobody by hand. Equal scores are settled by a lottery: give
 * the same generator state (`randomFrom(seed)`) and the same list, and the lot falls the same way, so that a stored seed proves it.
 */
export function rankByScore(scored: readonly Scored[], random: () => number): string[] {
  return shuffled(scored, random)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}
