import type { MatchOpening, MatchPerson } from '#core/matching/matchable';
import { rankCandidates, rankOpenings, type SuggestedOpening, type SuggestedPerson } from '#core/matching/suggest';
import { createStayingThread } from '#gateways/thinking/createStayingThread';

export type MatchingOrder =
  | {
      readonly kind: 'openings';
      readonly person: MatchPerson;
      readonly openings: readonly MatchOpening[];
      readonly at: number;
    }
  | {
      readonly kind: 'people';
      readonly opening: MatchOpening;
      readonly people: readonly MatchPerson[];
      readonly at: number;
    };

export type MatchingAnswer = readonly SuggestedOpening[] | readonly SuggestedPerson[];

/** So few are weighed in some thousandths of a second, without latent topics: no thread is worth it. */
const FEW = 40;
const LIMITS = { maxOldGenerationSizeMb: 400 };
/** Clocks differ by whole hours or parts that stay: an answer holds for the hour in which it was asked for. */
const HOUR_MS = 3_600_000;

/**
 * Weighs many pairs of people and openings in a thread that stays, so that nobody's screening waits for a long list of
 * openings, and remembers its last answers: only the first of them takes its time.
 */
export function createMatchingThread() {
  const ask = createStayingThread<MatchingOrder, MatchingAnswer>(
    new URL('./matchingThread.js', import.meta.url),
    'that matches',
    LIMITS,
  );

  return {
    rankOpenings: async (person: MatchPerson, openings: readonly MatchOpening[], now: number) => {
      const at = now - (now % HOUR_MS);
      if (openings.length <= FEW) return rankOpenings(person, openings, [], at);
      return (await ask({ kind: 'openings', person, openings, at })) as SuggestedOpening[]; // so it answers this kind
    },
    rankCandidates: async (opening: MatchOpening, people: readonly MatchPerson[], now: number) => {
      const at = now - (now % HOUR_MS);
      if (people.length <= FEW) return rankCandidates(opening, people, [], at);
      return (await ask({ kind: 'people', opening, people, at })) as SuggestedPerson[]; // so it answers this kind
    },
  };
}
