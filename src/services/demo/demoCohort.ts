import { Opening } from '#entities/Opening';
import { createCohort, saveRankList, setCohortOpening } from '#services/cohorts/cohorts';
import type { Context } from '#services/context';
import type { DemoTeam } from '#services/demo/demoTeam';

const DAY_MS = 86_400_000;

/** A cohort whose people and leads may rank for nine days more: four people have, and one of its two leads. */
export async function fillDemoCohort(ctx: Context, team: DemoTeam): Promise<void> {
  const { lead, first, third, applicant, otherApplicant, senior } = team;
  const ranksUntil = new Date(ctx.now().getTime() + 9 * DAY_MS).toISOString();
  const { id: cohortId } = await createCohort(ctx, lead, { name: 'Winter placements', ranksUntil });
  const openings = await ctx.db.find(Opening, { where: { state: 'open' }, order: { title: 'ASC' } });
  const idOf = (title: string) => openings.find(one => one.title.startsWith(title))?.openingId ?? '';
  const [adviser, second, statistician, screener] = [
    idOf('Adviser'),
    idOf('Second screener'),
    idOf('Statistician'),
    idOf('Third screener'),
  ];
  for (const openingId of [statistician, screener])
    await setCohortOpening(ctx, lead, { cohortId, openingId, isIn: true });
  for (const openingId of [adviser, second]) await setCohortOpening(ctx, third, { cohortId, openingId, isIn: true });
  const wishes = [
    [first, [screener, second]],
    [applicant, [screener, second]],
    [otherApplicant, [second]],
    [senior, [statistician, adviser]],
  ] as const;
  for (const [person, choices] of wishes) {
    await saveRankList(ctx, person, { cohortId, side: 'person', choices, shares: true });
  }
  await saveRankList(ctx, lead, {
    cohortId,
    side: 'lead',
    choices: [applicant.personId, first.personId, senior.personId],
  });
}
