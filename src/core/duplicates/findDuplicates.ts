import { apartness } from '#core/duplicates/apartness';
import { choosePrimary } from '#core/duplicates/choosePrimary';
import { cluster } from '#core/duplicates/cluster';
import { type DoubtfulCandidate, gatherDoubtful } from '#core/duplicates/gatherDoubtful';
import { judgePair, judgePairs } from '#core/duplicates/judgePairs';
import { type NormalisedRecord, normaliseRecord } from '#core/duplicates/normaliseRecord';
import { readDecisions } from '#core/duplicates/readDecisions';
import {
  CALLED_SAME,
  CLUSTERS_CONFLICT,
  CONTRADICTED,
  differingFields,
  type Reason,
  reasonsFor,
} from '#core/duplicates/reasons';
import type { BibliographicRecord, ComparedField, HumanDecisions } from '#core/duplicates/record';
import { withoutRecordNumbers } from '#core/duplicates/withoutRecordNumbers';
import { Problem } from '#core/problem';

/** Two records of a cluster, and why they were joined. */
export interface MergedPair {
  readonly a: string;
  readonly b: string;
  /** That both are the same report, 0 to 1; 1 where a person has said so. */
  readonly probability: number;
  readonly decidedBy: 'rules' | 'person';
  readonly reasons: readonly Reason[];
}

/** Two or more records of one report. */
export interface FoundCluster {
  readonly recordIds: readonly string[];
  readonly primaryRecordId: string;
  readonly pairs: readonly MergedPair[];
}

/** Two records that look alike, for a person to decide. One pair stands for all pairs between their two clusters. */
export interface DoubtfulPair {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
  readonly reasons: readonly Reason[];
  readonly differs: readonly ComparedField[];
}

export interface FoundDuplicates {
  readonly clusters: readonly FoundCluster[];
  /** Likeliest first, then those that are only related: first those of which one can say how. */
  readonly doubtful: readonly DoubtfulPair[];
  readonly recordCount: number;
  readonly comparedPairs: number;
}

export interface DuplicatesProgress {
  readonly stage: 'normalise' | 'compare' | 'cluster';
  readonly done: number;
  /** How many there are in all; null while it is not yet known. */
  readonly total: number | null;
}

const NORMALISED_AT_ONCE = 1000;
const NO_DECISIONS: HumanDecisions = { same: [], different: [] };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sortedUnique(records: readonly BibliographicRecord[]): BibliographicRecord[] {
  const ordered = [...records].sort((a, b) => byText(a.recordId, b.recordId));
  const twice = ordered.find((record, at) => at > 0 && record.recordId === ordered[at - 1]?.recordId);
  if (twice)
    throw new Problem('invalid', `Two records have the id "${twice.recordId}": every record needs an id of its own.`, {
      recordId: twice.recordId,
    });
  return ordered;
}

/**
 * Finds the records that are the same report, in steps: each step yields how far the work has come, so that a job can
 * report progress, let others work in between, and stop. The result does not depend on the order of the records.
 * Earlier decisions of people are kept: what they joined stays joined and what they parted stays apart, and nobody is
 * asked again.
 */
export function* findDuplicatesInSteps(
  records: readonly BibliographicRecord[],
  humanDecisions: HumanDecisions = NO_DECISIONS,
): Generator<DuplicatesProgress, FoundDuplicates> {
  const ordered = withoutRecordNumbers(sortedUnique(records));
  const size = ordered.length;
  const normalised: NormalisedRecord[] = [];
  for (const record of ordered) {
    normalised.push(normaliseRecord(record));
    if (normalised.length % NORMALISED_AT_ONCE === 0)
      yield { stage: 'normalise', done: normalised.length, total: size };
  }
  const placeOf = new Map(ordered.map((record, at) => [record.recordId, at]));
  const decisions = readDecisions(humanDecisions, placeOf, size);

  const judging = judgePairs(normalised);
  let comparedPairs = 0;
  let step = judging.next();
  while (!step.done) {
    comparedPairs = step.value;
    yield { stage: 'compare', done: comparedPairs, total: null };
    step = judging.next();
  }
  const judged = step.value;

  yield { stage: 'cluster', done: 0, total: judged.length };
  const byPlaces = new Map(judged.map(pair => [decisions.keyOf(pair.a, pair.b), pair]));
  const joinable = judged.filter(pair => pair.verdict === 'same');
  const clustering = cluster(size, decisions.same, joinable, {
    partedFrom: decisions.partedFrom,
    markOf: at => normalised[at]?.pmid ?? null,
    mustStayApart: apartness(normalised, byPlaces, decisions),
  });

  const idAt = (at: number): string => ordered[at]?.recordId ?? '';
  const pairsOf = new Map<number, MergedPair[]>();
  const addPair = (a: number, b: number, pair: Omit<MergedPair, 'a' | 'b'>): void => {
    const root = clustering.rootOf(a);
    if (root !== clustering.rootOf(b)) return;
    const pairs = pairsOf.get(root) ?? [];
    pairs.push({ a: idAt(a), b: idAt(b), ...pair });
    pairsOf.set(root, pairs);
  };
  for (const { a, b } of decisions.same) {
    const levels = byPlaces.get(decisions.keyOf(a, b))?.levels;
    addPair(a, b, {
      probability: 1,
      decidedBy: 'person',
      reasons: [CALLED_SAME, ...(levels ? reasonsFor(levels, []) : [])],
    });
  }
  for (const { a, b, probability, levels } of joinable) {
    if (!decisions.calledSame.has(decisions.keyOf(a, b)))
      addPair(a, b, { probability, decidedBy: 'rules', reasons: reasonsFor(levels, []) });
  }

  const clusters = clustering.clusters.map((places): FoundCluster => {
    const members = places.flatMap(place => ordered[place] ?? []);
    return {
      recordIds: members.map(record => record.recordId),
      primaryRecordId: choosePrimary(members),
      pairs: (pairsOf.get(clustering.rootOf(places[0] ?? 0)) ?? []).sort(
        (x, y) => y.probability - x.probability || byText(x.a, y.a) || byText(x.b, y.b),
      ),
    };
  });

  const candidates: DoubtfulCandidate[] = judged
    .filter(pair => pair.verdict === 'doubtful')
    .map(pair => ({ pair, further: [] }));
  for (const { a, b } of clustering.refused) {
    const pair = byPlaces.get(decisions.keyOf(a, b)) ?? judgePair(normalised, a, b);
    const isCalledSame = decisions.calledSame.has(decisions.keyOf(a, b));
    if (pair) candidates.push({ pair, further: [isCalledSame ? CONTRADICTED : CLUSTERS_CONFLICT] });
  }
  const doubtful = gatherDoubtful(candidates, clustering, decisions, size).map(({ pair, further }) => ({
    a: idAt(pair.a),
    b: idAt(pair.b),
    probability: pair.probability,
    reasons: [...further, ...reasonsFor(pair.levels, pair.vetoes, pair.relation)],
    differs: differingFields(pair.levels),
  }));
  return { clusters, doubtful, recordCount: size, comparedPairs };
}

/** All steps of `findDuplicatesInSteps` at one go. */
export function findDuplicates(
  records: readonly BibliographicRecord[],
  humanDecisions: HumanDecisions = NO_DECISIONS,
): FoundDuplicates {
  const steps = findDuplicatesInSteps(records, humanDecisions);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
