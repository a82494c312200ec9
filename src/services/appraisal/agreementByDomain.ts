import { OVERALL } from '#core/appraisal/assess';
import type { Judgement } from '#core/appraisal/judgements';
import { becauseWords } from '#core/reporting/becauseWords';
import { agreementOf } from '#core/screening/agreement';
import type { JudgedDomains } from '#entities/Assessment';
import { toolOf } from '#services/appraisal/loadAppraisal';
import type { ListedAppraisal } from '#services/appraisal/readAppraisals';

/**
 * How far two blind assessors agreed, domain by domain, before they talked: over appraisals that both have finished, so
 * that nobody learns anything of one that they have yet to judge. The first is always the person whose id comes first.
 */
export function agreementByDomain(listed: readonly ListedAppraisal[]) {
  const pairs = listed.flatMap(({ appraisal, assessments }) => {
    const judged = assessments.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)).map(one => one.judged);
    const [first, second] = judged;
    return appraisal.assessorsNeeded === 2 && first && second ? [{ appraisal, first, second }] : [];
  });
  const keyOf = ({ appraisal }: (typeof pairs)[number]) => `${appraisal.tool} ${appraisal.variant}`;
  return [...new Set(pairs.map(keyOf))].flatMap(key => {
    const own = pairs.filter(pair => keyOf(pair) === key);
    const appraisal = own[0]?.appraisal;
    if (!appraisal) return [];
    const tool = toolOf(appraisal);
    const domains = [...tool.domains, { id: OVERALL, name: 'Overall' }].map(({ id, name }) => ({
      id,
      name,
      ...agreementIn(id, own, tool.judgements),
    }));
    return [{ tool: appraisal.tool, variant: appraisal.variant, appraisals: own.length, domains }];
  });
}

function agreementIn(
  id: string,
  pairs: readonly { readonly first: JudgedDomains; readonly second: JudgedDomains }[],
  order: readonly Judgement[],
) {
  const table = order.map(row =>
    order.map(
      column =>
        pairs.filter(({ first, second }) => first[id]?.judgement === row && second[id]?.judgement === column).length,
    ),
  );
  const { raw, kappa } = agreementOf(table);
  return {
    shareAgreed: raw.estimable ? raw.value : null,
    kappa: kappa.estimable ? kappa.value.kappa : null,
    interval: kappa.estimable ? { lower: kappa.value.interval[0], upper: kappa.value.interval[1] } : null,
    because: kappa.estimable ? null : becauseWords(kappa.because),
  };
}
