import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { analyseSpecification, type SpecifiedAnalysis, takesLong } from '#core/synthesis/analyseSpecification';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { incompleteInteractions } from '#core/synthesis/moderatorTerms';
import { GENERALISED_FOR } from '#core/synthesis/poolGeneralised';
import {
  askedChoices,
  BUILT_IN_CHARACTERISTICS,
  characteristicsUsed,
  type Specification,
} from '#core/synthesis/specification';
import { usedStudies } from '#core/synthesis/usedStudies';
import type { UsedStudy } from '#core/synthesis/whatChanged';
import type { Context } from '#services/context';
import { measuresOf, type OutcomeData } from '#services/synthesis/outcomeData';

export interface AnalysisChoices {
  readonly specification: Specification;
  readonly leftOut: readonly { readonly studyId: string; readonly reason: string }[];
}

export interface ComputedAnalysis {
  readonly studies: readonly UsedStudy[];
  readonly result: SpecifiedAnalysis;
  readonly dataFingerprint: string;
}

/** The built-in characteristics and those of the review, as moderators. */
export function moderatorsOf({ characteristics }: OutcomeData): Moderator[] {
  return [
    { id: 'year', name: 'Year', kind: 'number', unit: '' },
    { id: 'risk-of-bias', name: 'Risk of bias', kind: 'category', unit: '' },
    ...characteristics.map(({ characteristicId: id, name, kind, unit }) => ({ id, name, kind, unit })),
  ];
}

/** Computes an analysis from the data of this moment, with the fingerprint of what it was computed from. */
export async function computeAnalysis(
  ctx: Context,
  data: OutcomeData,
  choices: AnalysisChoices,
): Promise<ComputedAnalysis> {
  const { specification } = choices;
  refuseUnfit(data, specification);
  const studies = studiesUsed(data, choices);
  const used = studiesIn(studies, choices.leftOut);
  const moderators = moderatorsOf(data);
  return {
    studies,
    result: takesLong(specification, used.length)
      ? await ctx.think.analyse(specification, used, moderators)
      : analyseSpecification(specification, used, moderators),
    dataFingerprint: fingerprint(ctx, studies, choices),
  };
}

export function studiesUsed(data: OutcomeData, { specification }: AnalysisChoices): UsedStudy[] {
  return usedStudies(data.outcome.kind, data.studies, specification);
}

function studiesIn(studies: readonly UsedStudy[], leftOut: AnalysisChoices['leftOut']): UsedStudy[] {
  const out = new Set(leftOut.map(one => one.studyId));
  return studies.filter(({ studyId }) => !out.has(studyId));
}

/** Changes when a number, a study's label, a characteristic in use, the choices or the studies left out change. */
export function fingerprint(ctx: Context, studies: readonly UsedStudy[], choices: AnalysisChoices): string {
  const leftOut = choices.leftOut.map(one => one.studyId).sort();
  return ctx.sha256(canonicalJson({ studies, specification: askedChoices(choices.specification), leftOut }));
}

function modelsFor(measure: string): string {
  const models = GENERALISED_FOR[measure] ?? [];
  return models.length > 0 ? `It has ${models.join(', ')}.` : `${Object.keys(GENERALISED_FOR).join(', ')} have some.`;
}

function refuseUnfit(data: OutcomeData, specification: Specification): void {
  const refuse = (pointer: string, detail: string): never => {
    throw new Problem('invalid', detail, {}, [{ pointer: `/body/specification/${pointer}`, detail }]);
  };
  const measures = measuresOf(data.outcome.kind);
  if (!measures.some(measure => measure === specification.measure))
    refuse('measure', `This outcome can be pooled as ${measures.join(', ')}.`);
  const { generalised, measure } = specification;
  if (generalised && !GENERALISED_FOR[measure]?.includes(generalised))
    refuse('generalised', `There is no such mixed model of the counts for ${measure}. ${modelsFor(measure)}`);
  if (incompleteInteractions(specification.moderators).length > 0)
    refuse('moderators', 'An interaction needs each of its characteristics as a moderator too.');
  if ((specification.accuracy !== null) !== (data.outcome.kind === 'accuracy'))
    refuse('accuracy', 'Say how accuracy is pooled for an outcome of accuracy, and only for such.');
  if ((specification.doseResponse !== null) !== (data.outcome.kind === 'dose-response'))
    refuse('doseResponse', 'Say which curve is drawn for an outcome of dose and response, and only for such.');
  const known: readonly string[] = [
    ...BUILT_IN_CHARACTERISTICS,
    ...data.characteristics.map(one => one.characteristicId),
  ];
  if (characteristicsUsed(specification).some(id => !known.includes(id)))
    refuse('moderators', 'This review has no such characteristic. It may have been removed.');
}
