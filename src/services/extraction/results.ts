import {
  type ConversionRequest,
  type ConvertedNumbers,
  convert,
  followFrom,
  type Provenance,
} from '#core/extraction/convert';
import {
  type ArmNumbers,
  type EstimateNumbers,
  impossibleArmResult,
  impossibleEstimate,
} from '#core/extraction/impossibleResult';
import type { ResultQuestion } from '#core/extraction/questionableResult';
import type { ValueSource } from '#core/extraction/valueSource';
import { type FieldProblem, Problem } from '#core/problem';
import { Arm } from '#entities/Arm';
import { ArmResult } from '#entities/ArmResult';
import { StudyResult } from '#entities/StudyResult';
import type { Actor, Context } from '#services/context';
import { loadOutcome } from '#services/extraction/outcomes';
import { changeStudy, type StudyKey } from '#services/extraction/studies';

type ArmResultKey = StudyKey & { readonly armId: string; readonly outcomeId: string };
type StudyResultKey = StudyKey & { readonly outcomeId: string };

/** What comes with the numbers of a result. */
interface About {
  readonly foundAt: string;
  readonly source: ValueSource | null;
  readonly conversion: ConversionRequest | null;
  readonly answered: readonly ResultQuestion[];
}

/**
 * Saves an arm's numbers for an outcome over what was there; numbers that can't be true are refused field by field, and so
 * are those that don't follow from the conversion that is said to have made them. Without one they are as reported.
 */
export async function saveArmResult(
  ctx: Context,
  actor: Actor,
  key: ArmResultKey,
  input: ArmNumbers & About,
): Promise<void> {
  const { reviewId, armId, outcomeId } = key;
  await changeStudy(ctx, actor, 'extract-results', key, async tx => {
    const outcome = await loadOutcome(tx, { reviewId, outcomeId });
    refuseImpossible(impossibleArmResult(outcome.kind, input));
    if (!(await tx.db.existsBy(Arm, { reviewId, armId, studyId: key.studyId }))) {
      throw new Problem('not-found', 'There is no such arm in this study.');
    }
    const conversion = provenanceOf('arm', input);
    const values = { ...asStored(input, conversion), extractedBy: actor.personId, extractedAt: tx.now() };
    const { affected } = await tx.db.update(ArmResult, { reviewId, armId, outcomeId }, values);
    if (!affected) await tx.db.insert(ArmResult, { reviewId, armResultId: tx.newId(), armId, outcomeId, ...values });
    return factsOf(conversion);
  });
}

export async function removeArmResult(ctx: Context, actor: Actor, key: ArmResultKey): Promise<void> {
  const { reviewId, armId, outcomeId } = key;
  await changeStudy(ctx, actor, 'remove-results', key, async tx => {
    await tx.db.delete(ArmResult, { reviewId, armId, outcomeId });
  });
}

/** Saves a study's own estimate with its interval, as reported. */
export async function saveStudyResult(
  ctx: Context,
  actor: Actor,
  key: StudyResultKey,
  input: EstimateNumbers & { readonly percentConfidence: number } & About,
): Promise<void> {
  refuseImpossible(impossibleEstimate(input));
  const conversion = provenanceOf('estimate', input);
  await changeStudy(ctx, actor, 'extract-results', key, async tx => {
    const outcome = await loadOutcome(tx, key);
    if (outcome.kind !== 'generic') {
      throw new Problem(
        'conflict',
        'This outcome takes numbers by arm. Add an outcome of the kind “estimate” for this.',
      );
    }
    const values = { ...asStored(input, conversion), extractedBy: actor.personId, extractedAt: tx.now() };
    const { affected } = await tx.db.update(StudyResult, key, values);
    if (!affected) await tx.db.insert(StudyResult, { ...key, studyResultId: tx.newId(), ...values });
    return factsOf(conversion);
  });
}

export async function removeStudyResult(ctx: Context, actor: Actor, key: StudyResultKey): Promise<void> {
  await changeStudy(ctx, actor, 'remove-results', key, async tx => {
    await tx.db.delete(StudyResult, key);
  });
}

function refuseImpossible(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first) throw new Problem('invalid', `These numbers can’t be: ${first.detail}`, {}, problems);
}

/** How the numbers came about, worked out anew: what a client says of it is never stored. */
function provenanceOf(of: ConvertedNumbers['of'], input: About): Provenance | null {
  if (!input.conversion) return null;
  const refuse = (detail: string): never => {
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/conversion', detail }]);
  };
  const made = convert(input.conversion);
  if (!made.estimable) return refuse(made.because);
  if (made.value.of !== of) return refuse('This conversion gives other numbers than this outcome takes.');
  if (!followFrom(made.value, input)) {
    return refuse('These numbers don’t follow from the conversion. Convert again, or save them without it.');
  }
  return made.value.provenance;
}

function asStored<Input extends About>(input: Input, conversion: Provenance | null) {
  return { ...input, conversion, answered: [...new Set(input.answered)] };
}

/** The log names the conversion, never its numbers. */
const factsOf = (conversion: Provenance | null) => (conversion ? { conversion: conversion.conversion } : undefined);
