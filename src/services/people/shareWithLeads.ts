import type { ProfileLine } from '#core/people/vocabulary';
import { Profile } from '#entities/Profile';
import type { Actor } from '#services/context';
import type { DeedContext } from '#services/perform';

/** What helps a lead to see whether somebody fits; the path (school, visa, examinations) is no part of it. */
const WORK_LINES: readonly ProfileLine[] = [
  'headline',
  'topics',
  'publications',
  'skills',
  'rolesWanted',
  'languages',
  'hoursPerWeek',
  'timeZone',
  'away',
];

/** Opens what a person brings to the leads whom they apply to; what was open to more stays so. */
export async function shareWithLeads(tx: DeedContext, actor: Actor): Promise<void> {
  const profile = await tx.db.findOneByOrFail(Profile, { personId: actor.personId });
  const opened = WORK_LINES.filter(line => (profile.audiences[line] ?? 'self') === 'self');
  const audiences = { ...profile.audiences, ...Object.fromEntries(opened.map(line => [line, 'applied' as const])) };
  await tx.db.update(Profile, { personId: actor.personId }, { audiences });
}
