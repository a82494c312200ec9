import { In, IsNull } from 'typeorm';
import { findWords } from '#core/matching/findNames';
import type { OpeningState } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import type { Role } from '#core/vocabulary';
import { Opening } from '#entities/Opening';
import type { Actor, Context } from '#services/context';
import { loadOpening } from '#services/openings/loadOpening';
import { presentOpenings } from '#services/openings/presentOpenings';

export interface OpeningFilter {
  readonly text: string;
  readonly role?: Role | undefined;
  readonly project?: string | undefined;
  readonly state: OpeningState;
}

const MOST = 500;
/** With fewer hits than this the words may have been misspelt: names are looked through as well. */
const FEW_HITS = 3;

/** Openings that match the filter; with words, those that say them, misspellings forgiven; else best fit first. */
export async function listOpenings(ctx: Context, actor: Actor, filter: OpeningFilter) {
  const order = filter.text === '' ? null : await findByWords(ctx, filter.text);
  if (order?.size === 0) return [];
  const openings = await ctx.db.find(Opening, {
    where: {
      state: filter.state,
      // A project's own list shows its lead what was taken out of sight.
      ...(filter.project ? {} : { hiddenAt: IsNull() }),
      ...(filter.role ? { role: filter.role } : {}),
      ...(filter.project ? { projectId: filter.project } : {}),
      ...(order ? { openingId: In([...order.keys()]) } : {}),
    },
    order: { createdAt: 'DESC' },
    take: MOST,
  });
  const shown = (await presentOpenings(ctx, actor, openings)).filter(one => mayBeSeen(one, filter));
  // Where a hard rule speaks against the pair, the opening comes after all others, as core/matching has it.
  const isExcluded = (one: (typeof shown)[number]) => Number(one.fit?.excludedBecause != null);
  if (!order) return shown.sort((a, b) => isExcluded(a) - isExcluded(b) || (b.fit?.score ?? 0) - (a.fit?.score ?? 0));
  return shown.sort((a, b) => (order.get(a.openingId) ?? 0) - (order.get(b.openingId) ?? 0));
}

/** One whose day has passed is closed by itself; one out of sight is its lead's alone. */
function mayBeSeen(
  one: { isPastClosing: boolean; hiddenBecause: string | null; may: { edit: string | null } },
  filter: OpeningFilter,
): boolean {
  if (one.hiddenBecause !== null && one.may.edit !== null) return false;
  return filter.state === 'closed' || !one.isPastClosing || filter.project !== undefined;
}

/** Openings that say these words, best first (full text, English stems), then those whose titles have each of them with a misspelling. */
async function findByWords(ctx: Context, text: string): Promise<Map<string, number>> {
  const rows: { opening_id: string; name: string; rank: number | null }[] = await ctx.db.query(
    `with texts as (
       select o.opening_id, o.created_at,
         concat_ws(' · ', o.title, p.title, p.specialty,
           (select string_agg(n.name, ' ') from memberships m join persons n using (person_id)
            where m.project_id = p.project_id and m.left_at is null and 'lead' = any(m.roles))) as name,
         concat_ws(' ', p.summary, o.asks, o.earns, array_to_string(o.required_skills, ' '), o.role, p.city) as rest
       from openings o join projects p using (project_id) order by o.created_at desc limit 5000),
     words as (select websearch_to_tsquery('english', $1) as asked)
     select opening_id, name,
       case when setweight(to_tsvector('english', name), 'A') || to_tsvector('english', rest) @@ asked
         then ts_rank(setweight(to_tsvector('english', name), 'A') || to_tsvector('english', rest), asked) end as rank
     from texts, words order by rank desc nulls last, created_at desc`,
    [text],
  );
  const hits = rows.filter(row => row.rank !== null).map(row => row.opening_id);
  const near =
    hits.length >= FEW_HITS
      ? []
      : findWords(
          text,
          rows.map(row => ({ id: row.opening_id, name: row.name })),
          MOST,
        ).map(found => found.id);
  return new Map([...new Set([...hits, ...near])].map((id, place) => [id, place]));
}

export async function readOpening(ctx: Context, actor: Actor, openingId: string) {
  const [shown] = await presentOpenings(ctx, actor, [await loadOpening(ctx, openingId)]);
  const isOutOfSight = shown?.hiddenBecause != null && shown.may.edit !== null && !actor.isAdministrator;
  if (!shown || isOutOfSight) throw new Problem('not-found', 'There is no such opening.');
  return shown;
}
