import type { Role } from '#core/vocabulary';
import { Membership } from '#entities/Membership';
import type { DeedContext } from '#services/perform';

/** Gives a person a seat, or adds roles to the one they have; who had left is back. Roles keep their order. */
export async function joinProject(
  tx: DeedContext,
  projectId: string,
  personId: string,
  roles: readonly Role[],
): Promise<void> {
  const now = tx.now();
  await tx.db.query(
    `insert into memberships (project_id, person_id, roles, joined_at, left_at) values ($1, $2, $3, $4, null)
     on conflict (project_id, person_id) do nothing`,
    [projectId, personId, [], now],
  );
  const seat = await tx.db.findOneOrFail(Membership, {
    where: { projectId, personId },
    lock: { mode: 'pessimistic_write' },
  });
  const kept = seat.leftAt ? [] : seat.roles;
  await tx.db.update(
    Membership,
    { projectId, personId },
    { roles: [...new Set([...kept, ...roles])], leftAt: null, joinedAt: seat.leftAt ? now : seat.joinedAt },
  );
}
