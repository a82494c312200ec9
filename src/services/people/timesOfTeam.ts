import { In } from 'typeorm';
import { Profile } from '#entities/Profile';
import { visibleLines } from '#policies/profiles';
import type { Context } from '#services/context';

/** The hours and time zones that people share with their teams, by person; null where one doesn't. */
export async function timesOfTeam(ctx: Context, personIds: readonly string[]) {
  const profiles = await ctx.db.findBy(Profile, { personId: In([...personIds]) });
  return new Map(
    profiles.map(profile => {
      const lines = visibleLines(profile.audiences, 'team');
      return [
        profile.personId,
        {
          hoursPerWeek: lines.has('hoursPerWeek') ? profile.hoursPerWeek : null,
          timeZone: lines.has('timeZone') ? profile.timeZone : null,
        },
      ] as const;
    }),
  );
}
