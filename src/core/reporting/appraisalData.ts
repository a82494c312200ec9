import type { Judgement } from '#core/appraisal/judgements';

export interface AppraisedStudy {
  readonly studyId: string;
  readonly label: string;
  /** One for each domain, in the domains' order; none where nobody has judged yet. */
  readonly judgements: readonly (Judgement | null)[];
  readonly overall: Judgement | null;
  /** Share of the pooled weight, 0 to 100, for bars by weight. */
  readonly weightPercent?: number;
}

/** Judgements of a set of results by one tool, as figures show them. */
export interface AppraisalData {
  readonly domains: readonly { readonly id: string; readonly name: string }[];
  readonly studies: readonly AppraisedStudy[];
  /** What this tool can say, from best to worst: the legend holds these and no others. */
  readonly judgements: readonly Judgement[];
  readonly note?: string;
}
