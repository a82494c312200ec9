import type { Estimable } from '#core/estimable';
import { type Agreement, agreement } from '#core/screening/agreement';
import type { DecisionOnRecord } from '#core/screening/disagreement';
import { phase } from '#core/screening/phase';
import { insist } from '#policies/refusal';
import { maySeeOthersDecisions, whyNotSeeFlow } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import type { StageKey } from '#services/screening/assignmentBoard';
import { decidedBeforeDiscussion } from '#services/screening/discussedRecords';
import { loadSituations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

type Pair = readonly [DecisionOnRecord, DecisionOnRecord];

/**
 * How far two independent screeners agree, over records that exactly two people decided on and whose phase is over.
 * What they chose after a discussion was opened to them is no independent choice: what stood before counts.
 */
export async function readAgreement(ctx: Context, actor: Actor, key: StageKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotSeeFlow(viewer));
  const situations = [...(await loadSituations(ctx, viewer, key.stage))];
  const before = await decidedBeforeDiscussion(ctx, key);
  const pairs = situations
    .filter(([, one]) => maySeeOthersDecisions(viewer, key.stage, phase(one)))
    .map(([recordId, one]) => before.get(recordId) ?? one.decisions)
    .filter(decisions => decisions.length === 2)
    .flatMap((decisions): Pair[] => {
      const [first, second] = [...decisions].sort((a, b) => (a.personId < b.personId ? -1 : 1));
      return first && second ? [[first, second]] : [];
    });
  const all = agreement(pairs);
  return { records: pairs.length, ...present(all), pairs: await byPair(ctx, pairs) };
}

function present(found: Agreement) {
  const { kappa } = found;
  return {
    kappa: kappa.estimable
      ? { value: kappa.value.kappa, lower: kappa.value.interval[0], upper: kappa.value.interval[1], because: null }
      : { value: null, lower: null, upper: null, because: kappa.because },
    rawAgreement: computed(found.raw),
    positiveAgreement: computed(found.positive),
    negativeAgreement: computed(found.negative),
    pabak: computed(found.pabak),
    ac1: found.ac1.estimable
      ? { value: found.ac1.value.value, because: null }
      : { value: null, because: found.ac1.because },
  };
}

function computed(number: Estimable<number>) {
  return number.estimable ? { value: number.value, because: null } : { value: null, because: number.because };
}

export async function byPair(ctx: Context, pairs: readonly Pair[]) {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const name = `${pair[0].personId} ${pair[1].personId}`;
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  const names = await namesOf(
    ctx,
    pairs.flatMap(pair => pair.map(decision => decision.personId)),
  );
  const person = (personId: string) => ({ personId, name: names.get(personId) ?? 'former member' });
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (!first) return [];
    const found = agreement(group);
    const { kappa, pabak, ac1 } = present(found);
    const agreed = (found.table[0]?.[0] ?? 0) + (found.table[1]?.[1] ?? 0);
    return [
      { a: person(first[0].personId), b: person(first[1].personId), records: group.length, agreed, kappa, pabak, ac1 },
    ];
  });
}
