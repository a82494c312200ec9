import { type Comparison, comparedArms } from '#core/extraction/comparedArms';
import type { Conversion } from '#core/extraction/conversionForms';
import type { Provenance } from '#core/extraction/convert';
import { NO_ARM_NUMBERS } from '#core/extraction/impossibleResult';
import type { ArmKind } from '#core/vocabulary';

/** A result of a study whose numbers don't stand in its report as they are used. */
export interface ConvertedResult {
  readonly studyId: string;
  readonly label: string;
  /** None for a study's own estimate. */
  readonly arm: { readonly name: string; readonly kind: ArmKind } | null;
  /** A conversion of its form, or the review's unit and direction in place of the study's. */
  readonly provenance: Pick<Provenance, 'sentence' | 'assumptions' | 'source'> & {
    readonly conversion: Conversion | 'unit-or-direction';
  };
}

/** Those that a comparison looks at: an arm that it doesn't pool marks nothing. */
export function convertedIn(results: readonly ConvertedResult[], comparison: Comparison | null): ConvertedResult[] {
  return results.filter(
    ({ arm }) =>
      !arm || comparedArms([{ ...arm, numbers: NO_ARM_NUMBERS }], comparison).some(one => one.kind !== 'other'),
  );
}

/** What was converted of each study, by its id: `BCG: SD 4.2 from SE 0.6 and n = 49`. */
export function sentencesByStudy(results: readonly ConvertedResult[]): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const { studyId, arm, provenance } of results) {
    const sentence = `${arm ? `${arm.name}: ` : ''}${provenance.sentence}`;
    const before = sentences.get(studyId);
    sentences.set(studyId, before === undefined ? sentence : `${before}; ${sentence}`);
  }
  return sentences;
}
