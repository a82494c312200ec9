import { type Counts, impossibleCounts } from '#core/extraction/counts';
import { armNumbersOf } from '#core/extraction/impossibleResult';
import type { NamedNumbers } from '#core/extraction/kinds/numberField';
import { withEntry } from '#core/extraction/sheetContent';
import { StudyCounts } from '#entities/StudyCounts';
import type { Actor, Context } from '#services/context';
import { requireReport } from '#services/extraction/fieldValues';
import { loadOutcome } from '#services/extraction/outcomes';
import { type About, factsOf, provenanceOf, refuseImpossible } from '#services/extraction/provenance';
import { type StudyKey, writeValue } from '#services/extraction/writeStudy';
import type { DeedContext } from '#services/perform';

type StudyCountsKey = StudyKey & { readonly outcomeId: string };

/**
 * Saves what a study counted on an outcome over what was there; counts that can't be are refused field by field, and so are
 * those that don't follow from the conversion that is said to have made them.
 */
export async function saveStudyCounts(
  ctx: Context,
  actor: Actor,
  key: StudyCountsKey,
  { counts, foundAt, source, conversion, answered }: { readonly counts: Counts } & About,
): Promise<void> {
  const { reviewId, studyId, outcomeId } = key;
  const check = async (tx: DeedContext) => {
    const outcome = await loadOutcome(tx, key);
    refuseImpossible(impossibleCounts(outcome.kind, counts));
    await requireReport(tx, reviewId, source);
    const made = provenanceOf(['whole', 'arm'], conversion, 'numbers' in counts ? asConverted(counts.numbers) : {});
    return { counts, foundAt, source, conversion: made, answered: [...new Set(answered)] };
  };
  await writeValue(ctx, actor, key, {
    deed: 'extract-results',
    toSheet: async (content, tx) => {
      const entry = { ...(await check(tx)), at: tx.now().toISOString() };
      return { ...content, studyCounts: withEntry(content.studyCounts, outcomeId, entry) };
    },
    toTables: async tx => {
      const stored = await check(tx);
      const values = { ...stored, extractedBy: actor.personId, extractedAt: tx.now() };
      const place = { reviewId, studyId, outcomeId };
      const { affected } = await tx.db.update(StudyCounts, place, values);
      if (!affected) await tx.db.insert(StudyCounts, { ...place, studyCountsId: tx.newId(), ...values });
      return factsOf(stored.conversion);
    },
  });
}

/** Conversions made for arms say of numbers that they don't give that there are none. */
function asConverted(numbers: NamedNumbers): object {
  return { ...armNumbersOf(numbers), ...numbers };
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
