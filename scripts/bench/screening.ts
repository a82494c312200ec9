import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedDatabase } from '#gateways/database/embeddedDatabase';
import { migrate } from '#gateways/database/migrate';
import { openDatabase } from '#gateways/database/openDatabase';
import { checkEveryDecision } from '#scripts/bench/screening/checkEveryDecision';
import { fillBench } from '#scripts/bench/screening/fillBench';
import { percentile } from '#scripts/bench/screening/percentile';
import { type Answered, screenTogether } from '#scripts/bench/screening/screenTogether';
import { startWeb } from '#scripts/bench/screening/webProcess';

/**
 * Two web processes on one PostgreSQL while many people screen: how long a decision takes, and whether afterwards each
 * is there exactly once. Once undisturbed, once with a web process killed in the middle.
 *
 *     node dist/scripts/bench/screening.js [--screeners 200] [--records 50000] [--seconds 20] [--pause 15]
 *
 * Everybody decides in bursts of ten, two a second, and then reads for `--pause` seconds; with `--pause 0` all two hundred
 * decide two a second all the time, which is more than people do. Everything runs on this machine, the clients too,
 * and stops by itself; nothing is left behind.
 */
const { values } = parseArgs({
  options: {
    screeners: { type: 'string', default: '200' },
    records: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '20' },
    pause: { type: 'string', default: '15' },
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
const webs: Awaited<ReturnType<typeof startWeb>>[] = [];
try {
  await migrate(database, embedded.url);
  const environment = { DATABASE_URL: embedded.url, SESSION_SECRET: SECRET, POOLED_DATA: join(folder, 'data') };
  const bench = await fillBench(database, { screeners, records, secret: SECRET });
  console.log(`${records.toLocaleString('en-US')} records, each given to two of ${screeners} people`);
  webs.push(await startWeb(environment), await startWeb(environment));
  // The first requests of a process compile its code: they are no one's working day.
  await screenTogether({ bench, webs, seconds: 4, pauseSeconds: 0.2, onlyFirst: 20 });

  const before = await cpuSeconds(webs);
  const calm = await screenTogether({ bench, webs, seconds, pauseSeconds });
  const spent = (await cpuSeconds(webs)) - before;
  report('two web processes', calm);
  console.log(`  ${((1000 * spent) / calm.length).toFixed(1)} ms of processor time of the web processes a decision`);
  const victim = webs[0];
  const disturbed = screenTogether({ bench, webs, seconds, pauseSeconds });
  setTimeout(() => victim?.kill(), (seconds * 1000) / 2);
  report('one of them killed in the middle', await disturbed);
  const lost = await checkEveryDecision(database, bench);
  console.log(lost.length === 0 ? 'afterwards: every decision is there exactly once' : lost.join('\n'));
  process.exitCode = lost.length === 0 ? 0 : 1;
} finally {
  for (const web of webs) await web.stop();
  await database.destroy();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}

/** What the web processes have computed so far, by their own metrics. */
async function cpuSeconds(processes: readonly { readonly port: number }[]): Promise<number> {
  const texts = await Promise.all(
    processes.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()),
  );
  return texts.reduce((sum, text) => sum + Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1] ?? 0), 0);
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
