import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '#core/problem';
import type { Command } from '#scripts/command';
import { withDatabase } from '#scripts/withDatabase';
import { loadMesh } from '#services/protocol/loadMesh';

/** `pooled mesh load FILE|URL`: NLM's thesaurus into the database, for suggestions on the question page. */
export const command: Command = {
  summary: 'load the MeSH thesaurus for suggestions',
  help: `pooled mesh load FILE|URL

Loads MeSH headings into the database of DATABASE_URL, or into the embedded one, in the place of those loaded before. Reads
NLM's desc20xx.xml and d20xx.bin and tab-separated tables with the columns ui, name, tree_numbers and entry_terms, as they
are or gzipped. Prints how many headings and terms there are now. MeSH is courtesy of the U.S. National Library of Medicine;
what is loaded may not be its most current version.

Example: pooled mesh load https://nlmpubs.nlm.nih.gov/projects/mesh/MESH_FILES/xmlmesh/desc2026.gz`,
  run: async (args, io) => {
    const [deed, from, ...rest] = args;
    if (deed !== 'load' || !from || rest.length > 0) {
      throw new Problem('invalid', 'Call it as "pooled mesh load FILE" or "pooled mesh load URL".');
    }
    const loaded = await withDatabase(async ctx => loadMesh(ctx, { name: from, text: textsOf(await open(from)) }));
    await io.print(JSON.stringify(loaded));
    return 0;
  },
};

async function open(from: string): Promise<AsyncIterable<Uint8Array>> {
  if (!/^https?:\/\//i.test(from)) return createReadStream(from);
  const reply = await fetch(from).catch(() => null);
  if (!reply?.ok || !reply.body) {
    throw new Problem(
      'unavailable',
      `${from} answered ${reply ? `with ${reply.status}` : 'nothing'}. Nothing was changed.`,
    );
  }
  return reply.body;
}

/** The bytes as text, unpacked where they begin as gzip does. */
async function* textsOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next().catch(() => {
    throw new Problem('not-found', 'There is no such file that can be read.');
  });
  if (first.done) return;
  async function* all() {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  const source = isPacked ? Readable.from(all()).pipe(createGunzip()) : all();
  const decoder = new TextDecoder();
  for await (const piece of source) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
