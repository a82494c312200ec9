import type { SheetLayout } from '#core/extraction/compareSheets';
import { Arm } from '#entities/Arm';
import type { Characteristic } from '#entities/Characteristic';
import { Outcome } from '#entities/Outcome';
import type { Context } from '#services/context';
import { loadFields } from '#services/extraction/extractionForm';

export interface ReviewLayout {
  readonly fields: readonly Characteristic[];
  readonly arms: readonly Arm[];
  readonly outcomes: readonly Outcome[];
}

/** What the studies of a review are asked. */
export async function loadReviewLayout(ctx: Context, reviewId: string): Promise<ReviewLayout> {
  return {
    fields: (await loadFields(ctx, reviewId)).filter(field => !field.isRetired),
    arms: await ctx.db.find(Arm, { where: { reviewId }, order: { position: 'ASC', armId: 'ASC' } }),
    outcomes: await ctx.db.find(Outcome, {
      where: { reviewId },
      order: { position: 'ASC', name: 'ASC', outcomeId: 'ASC' },
    }),
  };
}

/** What one study of it is asked. */
export function layoutOf({ fields, arms, outcomes }: ReviewLayout, studyId: string): SheetLayout {
  return {
    fields,
    arms: arms.filter(arm => arm.studyId === studyId),
    outcomes: outcomes.map(({ outcomeId, name, timepoint, kind }) => ({
      ...{ outcomeId, kind },
      name: [name, timepoint].filter(part => part !== '').join(', '),
    })),
  };
}
