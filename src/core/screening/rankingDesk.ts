import type { WordReason } from '#core/screening/explainer';
import { featureBuilder, type RecordFeatures } from '#core/screening/features';
import { isTelling } from '#core/screening/questionTerms';
import { createRanking, type Ranking } from '#core/screening/ranking';
import type { RankableRecord } from '#core/screening/termCounts';

/** The texts that are ranked and the question that they are ranked for. They are read a portion at a time and not kept. */
export interface RankingTexts {
  readonly question: string;
  readonly count: number;
  /** The records from one position until before another. */
  readonly read: (from: number, to: number) => Promise<readonly RankableRecord[]>;
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

/** Takes texts in, in any number of portions and their order. */
export interface RankingIntake {
  readonly add: (records: readonly RankableRecord[]) => void;
  /** To be called when all are there. Yields now and then, so that orders of other texts can be given in between. */
  readonly finish: () => Generator<number, void>;
}

export interface RankingDesk {
  /** Null where the desk does not have these texts (any more): hand them in with `take` and ask again. */
  readonly answer: (request: RankingRequest) => RankingAnswer | null;
  readonly take: (basis: string, seed: number, question: string, count: number) => RankingIntake;
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
    take: (basis, seed, question, count) => {
      const builder = featureBuilder(count, question, seed);
      return {
        add: records => {
          for (const record of records) builder.add(record);
        },
        finish: function* () {
          const name = nameOf(basis, seed);
          const features = yield* builder.finish();
          if (last?.name === name) last = null;
          kept.set(name, features);
          let total = 0;
          for (const [each, { records }] of [...kept].reverse()) {
            total += records;
            if (total <= mostRecordsKept || each === name) continue;
            kept.delete(each);
            if (last?.name === each) last = null;
          }
        },
      };
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
