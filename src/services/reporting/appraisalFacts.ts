import { findTool } from '#core/appraisal/appraisalTools';
import { OVERALL } from '#core/appraisal/assess';
import { JUDGEMENTS } from '#core/appraisal/judgements';
import { JUDGEMENT_MARKS } from '#core/reporting/judgementMark';
import type { AppraisalFact } from '#core/reporting/manuscript/facts';
import { type ListedAppraisal, outcomeName, settledOf } from '#services/appraisal/readAppraisals';
import type { OneSet } from '#services/appraisal/robvisFiles';

/** Appraisals that stand together: one tool, and for a tool that judges results one outcome. */
export interface AppraisalSet extends OneSet {
  readonly key: string;
  readonly listed: readonly ListedAppraisal[];
}

export function appraisalSets(listed: readonly ListedAppraisal[]): AppraisalSet[] {
  const sets = new Map<string, ListedAppraisal[]>();
  for (const one of listed) {
    const { tool, variant, outcomeId } = one.appraisal;
    const key = [tool, variant, outcomeId].filter(Boolean).join('-');
    sets.set(key, [...(sets.get(key) ?? []), one]);
  }
  return [...sets].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    const { tool, variant, outcomeId } = first.appraisal;
    return [{ key, listed: own, tool, variant, outcomeId }];
  });
}

/** What is planned and settled, set by set. Of what isn't settled only the number is told. */
export function appraisalFacts(listed: readonly ListedAppraisal[]): AppraisalFact[] {
  return appraisalSets(listed).map(({ key, listed: own, tool, variant }) => {
    const found = findTool(tool, variant);
    const overall = own.flatMap(one => settledOf(one)?.judged[OVERALL]?.judgement ?? []);
    return {
      key,
      toolName: found?.offered.name ?? tool,
      variant: found?.offered.variants.find(one => one.variant === variant)?.words ?? '',
      ofResults: found?.offered.judges === 'result',
      outcomeName: outcomeName(own[0]?.outcome ?? null)?.toLowerCase() ?? null,
      assessorsNeeded: own[0]?.appraisal.assessorsNeeded ?? 1,
      planned: own.length,
      judged: JUDGEMENTS.map(judgement => ({
        word: JUDGEMENT_MARKS[judgement].word,
        n: overall.filter(one => one === judgement).length,
      })).filter(({ n }) => n > 0),
    };
  });
}
