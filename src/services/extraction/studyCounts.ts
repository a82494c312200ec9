import { type Counts, impossibleCounts } from '#core/extraction/counts';
import { Problem } from '#core/problem';
import { StudyCounts } from '#entities/StudyCounts';
import type { Actor, Context } from '#services/context';
import { loadOutcome } from '#services/extraction/outcomes';
import { changeStudy, type StudyKey } from '#services/extraction/studies';

type StudyCountsKey = StudyKey & { readonly outcomeId: string };

/** Saves what a study counted on an outcome over what was there; counts that can't be are refused field by field. */
export async function saveStudyCounts(
  ctx: Context,
  actor: Actor,
  key: StudyCountsKey,
  { counts, foundAt }: { readonly counts: Counts; readonly foundAt: string },
): Promise<void> {
  await changeStudy(ctx, actor, 'extract-results', key, async tx => {
    const outcome = await loadOutcome(tx, key);
    const problems = impossibleCounts(outcome.kind, counts);
    const [first] = problems;
    if (first) throw new Problem('invalid', `These numbers can’t be: ${first.detail}`, {}, problems);
    const values = { counts, foundAt, extractedBy: actor.personId, extractedAt: tx.now() };
    const { affected } = await tx.db.update(StudyCounts, key, values);
    if (!affected) await tx.db.insert(StudyCounts, { ...key, studyCountsId: tx.newId(), ...values });
  });
}

export async function removeStudyCounts(ctx: Context, actor: Actor, key: StudyCountsKey): Promise<void> {
  await changeStudy(ctx, actor, 'remove-results', key, async tx => {
    await tx.db.delete(StudyCounts, key);
  });
}
