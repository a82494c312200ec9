import type { Clustering } from '#core/duplicates/cluster';
import { ASKED_FROM } from '#core/duplicates/decide';
import type { JudgedPair } from '#core/duplicates/judgePairs';
import type { ReadDecisions } from '#core/duplicates/readDecisions';
import type { Reason } from '#core/duplicates/reasons';

/** A pair to ask about, and what clustering adds to its reasons. */
export interface DoubtfulCandidate {
  readonly pair: JudgedPair;
  readonly further: readonly Reason[];
}

/** Related but unlikely pairs are asked about up to one for a hundred records, all doubtful pairs counted; in small sets up to twenty. */
const MOST_ASKED_SHARE = 0.01;
const ALWAYS_ASKED = 20;
/**
 * Those of which one can say what they are to each other (a protocol and its results, parts of a series …) up to twice as
 * many, before all other related ones: on the published sets there are 2 to 16 of them for a thousand records.
 */
const MOST_NAMED_SHARE = 0.02;
const ALWAYS_NAMED = 50;

/**
 * The pairs that a person is asked about: one, the likeliest, for each two clusters; none where a person has kept the
 * clusters apart. Likely pairs all come; then those that seem to be, say, a
 * protocol and its results; pairs that are only related to each other come as far as there is room.
 */
export function gatherDoubtful(
  candidates: readonly DoubtfulCandidate[],
  clustering: Clustering,
  decisions: ReadDecisions,
  size: number,
): DoubtfulCandidate[] {
  const clusterKey = (a: number, b: number): number => decisions.keyOf(clustering.rootOf(a), clustering.rootOf(b));
  const settled = new Set(decisions.different.map(({ a, b }) => clusterKey(a, b)));
  const best = new Map<number, DoubtfulCandidate>();
  const ordered = [...candidates].sort(
    (x, y) => y.pair.probability - x.pair.probability || x.pair.a - y.pair.a || x.pair.b - y.pair.b,
  );
  for (const candidate of ordered) {
    const { a, b } = candidate.pair;
    const key = clusterKey(a, b);
    if (clustering.rootOf(a) === clustering.rootOf(b) || settled.has(key) || best.has(key)) continue;
    best.set(key, candidate);
  }
  const gathered = [...best.values()];
  const likely = gathered.filter(({ pair }) => pair.probability >= ASKED_FROM);
  const unlikely = gathered.filter(({ pair }) => pair.probability < ASKED_FROM);
  const named = unlikely
    .filter(({ pair }) => pair.relation !== null)
    .slice(0, Math.max(ALWAYS_NAMED, Math.floor(size * MOST_NAMED_SHARE)));
  const related = unlikely.filter(({ pair }) => pair.relation === null);
  const room = Math.max(ALWAYS_ASKED, Math.floor(size * MOST_ASKED_SHARE)) - likely.length - named.length;
  return [...likely, ...named, ...related.slice(0, Math.max(0, room))];
}
