import {
  type ArmNumbers,
  type EstimateNumbers,
  impossibleArmResult,
  impossibleEstimate,
} from '#core/extraction/impossibleResult';
import { type FieldProblem, Problem } from '#core/problem';
import { Arm } from '#entities/Arm';
import { ArmResult } from '#entities/ArmResult';
import { StudyResult } from '#entities/StudyResult';
import type { Actor, Context } from '#services/context';
import { loadOutcome } from '#services/extraction/outcomes';
import { changeStudy, type StudyKey } from '#services/extraction/studies';

type ArmResultKey = StudyKey & { readonly armId: string; readonly outcomeId: string };
type StudyResultKey = StudyKey & { readonly outcomeId: string };

/** Saves an arm's numbers for an outcome over what was there; numbers that can't be true are refused field by field. */
export async function saveArmResult(
  ctx: Context,
  actor: Actor,
  key: ArmResultKey,
  input: ArmNumbers & { readonly foundAt: string },
): Promise<void> {
  const { reviewId, armId, outcomeId } = key;
  await changeStudy(ctx, actor, 'extract-results', key, async tx => {
    const outcome = await loadOutcome(tx, { reviewId, outcomeId });
    refuseImpossible(impossibleArmResult(outcome.kind, input));
    if (!(await tx.db.existsBy(Arm, { reviewId, armId, studyId: key.studyId }))) {
      throw new Problem('not-found', 'There is no such arm in this study.');
    }
    const values = { ...input, extractedBy: actor.personId, extractedAt: tx.now() };
    const { affected } = await tx.db.update(ArmResult, { reviewId, armId, outcomeId }, values);
    if (!affected) await tx.db.insert(ArmResult, { reviewId, armResultId: tx.newId(), armId, outcomeId, ...values });
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
  input: EstimateNumbers & { readonly percentConfidence: number; readonly foundAt: string },
): Promise<void> {
  refuseImpossible(impossibleEstimate(input));
  await changeStudy(ctx, actor, 'extract-results', key, async tx => {
    const outcome = await loadOutcome(tx, key);
    if (outcome.kind !== 'generic') {
      throw new Problem(
        'conflict',
        'This outcome takes numbers by arm. Add an outcome of the kind “estimate” for this.',
      );
    }
    const values = { ...input, extractedBy: actor.personId, extractedAt: tx.now() };
    const { affected } = await tx.db.update(StudyResult, key, values);
    if (!affected) await tx.db.insert(StudyResult, { ...key, studyResultId: tx.newId(), ...values });
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
