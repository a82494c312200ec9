import type { WordReason } from '#core/screening/explainer';
import { buildFeatures, type RecordFeatures } from '#core/screening/features';
import { isTelling } from '#core/screening/questionTerms';
import { createRanking, type Ranking } from '#core/screening/ranking';
import type { RankableRecord } from '#core/screening/termCounts';

/** The texts that are ranked and the question that they are ranked for. */
export interface RankingTexts {
  readonly records: readonly RankableRecord[];
  readonly question: string;
}

/** What an order is asked for. Records are known by their position in the texts. */
export interface RankingRequest {
  /** Names the texts: the same name always means the same texts. */
  readonly basis: string;
  readonly seed: number;
  /** What is known, in the order in which it was learned. */
  readonly lessons: readonly { readonly record: number; readonly isRelevant: boolean }[];
  /** The records to be ordered. */
  readonly open: readonly number[];
  /** How many of the order are wanted, and how many of these with reasons. */
  readonly most: number;
  readonly explained: number;
}

export interface RankingAnswer {
  readonly order: readonly number[];
  readonly reasons: readonly {
    readonly record: number;
    readonly for: readonly WordReason[];
    readonly against: readonly WordReason[];
  }[];
}

export interface RankingDesk {
  /** Null where the desk does not have these texts (any more): hand them in with `prepare` and ask again. */
  readonly answer: (request: RankingRequest) => RankingAnswer | null;
  readonly prepare: (basis: string, seed: number, texts: RankingTexts) => void;
}

/**
 * Passes from nothing to a fit that ranks as well as a settled one. A pass takes a step for each lesson, so that many
 * lessons need fewer passes. Simulated on six labelled sets: loss .0503 with three, .0497 with five, .0498 carried on.
 */
function passesFor(lessons: number): number {
  return Math.min(5, Math.max(3, Math.ceil(8_000 / Math.max(1, lessons))));
}
const WORDS_A_SIDE = 5;
const WORDS_LOOKED_AT = 40;

/** Numbers and words like "and" weigh too, but tell nobody anything. */
function telling(words: readonly WordReason[]): readonly WordReason[] {
  return words.filter(({ term }) => isTelling(term)).slice(0, WORDS_A_SIDE);
}

/**
 * Orders records for people, and keeps the features of the texts it was asked about last.
 *
 * Each order is learned from nothing, so that it depends on texts, seed and lessons alone: asked again it is the same,
 * by whichever process, today or in a year. At most so many records are kept; who was asked about longest ago goes first.
 */
export function createRankingDesk(mostRecordsKept: number): RankingDesk {
  const kept = new Map<string, RecordFeatures>();
  const nameOf = (basis: string, seed: number) => `${basis} ${seed}`;
  let last: { readonly name: string; readonly lessons: string; readonly ranking: Ranking } | null = null;
  /** A team that learns together asks for one order each after the same lessons: these are learned once. */
  const learnt = (
    name: string,
    features: RecordFeatures,
    seed: number,
    lessons: RankingRequest['lessons'],
  ): Ranking => {
    const told = lessons.map(({ record, isRelevant }) => (isRelevant ? `+${record}` : `-${record}`)).join();
    if (last?.name === name && last.lessons === told) return last.ranking;
    const ranking = createRanking(features, seed);
    for (const { record, isRelevant } of lessons) ranking.learn(record, isRelevant);
    ranking.retrain(passesFor(lessons.length));
    last = { name, lessons: told, ranking };
    return ranking;
  };
  return {
    prepare: (basis, seed, { records, question }) => {
      last = null;
      kept.set(nameOf(basis, seed), buildFeatures(records, question, seed));
      let total = 0;
      for (const [name, features] of [...kept].reverse()) {
        total += features.records;
        if (total > mostRecordsKept && total > features.records) kept.delete(name);
      }
    },
    answer: ({ basis, seed, lessons, open, most, explained }) => {
      const name = nameOf(basis, seed);
      const features = kept.get(name);
      if (!features) return null;
      kept.delete(name);
      kept.set(name, features);
      const ranking = learnt(name, features, seed, lessons);
      const order = ranking.order(open, most);
      return {
        order,
        reasons: order.slice(0, explained).map(record => {
          const why = ranking.explain(record, WORDS_LOOKED_AT);
          return { record, for: telling(why.for), against: telling(why.against) };
        }),
      };
    },
  };
}
