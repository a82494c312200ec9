import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe } from 'vitest';

/** The folder of reference data beside the checkout; POOLED_SHARED names another place. */
const root = resolve(process.env.POOLED_SHARED ?? '../shared', 'data');

export function sharedFolder(name: string): string {
  return resolve(root, name);
}

/** The text of a reference file, unpacked when it ends in .gz. */
export function sharedFile(name: string): string {
  const bytes = readFileSync(sharedFolder(name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * A block of tests that reads reference data. Outside the team the data may be missing: then the block is skipped and
 * says so. With REQUIRE_SHARED=1 (as on CI) it runs, and fails on the first file that is not there.
 */
export function describeShared(folder: string, name: string, tests: () => void): void {
  if (process.env.REQUIRE_SHARED === '1' || existsSync(sharedFolder(folder))) describe(name, tests);
  else describe.skip(`${name} (skipped: no reference data in ${folder})`, tests);
}
