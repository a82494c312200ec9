import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { MEASURES_HERE, type Measured } from '#scripts/bench/searchingMeasures';

/**
 * How fast and in how much memory 30,000 PubMed articles are read into records and into PostgreSQL, beside plain xml2js of
 * the whole document and, where Python has it, lxml that only walks over the articles. Each is measured in a process of
 * its own, by processor time, so that neither pays for the other or for its neighbours.
 *
 *     node dist/scripts/bench/searching.js [NUMBER]
 *
 * The articles are those of the reference data, each PMID once, without the longest (which carry hundreds of references),
 * repeated: 7,000 bytes each, 210 MB.
 */
const BYTES_AN_ARTICLE = 7000;
/** A number without factors in common with that of the articles: long and short ones come mixed. */
const STRIDE = 193;
const ARTICLE = /<PubmedArticle>.*?<\/PubmedArticle>/gs;

const LXML = `
import sys, time, resource
from lxml import etree
records = 0
begin = time.process_time()
for _, article in etree.iterparse(sys.argv[1], tag='PubmedArticle'):
    records += 1
    article.clear()
    while article.getprevious() is not None:
        del article.getparent()[0]
print(records, time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
`;

/** Those that are left when the longest are left out until they are as long as PubMed's articles are on average. */
function ofCommonLength(articles: readonly string[]): readonly string[] {
  const kept = articles.toSorted((a, b) => a.length - b.length);
  let bytes = kept.reduce((sum, article) => sum + Buffer.byteLength(article), 0);
  while (bytes > kept.length * BYTES_AN_ARTICLE) bytes -= Buffer.byteLength(kept.pop() ?? '');
  return kept;
}

async function makeFile(number: number): Promise<string> {
  const folder = resolve(process.env.POOLED_SHARED ?? '../shared', 'data/pubmed');
  const byPmid = new Map<string, string>();
  for (const name of readdirSync(folder).filter(file => /\.xml(?:\.gz)?$/.test(file))) {
    const bytes = readFileSync(join(folder, name));
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
    for (const article of text.match(ARTICLE) ?? []) byPmid.set(/<PMID[^>]*>(\d+)/.exec(article)?.[1] ?? '', article);
  }
  byPmid.delete('');
  const articles = ofCommonLength([...byPmid.values()]);
  if (articles.length === 0) throw new RangeError(`bench searching: no articles in ${folder}`);
  const file = join(tmpdir(), `pooled-bench-${number}.xml`);
  const out = createWriteStream(file);
  out.write('<?xml version="1.0" encoding="utf-8"?>\n<PubmedArticleSet>\n');
  for (let count = 0; count < number; count++) {
    if (!out.write(`${articles[(count * STRIDE) % articles.length]}\n`)) await once(out, 'drain');
  }
  out.end('</PubmedArticleSet>\n');
  await once(out, 'finish');
  return file;
}

function told(kind: string, { records, seconds, megabytes, serverSeconds }: Measured): string {
  const rate = (time: number): string => Math.round(records / time).toLocaleString('en-US');
  const server = serverSeconds === undefined ? '' : ` (with the server's ${rate(seconds + serverSeconds)})`;
  return `${kind.padEnd(10)} ${records} records, ${rate(seconds)} a CPU second${server}, peak ${Math.round(megabytes)} MB`;
}

async function measure(kind: string, file: string): Promise<string> {
  // The whole document is more than Node allows by itself; the others get little, so that one sees what they need and not
  // what the engine takes when it may.
  const child = fork(fileURLToPath(import.meta.url), [kind, file], {
    execArgv: [`--max-old-space-size=${kind === 'xml2js' ? 8192 : 150}`],
  });
  let measured: Measured | null = null;
  child.on('message', message => {
    // The message is what a measure of this very file sends.
    measured = message as Measured;
  });
  await once(child, 'exit');
  const result = measured as Measured | null;
  return result ? told(kind, result) : `${kind.padEnd(10)} did not finish`;
}

function measureLxml(file: string): string {
  const { status, stdout } = spawnSync('python3', ['-c', LXML, file], { encoding: 'utf8' });
  if (status !== 0) return 'lxml       is not on this machine';
  const [records = 0, seconds = 0, megabytes = 0] = stdout.trim().split(' ').map(Number);
  return told('lxml', { records, seconds, megabytes });
}

const [first = '30000', file] = process.argv.slice(2);
const measureHere = MEASURES_HERE[first];
if (file !== undefined && measureHere) process.send?.(await measureHere(file));
else {
  const made = await makeFile(Number(first));
  console.log(`${made}: ${Math.round(statSync(made).size / 1e6)} MB`);
  for (const kind of Object.keys(MEASURES_HERE)) console.log(await measure(kind, made));
  console.log(measureLxml(made));
}
