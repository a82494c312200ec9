import type { Provenance } from '#core/extraction/convert';
import {
  type ArmNumbers,
  type EstimateNumbers,
  impossibleArmResult,
  impossibleEstimate,
} from '#core/extraction/impossibleResult';
import { placeKey, withEntry } from '#core/extraction/sheetContent';
import { isEstimated } from '#core/extraction/vocabulary';
import { Problem } from '#core/problem';
import { Arm } from '#entities/Arm';
import { ArmResult } from '#entities/ArmResult';
import { StudyResult } from '#entities/StudyResult';
import type { Actor, Context } from '#services/context';
import { requireReport } from '#services/extraction/fieldValues';
import { loadOutcome } from '#services/extraction/outcomes';
import { type About, factsOf, provenanceOf, refuseImpossible } from '#services/extraction/provenance';
import { type StudyKey, writeValue } from '#services/extraction/writeStudy';
import type { DeedContext } from '#services/perform';

type ArmResultKey = StudyKey & { readonly armId: string; readonly outcomeId: string };
type StudyResultKey = StudyKey & { readonly outcomeId: string };

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
    return asStored(input, provenanceOf(['arm'], input.conversion, input));
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
  const stored = asStored(input, provenanceOf(['estimate'], input.conversion, input));
  const check = async (tx: DeedContext) => {
    const outcome = await loadOutcome(tx, { reviewId, outcomeId });
    if (!isEstimated(outcome.kind)) {
      throw new Problem(
        'conflict',
        'This outcome takes other numbers. Add an outcome of the kind “estimate” for this.',
      );
    }
    refuseImpossible(impossibleEstimate(input, outcome.kind));
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

function asStored<Input extends About>(input: Input, conversion: Provenance | null) {
  return { ...input, conversion, answered: [...new Set(input.answered)] };
}
