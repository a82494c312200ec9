import { randomFrom, shuffled } from '#core/random';
import type { PracticeAnswer } from '#core/vocabulary';

/** What a practice set is drawn by. */
export interface PracticeDraw {
  readonly count: number;
  /** How many of them are to be included ones; by itself, up to two in five. */
  readonly included: number | null;
  readonly seed: number;
}

/** More included records than a review has, or a person would hardly meet one; still more excluded ones than others. */
const USUAL_SHARE = 0.4;

/**
 * Draws records with known answers by lot and mixes them. At least one of each kind, since without it sensitivity or
 * specificity could not be told; null where there is none of one kind. What lacks of one kind the other one fills up.
 */
export function drawPractice<T extends { readonly answer: PracticeAnswer }>(
  known: readonly T[],
  { count, included, seed }: PracticeDraw,
): readonly T[] | null {
  const random = randomFrom(seed);
  const includes = shuffled(
    known.filter(one => one.answer === 'include'),
    random,
  );
  const excludes = shuffled(
    known.filter(one => one.answer === 'exclude'),
    random,
  );
  if (includes.length === 0 || excludes.length === 0) return null;
  const wanted = included ?? Math.round(USUAL_SHARE * count);
  const taken = Math.max(1, Math.min(wanted, includes.length, count - 1));
  return shuffled([...includes.slice(0, taken), ...excludes.slice(0, count - taken)], random);
}
