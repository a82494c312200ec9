import type { LessonSource } from '#core/vocabulary';

/** What an order learns from, as a person reads it, with what that means for blinding. */
export const LESSON_WORDS: Readonly<Record<LessonSource, { readonly name: string; readonly means: string }>> = {
  own: {
    name: 'Each screener’s own decisions',
    means:
      'An order tells nothing of what anybody else chose. Two people who decide differently may come to meet records at different times.',
  },
  team: {
    name: 'Records that everybody asked has decided',
    means:
      'A pair meets the same records soon after each other. An order tells nothing of a record that is still open to anybody; but from it a screener may guess how records went that they have decided themselves.',
  },
};

/** Towards the cautious side: 99.6 % is never told as 100 %. */
export function percentDown(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}`;
}
