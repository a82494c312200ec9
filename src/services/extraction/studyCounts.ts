import { type Counts, impossibleCounts } from '#core/extraction/counts';
import { withEntry } from '#core/extraction/sheetContent';
import type { ValueSource } from '#core/extraction/valueSource';
import { Problem } from '#core/problem';
import { StudyCounts } from '#entities/StudyCounts';
import type { Actor, Context } from '#services/context';
import { loadOutcome } from '#services/extraction/outcomes';
import { type StudyKey, writeValue } from '#services/extraction/writeStudy';
import type { DeedContext } from '#services/perform';

type StudyCountsKey = StudyKey & { readonly outcomeId: string };

/** Saves what a study counted on an outcome over what was there; counts that can't be are refused field by field. */
export async function saveStudyCounts(
  ctx: Context,
  actor: Actor,
  key: StudyCountsKey,
  {
    counts,
    foundAt,
    source,
  }: { readonly counts: Counts; readonly foundAt: string; readonly source: ValueSource | null },
): Promise<void> {
  const { reviewId, studyId, outcomeId } = key;
  const check = async (tx: DeedContext) => {
    const outcome = await loadOutcome(tx, key);
    const problems = impossibleCounts(outcome.kind, counts);
    const [first] = problems;
    if (first) throw new Problem('invalid', `These numbers can’t be: ${first.detail}`, {}, problems);
  };
  await writeValue(ctx, actor, key, {
    deed: 'extract-results',
    toSheet: async (content, tx) => {
      await check(tx);
      const entry = { counts, foundAt, source, at: tx.now().toISOString() };
      return { ...content, studyCounts: withEntry(content.studyCounts, outcomeId, entry) };
    },
    toTables: async tx => {
      await check(tx);
      const values = { counts, foundAt, source, extractedBy: actor.personId, extractedAt: tx.now() };
      const place = { reviewId, studyId, outcomeId };
      const { affected } = await tx.db.update(StudyCounts, place, values);
      if (!affected) await tx.db.insert(StudyCounts, { ...place, studyCountsId: tx.newId(), ...values });
      return undefined;
    },
  });
}

export async function removeStudyCounts(ctx: Context, actor: Actor, key: StudyCountsKey): Promise<void> {
  const { reviewId, studyId, outcomeId } = key;
  await writeValue(ctx, actor, key, {
    deed: 'remove-results',
    toSheet: async content => ({ ...content, studyCounts: withEntry(content.studyCounts, outcomeId, null) }),
    toTables: async tx => {
      await tx.db.delete(StudyCounts, { reviewId, studyId, outcomeId });
      return undefined;
    },
  });
}
