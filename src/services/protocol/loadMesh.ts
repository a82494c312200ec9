import { Problem } from '#core/problem';
import { createMeshReader, type MeshReader, meshFormatOf } from '#core/protocol/mesh/readMesh';
import { foldMesh, type MeshRow } from '#core/protocol/meshIndex';
import { MeshHeading } from '#entities/MeshHeading';
import { Setting } from '#entities/Setting';
import type { Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';

/** Where the setting stands that says which MeSH is loaded. */
export const MESH_SETTING = 'mesh';

const HEADINGS_AT_ONCE = 500;
/** MeSH has 30,000 descriptors; a list of a few is a mistake that must not replace it. */
const LEAST_HEADINGS = 10;

/** Reads MeSH headings from a text in pieces and puts them in the place of those that were loaded before, whole or not at all. */
export async function loadMesh(
  ctx: Context,
  source: { readonly name: string; readonly text: AsyncIterable<string> },
): Promise<{ headings: number; terms: number }> {
  return perform(ctx, null, 'load-mesh', async tx => {
    await tx.db.query('delete from mesh_headings');
    let counts = { headings: 0, terms: 0 };
    let waiting: MeshRow[] = [];
    const known = new Set<string>();
    const flush = async () => {
      counts = { headings: counts.headings + waiting.length, terms: counts.terms + (await storeRows(tx, waiting)) };
      waiting = [];
    };
    let reader: MeshReader | null = null;
    let beginning = '';
    for await (const piece of source.text) {
      beginning = reader ? '' : beginning + piece;
      // A few letters are not enough to tell the form.
      if (!reader && beginning.trim().length < 12) continue;
      const text = reader ? piece : beginning;
      reader ??= createMeshReader(meshFormatOf(beginning), row => {
        if (!known.has(row.ui)) waiting.push(row);
        known.add(row.ui);
      });
      reader.write(text);
      if (waiting.length >= HEADINGS_AT_ONCE) await flush();
    }
    reader?.end();
    await flush();
    if (counts.headings < LEAST_HEADINGS) {
      throw new Problem(
        'invalid',
        `Only ${counts.headings} headings were found in ${source.name}. What was loaded before stays.`,
      );
    }
    const value = JSON.stringify({ source: source.name, ...counts, loadedAt: tx.now().toISOString() });
    await tx.db.upsert(Setting, { name: MESH_SETTING, value }, ['name']);
    tx.witness({ subjectKind: 'setting', subjectId: tx.newId(), facts: counts });
    return counts;
  });
}

async function storeRows(tx: DeedContext, rows: readonly MeshRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  await tx.db.insert(
    MeshHeading,
    rows.map(({ ui, name, treeNumbers }) => ({ ui, name, treeNumbers: [...treeNumbers] })),
  );
  const terms = rows.flatMap(({ ui, name, terms: others }) =>
    [...new Set([name, ...others])].map(term => ({ ui, term, folded: foldMesh(term) })),
  );
  await tx.db.query(
    'insert into mesh_terms (ui, term, folded) select * from unnest($1::text[], $2::text[], $3::text[])',
    [terms.map(one => one.ui), terms.map(one => one.term), terms.map(one => one.folded)],
  );
  return terms.length;
}
