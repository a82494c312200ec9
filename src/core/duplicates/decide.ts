import type { Levels } from '#core/duplicates/compare';
import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';
import { areRelatedReports } from '#core/duplicates/relatedReports';
import { type Relation, seemingRelation } from '#core/duplicates/seemingRelation';
import { type Veto, vetoesAgainst } from '#core/duplicates/vetoes';
import { INTERCEPT, WEIGHTS } from '#core/duplicates/weights';

/** What the rules say of a pair: join it, ask a person, or leave it apart. */
export type PairVerdict = 'same' | 'doubtful' | 'different';

export interface PairDecision {
  readonly verdict: PairVerdict;
  /** That both are the same report, by the agreement of their fields alone; 0 to 1. */
  readonly probability: number;
  /** What forbids to join them unseen; it does not change the probability. */
  readonly vetoes: readonly Veto[];
  /** What the two seem to be to each other, where they are two reports of one piece of research. */
  readonly relation: Relation | null;
}

/** Pairs at least this likely are joined if nothing forbids it. */
export const JOINED_FROM = 0.6;
/** Less likely pairs are shown to a person down to here. */
export const ASKED_FROM = 0.5;

/**
 * Probability that two records are the same report, from the levels of their fields: a logistic model.
 * @param levels how far the fields agree, from `compare`
 * @returns a probability, 0 to 1, for pairs such as blocking brings together
 */
export function probabilityOfSame(levels: Levels): number {
  const logOdds =
    INTERCEPT +
    WEIGHTS.title[levels.title] +
    WEIGHTS.authors[levels.authors] +
    WEIGHTS.year[levels.year] +
    WEIGHTS.journal[levels.journal] +
    WEIGHTS.volume[levels.volume] +
    WEIGHTS.issue[levels.issue] +
    WEIGHTS.pages[levels.pages] +
    WEIGHTS.doi[levels.doi] +
    WEIGHTS.pmid[levels.pmid] +
    WEIGHTS.abstract[levels.abstract];
  return 1 / (1 + Math.exp(-logOdds));
}

/** One DOI or PMID and one telling title: the same report, whatever a source has made of its place. */
function isBoundByIdentifier({ title, doi, pmid }: Levels): boolean {
  return (doi === 'same' || pmid === 'same') && (title === 'same' || title === 'nearly-same');
}

/** Weighs the agreement of two records, and what forbids joining them unseen. */
export function decide(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): PairDecision {
  const probability = probabilityOfSame(levels);
  const isBound = isBoundByIdentifier(levels);
  const isLikely = probability >= ASKED_FROM || isBound;
  const vetoes = isLikely ? vetoesAgainst(a, b, levels) : [];
  if (isLikely && vetoes.length === 0 && (probability >= JOINED_FROM || isBound))
    return { verdict: 'same', probability, vetoes, relation: null };
  const relation = seemingRelation(a, b, levels);
  if (!isLikely && relation === null && !areRelatedReports(a, b, levels))
    return { verdict: 'different', probability, vetoes, relation };
  return { verdict: 'doubtful', probability, vetoes: isLikely ? vetoes : vetoesAgainst(a, b, levels), relation };
}
