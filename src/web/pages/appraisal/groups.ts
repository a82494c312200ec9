import { findTool } from '#core/appraisal/appraisalTools';
import { OVERALL } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import type { AppraisalData } from '#core/reporting/appraisalData';
import type { ListedAppraisal } from './appraisal.ts';

/** Appraisals that can stand in one table or figure: one tool, one variant, one outcome. */
export interface ToolGroup {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  /** The plan's remark, under tables and figures. */
  readonly note: string;
  readonly tool: AppraisalTool | null;
  readonly outcomeId: string | null;
  readonly domains: readonly { readonly id: string; readonly name: string; readonly short: string }[];
  readonly appraisals: readonly ListedAppraisal[];
}

export function groupsOf(appraisals: readonly ListedAppraisal[]): readonly ToolGroup[] {
  const keyOf = (one: ListedAppraisal) => `${one.tool} ${one.variant} ${one.outcomeId ?? ''}`;
  return [...new Set(appraisals.map(keyOf))].flatMap(key => {
    const own = appraisals.filter(one => keyOf(one) === key);
    const [first] = own;
    if (!first) return [];
    const found = findTool(first.tool, first.variant);
    const words = found?.offered.variants.find(one => one.variant === first.variant)?.words ?? '';
    const toolWords = [found?.offered.name ?? first.tool, words].filter(Boolean).join(', ');
    const domains = (found?.tool.domains ?? []).map(({ id, name }) => ({
      id,
      name,
      short: /^[A-Z]\d+$/.test(id) ? id : name,
    }));
    const tool = found?.tool ?? null;
    const title = first.outcomeName ?? toolWords;
    const note = [...new Set(own.map(one => one.note))].filter(remark => remark !== '').join(' ');
    return [
      {
        key,
        title,
        hint: first.outcomeName ? toolWords : '',
        note,
        tool,
        outcomeId: first.outcomeId,
        domains,
        appraisals: own,
      },
    ];
  });
}

/** What is settled of a group, as the figures take it; what isn't is an open ring. */
export function figureData(group: ToolGroup, weights: ReadonlyMap<string, number>, note: string): AppraisalData | null {
  const { tool } = group;
  if (!tool) return null;
  return {
    domains: tool.domains.map(({ id, name }) => ({ id, name })),
    judgements: tool.judgements,
    studies: group.appraisals.map(one => {
      const weight = weights.get(one.studyId);
      return {
        studyId: one.studyId,
        label: one.studyLabel,
        judgements: tool.domains.map(({ id }) => one.judged?.[id]?.judgement ?? null),
        overall: one.judged?.[OVERALL]?.judgement ?? null,
        ...(weight === undefined ? {} : { weightPercent: weight }),
      };
    }),
    ...(note === '' ? {} : { note }),
  };
}
