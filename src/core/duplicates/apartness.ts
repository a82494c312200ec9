import type { JoinedBy } from '#core/duplicates/cluster';
import { compare } from '#core/duplicates/compare';
import type { JudgedPair } from '#core/duplicates/judgePairs';
import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';
import type { ReadDecisions } from '#core/duplicates/readDecisions';
import { KEEPS_APART, KEEPS_APART_DESPITE_IDENTIFIER, type Veto, vetoesAgainst } from '#core/duplicates/vetoes';

/** What keeps records apart whose titles are unlike: they may be one report's in two languages, and then all else but this agrees. */
const KEEPS_APART_IN_TWO_LANGUAGES: ReadonlySet<Veto> = new Set(['pmids-differ', 'kinds-differ', 'dois-differ']);
const UNLIKE_TITLES: ReadonlySet<string> = new Set(['partly-same', 'little-in-common', 'different']);

/**
 * Whether there are signs of two reports between two records, so that they may not share a cluster. A shared identifier
 * overrules some of these signs; a person overrules all.
 */
export function apartness(
  records: readonly NormalisedRecord[],
  judged: ReadonlyMap<number, JudgedPair>,
  decisions: ReadDecisions,
): (a: number, b: number, joined: JoinedBy) => boolean {
  return (a, b, joined) => {
    const key = decisions.keyOf(a, b);
    if (decisions.calledSame.has(key)) return false;
    const known = judged.get(key);
    if (known?.verdict === 'same') return false;
    const [left, right] = [records[Math.min(a, b)], records[Math.max(a, b)]];
    if (!left || !right) throw new RangeError(`apartness: there are no records at ${a} and ${b}`);
    const levels = known?.levels ?? compare(left, right);
    const vetoes = known?.vetoes ?? vetoesAgainst(left, right, levels);
    const strength = joined === 'identifier' ? KEEPS_APART_DESPITE_IDENTIFIER : KEEPS_APART;
    const keepsApart = UNLIKE_TITLES.has(levels.title) ? KEEPS_APART_IN_TWO_LANGUAGES : strength;
    return vetoes.some(veto => keepsApart.has(veto));
  };
}
