import { findNames } from '#core/matching/findNames';
import { foldMesh } from '#core/protocol/meshIndex';
import { Setting } from '#entities/Setting';
import type { Context } from '#services/context';
import { MESH_SETTING } from '#services/protocol/loadMesh';

interface Found {
  readonly ui: string;
  readonly name: string;
  /** The term that fitted: the name itself or another word for it. */
  readonly matched: string;
}

/** Headings for what a person types: those that begin so, those that hold its words, and where few fit, likely misspellings. */
export async function suggestMesh(ctx: Context, text: string, limit: number) {
  const loaded = await ctx.db.findOneBy(Setting, { name: MESH_SETTING });
  const asked = foldMesh(text);
  const headings = loaded && asked !== '' ? await findHeadings(ctx, asked, limit) : [];
  return { isLoaded: loaded !== null, headings };
}

const ENOUGH = 3;

async function findHeadings(ctx: Context, asked: string, limit: number): Promise<Found[]> {
  const found = [...(await beginningWith(ctx, asked, limit)), ...(await withWords(ctx, asked, limit))];
  const likely = oncePerHeading(found);
  if (likely.length >= ENOUGH) return likely.slice(0, limit);
  return oncePerHeading([...likely, ...(await misspelt(ctx, asked, limit))]).slice(0, limit);
}

function oncePerHeading(found: readonly Found[]): Found[] {
  const first = new Map<string, Found>();
  for (const one of found) if (!first.has(one.ui)) first.set(one.ui, one);
  return [...first.values()];
}

const COLUMNS = 'heading.ui, heading.name, term.term as matched';
const FROM = 'mesh_terms term join mesh_headings heading using (ui)';
/** A heading's own name goes before another's entry term, and a short term before a long one. */
const ORDER = 'length(term.folded) + case when term.term = heading.name then 0 else 3 end, term.folded';

function beginningWith(ctx: Context, asked: string, limit: number): Promise<Found[]> {
  return ctx.db.query(
    `select ${COLUMNS} from ${FROM} where term.folded like $1 order by term.folded <> $2, ${ORDER} limit $3`,
    [`${asked}%`, asked, limit * 4],
  );
}

function withWords(ctx: Context, asked: string, limit: number): Promise<Found[]> {
  const words = asked.split(' ').map((word, place, all) => `'${word}'${place === all.length - 1 ? ':*' : ''}`);
  return ctx.db.query(
    `select ${COLUMNS} from ${FROM} where to_tsvector('simple', term.folded) @@ to_tsquery('simple', $1)
     order by ${ORDER} limit $2`,
    [words.join(' & '), limit * 4],
  );
}

const MOST_CANDIDATES = 4000;

/** Terms that share the beginning of any word, and for one word those of about its length; fuse.js judges among them. */
async function misspelt(ctx: Context, asked: string, limit: number): Promise<Found[]> {
  const beginnings = asked
    .split(' ')
    .filter(word => word.length > 3)
    .map(word => `'${word.slice(0, 3)}':*`);
  const candidates: Found[] = await ctx.db.query(
    `select ${COLUMNS} from ${FROM}
     where (term.folded like $2 and abs(length(term.folded) - $3) <= 3) ${
       beginnings.length > 0 ? `or to_tsvector('simple', term.folded) @@ to_tsquery('simple', $1)` : "or $1 = 'never'"
     }
     order by abs(length(term.folded) - $3), term.folded limit ${MOST_CANDIDATES}`,
    [beginnings.join(' | '), `${asked.charAt(0)}%`, asked.length],
  );
  // Of two that are as near, whoever misspelt a heading's own name means that heading, and not another's rarer word.
  candidates.sort((one, other) => Number(other.matched === other.name) - Number(one.matched === one.name));
  const byPlace = candidates.map((one, place) => ({ id: String(place), name: foldMesh(one.matched) }));
  return findNames(asked, byPlace, limit * 2).flatMap(({ id }) => candidates[Number(id)] ?? []);
}
