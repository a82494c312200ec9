import { block } from '#core/duplicates/block';
import { compareBriefly, type Levels } from '#core/duplicates/compare';
import { compareAbstracts } from '#core/duplicates/compareAbstracts';
import { compareTitles } from '#core/duplicates/compareTitles';
import { ASKED_FROM, decide, type PairDecision, probabilityOfSame } from '#core/duplicates/decide';
import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';
import { mayBeRelated } from '#core/duplicates/seemingRelation';

/** A pair that is likely enough to join or to ask about, by the places of its records, a before b. */
export interface JudgedPair extends PairDecision {
  readonly a: number;
  readonly b: number;
  readonly levels: Levels;
  readonly hasSameIdentifier: boolean;
}

/** How many pairs are compared between two reports of progress. */
const STEP = 4000;

const UNLIKE_TITLES: ReadonlySet<string> = new Set(['different', 'little-in-common']);

/** What an identifier or a page may say although the titles don't: a translated title, a title that was cut out. */
function mayMeetDespiteTitle(a: NormalisedRecord, b: NormalisedRecord): boolean {
  if (a.doi !== null && a.doi === b.doi) return true;
  if (a.pmid !== null && a.pmid === b.pmid) return true;
  return (
    a.pages !== null && a.pages.first === b.pages?.first && a.volume !== null && a.volume.number === b.volume?.number
  );
}

/** Judges one pair, the earlier place first. */
export function judgePair(records: readonly NormalisedRecord[], a: number, b: number): JudgedPair | null {
  const [left, right] = [records[a], records[b]];
  if (!left || !right) throw new RangeError(`judgePair: there are no records at ${a} and ${b}`);
  const title = compareTitles(left.title, right.title);
  if (UNLIKE_TITLES.has(title) && !mayMeetDespiteTitle(left, right) && !mayBeRelated(left, right)) return null;
  const brief = compareBriefly(left, right, title);
  // The abstract is read only where it can make the pair likely.
  const isWithinReach =
    probabilityOfSame({ ...brief, abstract: 'same' }) >= ASKED_FROM || probabilityOfSame(brief) >= ASKED_FROM;
  const levels = isWithinReach ? { ...brief, abstract: compareAbstracts(left, right) } : brief;
  return {
    a,
    b,
    levels,
    hasSameIdentifier: levels.doi === 'same' || levels.pmid === 'same',
    ...decide(left, right, levels),
  };
}

/** Compares all pairs that blocking brings together and keeps those that may be the same report; yields how many it has compared. */
export function* judgePairs(records: readonly NormalisedRecord[]): Generator<number, JudgedPair[]> {
  const kept: JudgedPair[] = [];
  let compared = 0;
  for (const candidates of block(records)) {
    for (let at = 0; at < candidates.length; at += 2) {
      const judged = judgePair(records, candidates[at] ?? 0, candidates[at + 1] ?? 0);
      if (judged && judged.verdict !== 'different') kept.push(judged);
      if (++compared % STEP === 0) yield compared;
    }
  }
  yield compared;
  return kept;
}
