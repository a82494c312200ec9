import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type MeshTree, meshTreeFrom } from '#core/matching/meshTree';
import { Problem } from '#core/problem';

/** MeSH descriptors from a table with the columns `name` and `tree_numbers` (parted by |), tab-separated, `.gz` too. */
export async function readMeshTree(file: string): Promise<MeshTree> {
  const bytes = await readFile(file).catch(() => {
    throw new Problem('not-found', `There is no file ${file} that can be read.`);
  });
  const [head = '', ...lines] = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split(/\r?\n/);
  const columns = head.split('\t');
  const nameAt = columns.indexOf('name');
  const numbersAt = columns.indexOf('tree_numbers');
  if (nameAt < 0 || numbersAt < 0) {
    throw new Problem('invalid', `${file} has no columns "name" and "tree_numbers", parted by tabs.`);
  }
  return meshTreeFrom(
    lines
      .filter(line => line !== '')
      .map(line => line.split('\t'))
      .map(cells => ({ name: cells[nameAt] ?? '', treeNumbers: (cells[numbersAt] ?? '').split('|').filter(Boolean) })),
  );
}
