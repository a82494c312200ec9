import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import type { getAnalysis, getOutcomeData, listAnalyses, saveAnalysis } from '#contract/synthesis';
import type { Judgement } from '#core/appraisal/judgements';
import { type Comparison, comparedArms } from '#core/extraction/comparedArms';
import { type ConvertedResult, convertedIn } from '#core/extraction/convertedResults';
import type { OutcomeKind } from '#core/extraction/vocabulary';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { DEFAULT_ACCURACY, DEFAULT_DOSE, NOTHING_FURTHER, type Specification } from '#core/synthesis/specification';
import { comparedStudy, type StudyAtHand } from '#core/synthesis/usedStudies';

export type AnalysisList = ReplyOf<typeof listAnalyses>;
export type SavedAnalysis = ReplyOf<typeof getAnalysis>;
export type AnalysisBody = BodyInputOf<typeof saveAnalysis>;

/** Stands in the address for an analysis that isn't saved yet. */
export const NEW = 'new';

export interface LeftOut {
  readonly studyId: string;
  readonly reason: string;
}

/** What is to be pooled and how: a saved analysis, or what a person tries out. */
export interface Plan {
  readonly name: string;
  readonly specification: Specification;
  readonly leftOut: readonly LeftOut[];
}

export interface StudyOfOutcome extends StudyAtHand {
  readonly riskOfBias: Judgement | null;
  readonly isHighRisk: boolean;
}

export interface Characteristic extends Moderator {
  /** Set in the protocol: an analysis by it is not exploratory. */
  readonly isPlanned: boolean;
}

/** The studies of one outcome as they can be pooled, whether a review extracted them or a visitor pasted them. */
export interface OutcomeData {
  readonly outcome: {
    readonly name: string;
    readonly timepoint: string;
    readonly kind: OutcomeKind;
    readonly unit: string;
    readonly isLowerBetter: boolean;
  };
  readonly studies: readonly StudyOfOutcome[];
  readonly treatments: readonly string[];
  /** Of a pasted table of arms: all its studies, also those that compare other treatments than the chosen ones. */
  readonly networkStudies?: readonly StudyOfOutcome[];
  /** Arms are intervention or comparator by themselves; false in a table that names treatments only. */
  readonly hasArmKinds: boolean;
  readonly characteristics: readonly Characteristic[];
  readonly measures: readonly EffectMeasure[];
  readonly armNames: { readonly first: string; readonly second: string };
  /** Of ready-made estimates: whether they are ratios; null where studies differ. */
  readonly isRatio: boolean | null;
  /** Results whose numbers were converted from what the reports give. */
  readonly conversions: readonly ConvertedResult[];
}

/** What the server said, with the characteristics that every study has by itself. */
export function outcomeDataOf(reply: ReplyOf<typeof getOutcomeData>): OutcomeData {
  const has = (id: string) => reply.studies.some(study => study.characteristics[id] !== undefined);
  const year: Characteristic = { id: 'year', name: 'Year', kind: 'number', unit: '', isPlanned: false };
  const bias: Characteristic = {
    id: 'risk-of-bias',
    name: 'Risk of bias',
    kind: 'category',
    unit: '',
    isPlanned: true,
  };
  return {
    ...reply,
    hasArmKinds: true,
    characteristics: [
      ...reply.characteristics.map(({ characteristicId: id, name, kind, unit, isPlanned }) => ({
        ...{ id, name, kind, unit, isPlanned },
      })),
      ...(has('risk-of-bias') ? [bias] : []),
      ...(has('year') ? [year] : []),
    ],
  };
}

/** The data as a comparison sees them: numbers and names of the two sides that are compared. */
export function comparedData(data: OutcomeData, comparison: Specification['comparison']): OutcomeData {
  const conversions = convertedIn(data.conversions, comparison);
  if (!comparison) return { ...data, conversions };
  const studies = data.studies.map(study => ({ ...study, ...comparedStudy(data.outcome.kind, study, comparison) }));
  return {
    ...data,
    conversions,
    // In a table of arms most studies compare something else: they aren't studies of this comparison at all.
    ...(data.hasArmKinds
      ? { studies }
      : { studies: studies.filter(({ arms }) => comparesBoth(arms, comparison)), networkStudies: data.studies }),
    armNames: { first: comparison.first.join(' or '), second: comparison.second.join(' or ') },
  };
}

function comparesBoth(arms: StudyOfOutcome['arms'], comparison: Comparison): boolean {
  const kinds = new Set(comparedArms(arms, comparison).map(({ kind }) => kind));
  return kinds.has('intervention') && kinds.has('comparator');
}

export function planOfSaved({ name, specification, leftOut }: SavedAnalysis): Plan {
  return { name, specification: { ...NOTHING_FURTHER, ...specification }, leftOut };
}

/** What a new analysis begins with: the outcome's first measure, and the choices that most protocols name. */
export function freshPlan({ outcome, measures }: OutcomeData): Plan {
  const name = [outcome.name, outcome.timepoint].filter(part => part !== '').join(', ');
  return {
    name,
    specification: freshSpecification(outcome.kind, measures),
    leftOut: [],
  };
}

/** The choices that most protocols name, by the kind of the outcome. */
export function freshSpecification(kind: OutcomeKind, measures: readonly EffectMeasure[]): Specification {
  return {
    ...DEFAULT_ANALYSIS,
    ...NOTHING_FURTHER,
    measure: measures[0] ?? 'GEN',
    accuracy: kind === 'accuracy' ? DEFAULT_ACCURACY : null,
    doseResponse: kind === 'dose-response' ? DEFAULT_DOSE : null,
  };
}

export function bodyOf({ name, specification, leftOut }: Plan, outcomeId: string): AnalysisBody {
  return {
    name,
    outcomeId,
    // The page offers an outcome's own measures only, and the server refuses any other.
    specification: specification as AnalysisBody['specification'],
    leftOut: leftOut.map(one => ({ ...one })),
  };
}

/** "Tuberculosis, copy", "Tuberculosis, copy 2": names stay apart. */
export function copyName(name: string, { analyses }: AnalysisList): string {
  const taken = new Set(analyses.map(one => one.name));
  const first = `${name}, copy`;
  if (!taken.has(first)) return first;
  let number = 2;
  while (taken.has(`${first} ${number}`)) number++;
  return `${first} ${number}`;
}
