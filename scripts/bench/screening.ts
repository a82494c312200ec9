import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startEmbeddedDatabase } from '#gateways/database/embeddedDatabase';
import { migrate } from '#gateways/database/migrate';
import { openDatabase } from '#gateways/database/openDatabase';
import { checkEveryDecision } from '#scripts/bench/screening/checkEveryDecision';
import { type Bench, fillBench } from '#scripts/bench/screening/fillBench';
import { percentile } from '#scripts/bench/screening/percentile';
import { processorTime } from '#scripts/bench/screening/processorTime';
import { type Answered, screenTogether } from '#scripts/bench/screening/screenTogether';
import { startWeb, type WebProcess } from '#scripts/bench/screening/webProcess';

/**
 * Two web processes on one PostgreSQL while many people screen: how long a decision takes, and whether afterwards each
 * is there exactly once. Once undisturbed, once with a web process killed in the middle.
 *
 *     node dist/scripts/bench/screening.js [--screeners 200] [--records 50000] [--seconds 20] [--pause 15] [--profile folder]
 *
 * Everybody decides in bursts of ten, two a second, and then reads for `--pause` seconds; with `--pause 0` all two hundred
 * decide two a second all the time, which is more than people do. Everything runs on this machine, the clients too,
 * and stops by itself; nothing is left behind. With `--profile` each web process leaves a .cpuprofile in that folder.
 */
const { values } = parseArgs({
  options: {
    screeners: { type: 'string', default: '200' },
    records: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '20' },
    pause: { type: 'string', default: '15' },
    profile: { type: 'string' },
  },
});
const screeners = Number(values.screeners);
const records = Number(values.records);
const seconds = Number(values.seconds);
const pauseSeconds = Number(values.pause);
const SECRET = 'a secret of the bench, long enough for anybody';

const folder = await mkdtemp(join(tmpdir(), 'pooled-bench-'));
// The database may run as another user than who starts it.
await chmod(folder, 0o711);
const embedded = await startEmbeddedDatabase(join(folder, 'data'));
const database = await openDatabase({ url: embedded.url, poolSize: 4, applicationName: 'bench' });
const webs: WebProcess[] = [];
const end = once(async () => {
  for (const web of webs) await web.stop();
  await database.destroy();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end().then(() => process.exit(1)));
try {
  await step('tables', () => migrate(database, embedded.url));
  const environment = { DATABASE_URL: embedded.url, SESSION_SECRET: SECRET, POOLED_DATA: join(folder, 'data') };
  const bench = await fillBench(database, { screeners, records, secret: SECRET }, step);
  console.log(`${records.toLocaleString('en-US')} records, each given to two of ${screeners} people`);
  const start = () => startWeb(environment, values.profile);
  await step('two web processes', async () => webs.push(await start(), await start()));
  // The first requests of a process compile its code: they are no one's working day.
  await step('warming up', () => screenTogether({ bench, webs, seconds: 6, pauseSeconds: 0.2, onlyFirst: 20 }));

  console.log(
    `load of this machine before the measurement: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`,
  );
  await measure('two web processes', bench, () => undefined);
  const victim = webs[0];
  await measure('one of them killed in the middle', bench, () => victim?.kill());
  const lost = await checkEveryDecision(database, bench);
  console.log(lost.length === 0 ? 'afterwards: every decision is there exactly once' : lost.join('\n'));
  process.exitCode = lost.length === 0 ? 0 : 1;
} finally {
  await end();
}

/** Says how long a step of the preparation took. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  console.log(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** Everybody screens; in the middle something happens. */
async function measure(name: string, bench: Bench, inTheMiddle: () => void): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = await processorTime(database, webs);
  delay.enable();
  const timer = setTimeout(inTheMiddle, (seconds * 1000) / 2);
  const answered = await screenTogether({ bench, webs, seconds, pauseSeconds });
  clearTimeout(timer);
  delay.disable();
  report(name, answered);
  const alive = webs.filter(web => web.isAlive());
  const after = await processorTime(database, alive);
  const each = (spent: number) => `${((1000 * spent) / answered.length).toFixed(2)} ms`;
  const web = alive.length === webs.length ? `web ${each(after.web - before.web)}, ` : '';
  const server =
    after.database === null || before.database === null ? '' : `database ${each(after.database - before.database)}, `;
  console.log(`  processor time a decision: ${web}${server}the load itself ${each(after.client - before.client)}`);
  console.log(`  the load's own lateness, in the times above: p99 ${(delay.percentile(99) / 1e6 - 5).toFixed(0)} ms`);
}

function report(name: string, answered: readonly Answered[]): void {
  const times = answered.map(one => one.milliseconds);
  const again = answered.filter(one => one.tries > 1).length;
  const errors = answered.filter(one => !one.isKept).length;
  const at = (share: number) => percentile(times, share).toFixed(0);
  console.log(
    `${name}: ${answered.length} decisions, ${(answered.length / seconds).toFixed(0)} a second; ` +
      `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; ${again} sent again, ${errors} refused`,
  );
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
