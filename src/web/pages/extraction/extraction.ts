import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import type { addArm, createStudy, getExtraction } from '#contract/extraction';
import type { addOutcome } from '#contract/outcomes';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';

export type Extraction = ReplyOf<typeof getExtraction>;
export type Study = Extraction['studies'][number];
export type Arm = Study['arms'][number];
export type Outcome = Extraction['outcomes'][number];
export type ReportWithoutStudy = Extraction['reportsWithoutStudy'][number];
export type StudyBody = BodyInputOf<typeof createStudy>;
export type ArmBody = BodyInputOf<typeof addArm>;
export type OutcomeBody = BodyInputOf<typeof addOutcome>;

export function kindWords(kind: Outcome['kind']): string {
  return kindOfOutcome(kind).words;
}

export const ARM_KIND_WORDS: Readonly<Record<Arm['kind'], string>> = {
  intervention: 'Intervention',
  comparator: 'Comparator',
  other: 'Not pooled',
};

export function outcomeTitle({ name, timepoint }: Pick<Outcome, 'name' | 'timepoint'>): string {
  return [name, timepoint].filter(part => part !== '').join(', ');
}

/** Whether a study has anything extracted for an outcome. */
export function hasNumbers(study: Study, outcomeId: string): boolean {
  return [...study.armResults, ...study.studyResults, ...study.studyCounts].some(
    result => result.outcomeId === outcomeId,
  );
}
