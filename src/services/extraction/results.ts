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
import { placeKey, withEntry } from '#core/extraction/sheetContent';
import type { ValueSource } from '#core/extraction/valueSource';
import { type FieldProblem, Problem } from '#core/problem';
import { Arm } from '#entities/Arm';
import { ArmResult } from '#entities/ArmResult';
import { StudyResult } from '#entities/StudyResult';
import type { Actor, Context } from '#services/context';
import { requireReport } from '#services/extraction/fieldValues';
import { loadOutcome } from '#services/extraction/outcomes';
import { type StudyKey, writeValue } from '#services/extraction/writeStudy';
import type { DeedContext } from '#services/perform';

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
  const { reviewId, studyId, armId, outcomeId } = key;
  const check = async (tx: DeedContext) => {
    const outcome = await loadOutcome(tx, { reviewId, outcomeId });
    refuseImpossible(impossibleArmResult(outcome.kind, input));
    if (!(await tx.db.existsBy(Arm, { reviewId, armId, studyId }))) {
      throw new Problem('not-found', 'There is no such arm in this study.');
    }
    await requireReport(tx, reviewId, input.source);
    return asStored(input, provenanceOf('arm', input));
  };
  await writeValue(ctx, actor, key, {
    deed: 'extract-results',
    toSheet: async (content, tx) => {
      const entry = { ...(await check(tx)), at: tx.now().toISOString() };
      return { ...content, armResults: withEntry(content.armResults, placeKey(outcomeId, armId), entry) };
    },
    toTables: async tx => {
      const stored = await check(tx);
      const values = { ...stored, extractedBy: actor.personId, extractedAt: tx.now() };
      const { affected } = await tx.db.update(ArmResult, { reviewId, armId, outcomeId }, values);
      if (!affected) await tx.db.insert(ArmResult, { reviewId, armResultId: tx.newId(), armId, outcomeId, ...values });
      return factsOf(stored.conversion);
    },
  });
}

export async function removeArmResult(ctx: Context, actor: Actor, key: ArmResultKey): Promise<void> {
  const { reviewId, armId, outcomeId } = key;
  await writeValue(ctx, actor, key, {
    deed: 'remove-results',
    toSheet: async content => ({
      ...content,
      armResults: withEntry(content.armResults, placeKey(outcomeId, armId), null),
    }),
    toTables: async tx => {
      await tx.db.delete(ArmResult, { reviewId, armId, outcomeId });
      return undefined;
    },
  });
}

/** Saves a study's own estimate with its interval, as reported. */
export async function saveStudyResult(
  ctx: Context,
  actor: Actor,
  key: StudyResultKey,
  input: EstimateNumbers & { readonly percentConfidence: number } & About,
): Promise<void> {
  const { reviewId, studyId, outcomeId } = key;
  refuseImpossible(impossibleEstimate(input));
  const stored = asStored(input, provenanceOf('estimate', input));
  const check = async (tx: DeedContext) => {
    const outcome = await loadOutcome(tx, { reviewId, outcomeId });
    if (outcome.kind !== 'generic') {
      throw new Problem(
        'conflict',
        'This outcome takes numbers by arm. Add an outcome of the kind “estimate” for this.',
      );
    }
    await requireReport(tx, reviewId, input.source);
  };
  await writeValue(ctx, actor, key, {
    deed: 'extract-results',
    toSheet: async (content, tx) => {
      await check(tx);
      const entry = { ...stored, at: tx.now().toISOString() };
      return { ...content, studyResults: withEntry(content.studyResults, outcomeId, entry) };
    },
    toTables: async tx => {
      await check(tx);
      const values = { ...stored, extractedBy: actor.personId, extractedAt: tx.now() };
      const place = { reviewId, studyId, outcomeId };
      const { affected } = await tx.db.update(StudyResult, place, values);
      if (!affected) await tx.db.insert(StudyResult, { ...place, studyResultId: tx.newId(), ...values });
      return factsOf(stored.conversion);
    },
  });
}

export async function removeStudyResult(ctx: Context, actor: Actor, key: StudyResultKey): Promise<void> {
  const { reviewId, studyId, outcomeId } = key;
  await writeValue(ctx, actor, key, {
    deed: 'remove-results',
    toSheet: async content => ({ ...content, studyResults: withEntry(content.studyResults, outcomeId, null) }),
    toTables: async tx => {
      await tx.db.delete(StudyResult, { reviewId, studyId, outcomeId });
      return undefined;
    },
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
