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
const resultsOf = name => join(out, `${name}.json`);
const vitest = name => [
  ...['--config', 'tests/vitest.config.ts'],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${resultsOf(name)}`],
];
const steps = [
  ['types', ['tsc', '-b']],
  ['lint', ['biome', 'check', '--error-on-warnings', '.']],
  // Browsers get the machine for themselves: they wait for pages, and pages for the processor.
  ['tests', ['vitest', 'run', ...vitest('tests'), '--project', 'quick', '--project', 'server']],
  ['browser', ['vitest', 'run', ...vitest('browser'), '--project', 'browser']],
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
  if (args[0] !== 'vitest') {
    if (status === 0) passed++;
    else failed++;
    continue;
  }
  const results = resultsOf(name);
  const counted = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null;
  passed += counted?.numPassedTests ?? 0;
  // A run that ends badly without a failed test (a set-up that broke, an error outside tests) is a failure too.
  failed += Math.max(counted?.numFailedTests ?? 0, status === 0 && counted ? 0 : 1);
}
rmSync(out, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
