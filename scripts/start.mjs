// npm start: installs what is missing, builds what has changed, and starts Pooled. Plain JavaScript without packages,
// because on a fresh clone there are none yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Pooled needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

function run(name, args) {
  const { status } = spawnSync(name, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`\n"${name} ${args.join(' ')}" failed; Pooled was not started.`);
    process.exit(status ?? 1);
  }
}

/** Changes when a source file appears, goes, or is written; reads only names, sizes and times. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = path => {
    const at = join(root, path);
    const stats = statSync(at);
    if (stats.isDirectory()) for (const name of readdirSync(at).sort()) visit(join(path, name));
    else hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules/.pooled-installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  writeFileSync(mark, lock);
}

const BUILT_MARK = join(root, 'dist/.pooled-built');

const sourcesNow = () =>
  fingerprint(['package.json', 'package-lock.json', 'tsconfig.json', 'entities', 'src', 'scripts']);

/** Builds unless the mark of the last build still fits. */
export function build() {
  const isThere = ['src/main.js', 'web/index.html'].every(file => existsSync(join(root, 'dist', file)));
  if (isThere && existsSync(BUILT_MARK) && readFileSync(BUILT_MARK, 'utf8') === sourcesNow()) return;
  console.log('Building …');
  run('npm', ['run', '--silent', 'build']);
}

/** Remembers what was built: `npm run build` does so too, and the next start need not build again. */
export function markBuilt() {
  mkdirSync(dirname(BUILT_MARK), { recursive: true });
  writeFileSync(BUILT_MARK, sourcesNow());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  build();
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child too; it stops the database and ends, and only then does this process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', code => process.exit(code ?? 0));
}
