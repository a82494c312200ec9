import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'xml2js';
import { createReader } from '#core/searching/createReader';
import { decodeChunks } from '#scripts/commands/records/decodeChunks';

/**
 * How fast and in how much memory 30,000 PubMed articles are read, beside plain xml2js. Each is measured in a process of
 * its own, by processor time, so that neither pays for the other or for its neighbours.
 *
 *     node dist/scripts/bench/searching.js [NUMBER]
 *
 * The articles are those of the reference data, repeated.
 */
const ARTICLE = /<PubmedArticle>.*?<\/PubmedArticle>/gs;

interface Measured {
  readonly records: number;
  readonly seconds: number;
  readonly megabytes: number;
}

async function makeFile(number: number): Promise<string> {
  const folder = resolve(process.env.POOLED_SHARED ?? '../shared', 'data/pubmed');
  const articles = readdirSync(folder)
    .filter(name => /\.xml(?:\.gz)?$/.test(name))
    .flatMap(name => {
      const bytes = readFileSync(join(folder, name));
      return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').match(ARTICLE) ?? [];
    });
  if (articles.length === 0) throw new RangeError(`bench searching: no articles in ${folder}`);
  const file = join(tmpdir(), `pooled-bench-${number}.xml`);
  const out = createWriteStream(file);
  out.write('<?xml version="1.0" encoding="utf-8"?>\n<PubmedArticleSet>\n');
  for (let count = 0; count < number; count++) {
    if (!out.write(`${articles[count % articles.length]}\n`)) await once(out, 'drain');
  }
  out.end('</PubmedArticleSet>\n');
  await once(out, 'finish');
  return file;
}

async function readOurs(file: string): Promise<number> {
  let records = 0;
  const reader = createReader(
    'pubmed-xml',
    () => records++,
    () => {},
  );
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  for await (const text of decodeChunks(bytes)) reader.write(text);
  reader.end();
  return records;
}

/** xml2js knows no pieces: it gets the whole file, and its tree is not even turned into records. */
async function readPlain(file: string): Promise<number> {
  const tree = await new Parser().parseStringPromise(readFileSync(file, 'utf8'));
  return tree.PubmedArticleSet.PubmedArticle.length;
}

async function measureHere(kind: string, file: string): Promise<void> {
  const before = process.cpuUsage();
  const records = await (kind === 'ours' ? readOurs(file) : readPlain(file));
  const { user, system } = process.cpuUsage(before);
  const measured: Measured = {
    records,
    seconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.send?.(measured);
}

async function measure(kind: 'ours' | 'xml2js', file: string): Promise<string> {
  const child = fork(fileURLToPath(import.meta.url), [kind, file], { execArgv: ['--max-old-space-size=8192'] });
  let measured: Measured | null = null;
  child.on('message', message => {
    // The message is what measureHere of this very file sends.
    measured = message as Measured;
  });
  await once(child, 'exit');
  const result = measured as Measured | null;
  if (!result) return `${kind.padEnd(8)} did not finish`;
  const rate = Math.round(result.records / result.seconds);
  return `${kind.padEnd(8)} ${result.records} records, ${rate} a CPU second, peak ${Math.round(result.megabytes)} MB`;
}

const [first = '30000', file] = process.argv.slice(2);
if (file !== undefined && (first === 'ours' || first === 'xml2js')) {
  await measureHere(first, file);
} else {
  const made = await makeFile(Number(first));
  console.log(`${made}: ${Math.round(statSync(made).size / 1e6)} MB`);
  for (const kind of ['ours', 'xml2js'] as const) console.log(await measure(kind, made));
}
