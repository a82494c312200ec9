// npm test: sets itself up, then types, lint and every test; ends with a line "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from './start.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
install();
build();

const out = mkdtempSync(join(tmpdir(), 'pooled-results-'));
const results = join(out, 'results.json');
const steps = [
  ['types', ['tsc', '-b']],
  ['lint', ['biome', 'check', '--error-on-warnings', '.']],
  [
    'tests',
    [
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
  ],
];
let passed = 0;
let failed = 0;
for (const [name, args] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (name !== 'tests') {
    if (status === 0) passed++;
    else failed++;
    continue;
  }
  const counted = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null;
  passed += counted?.numPassedTests ?? 0;
  // A run that ends badly without a failed test (a set-up that broke, an error outside tests) is a failure too.
  failed += Math.max(counted?.numFailedTests ?? 0, status === 0 && counted ? 0 : 1);
}
rmSync(out, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
