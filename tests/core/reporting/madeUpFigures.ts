import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalData } from '#core/reporting/appraisalData';
import type { BubbleData } from '#core/reporting/bubbleData';
import type { FunnelData } from '#core/reporting/funnelFigure';
import type { NetworkData } from '#core/reporting/networkFigure';
import type { RecallData } from '#core/reporting/recallFigure';
import type { RocData } from '#core/reporting/rocFigure';

/** Small data of the figures that are no forest plot. */
export const FUNNEL: FunnelData = {
  measure: 'Risk ratio',
  scale: 'log',
  noEffect: 0,
  pooled: Math.log(0.7),
  standardErrorOf: 'log risk ratio',
  points: [
    { studyId: 'a', label: 'Alder 2001', estimate: Math.log(0.5), standardError: 0.354 },
    { studyId: 'b', label: 'Birch <2005>', estimate: Math.log(0.8), standardError: 0.114 },
  ],
};

export const TOOL: readonly Judgement[] = ['low', 'some-concerns', 'high'];

export const APPRAISAL: AppraisalData = {
  domains: [
    { id: 'D1', name: 'Randomisation process' },
    { id: 'D2', name: 'Missing outcome data' },
  ],
  judgements: TOOL,
  studies: [
    { studyId: 'a', label: 'Alder 2001', judgements: ['low', 'high'], overall: 'high', weightPercent: 25 },
    { studyId: 'b', label: 'Birch 2005', judgements: ['some-concerns', null], overall: null, weightPercent: 75 },
  ],
};

export const BUBBLES: BubbleData = {
  measure: 'Risk ratio',
  scale: 'log',
  noEffect: 0,
  moderator: 'Dose, mg',
  points: [
    { studyId: 'a', label: 'Alder 2001', moderator: 10, estimate: -0.1, weightPercent: 20 },
    { studyId: 'b', label: 'Birch 2005', moderator: 20, estimate: -0.4, weightPercent: 70 },
    { studyId: 'c', label: 'Cedar 2011', moderator: 40, estimate: 0.6, weightPercent: 10 },
  ],
  curve: [10, 20, 30, 40].map(moderator => ({
    moderator,
    estimate: -0.01 * moderator,
    lower: -0.01 * moderator - 0.2,
    upper: -0.01 * moderator + 0.2,
    prediction: { lower: -0.01 * moderator - 0.5, upper: -0.01 * moderator + 0.5 },
  })),
};

export const ROC: RocData = {
  level: 0.95,
  studies: [
    { studyId: 'a', label: 'Alder 2001', people: 100, falsePositiveRate: 0.1, sensitivity: 0.8 },
    { studyId: 'b', label: 'Birch 2005', people: 400, falsePositiveRate: 0.3, sensitivity: 0.9 },
  ],
  summary: { falsePositiveRate: 0.22, sensitivity: 0.89 },
  curve: [
    { falsePositiveRate: 0.1, sensitivity: 0.7 },
    { falsePositiveRate: 0.3, sensitivity: 0.93 },
  ],
};

export const RECALL: RecallData = {
  records: 1000,
  foundAt: [1, 2, 5, 9, 40, 120],
  screened: 400,
  mayInclude: { lower: 6, upper: 9 },
};

export const NETWORK: NetworkData = {
  treatments: [
    { treatmentId: 'p', name: 'Placebo', people: 400 },
    { treatmentId: 'd', name: 'Drug', people: 100 },
    { treatmentId: 'e', name: 'Exercise', people: 100 },
  ],
  referenceId: 'p',
  comparisons: [
    { from: 'p', to: 'd', studies: 6 },
    { from: 'p', to: 'e', studies: 2 },
  ],
  notes: ['No trial compared drug with exercise.'],
};
