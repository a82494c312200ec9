import type { Role } from '#core/vocabulary';
import type { Context } from '#services/context';

/** Who has one of these roles in a project now, but for one person: nobody is told of their own deed. */
export async function membersWith(
  ctx: Context,
  projectId: string,
  roles: readonly Role[],
  but: string | null = null,
): Promise<string[]> {
  const rows: { person_id: string }[] = await ctx.db.query(
    `select person_id from memberships where project_id = $1 and left_at is null and roles && $2::text[]
       and person_id is distinct from $3::uuid order by joined_at`,
    [projectId, [...roles], but],
  );
  return rows.map(row => row.person_id);
}

/** Everybody in a project now, but for one person. */
export async function membersBut(ctx: Context, projectId: string, but: string): Promise<string[]> {
  const rows: { person_id: string }[] = await ctx.db.query(
    'select person_id from memberships where project_id = $1 and left_at is null and person_id <> $2 order by joined_at',
    [projectId, but],
  );
  return rows.map(row => row.person_id);
}

/** The title of a review with its project, for words that are told. */
export async function namesOfReview(
  ctx: Context,
  reviewId: string,
): Promise<{ readonly title: string; readonly projectId: string }> {
  const [found]: { title: string; project_id: string }[] = await ctx.db.query(
    'select title, project_id from reviews where review_id = $1',
    [reviewId],
  );
  return { title: found?.title ?? '', projectId: found?.project_id ?? '' };
}

/** What a person is called by others. */
export async function nameOf(ctx: Context, personId: string): Promise<string> {
  const [found]: { name: string }[] = await ctx.db.query('select name from persons where person_id = $1', [personId]);
  return found?.name ?? 'former member';
}
