import { readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import type { WebProcess } from '#scripts/bench/screening/webProcess';

/** Seconds of the processor, apart for each kind of process: who is slow, the server or the load itself? */
export interface ProcessorTime {
  readonly web: number;
  /** Null where the system does not tell. */
  readonly database: number | null;
  readonly client: number;
}

/** Linux counts the time of a process in hundredths of a second, whatever the machine. */
const TICKS_A_SECOND = 100;

export async function processorTime(database: DataSource, webs: readonly WebProcess[]): Promise<ProcessorTime> {
  const own = process.cpuUsage();
  const [web, server] = await Promise.all([
    Promise.all(webs.map(ofWeb)).then(sum),
    database
      .query<{ pid: number }[]>('select pid from pg_stat_activity where pid <> pg_backend_pid()')
      .then(rows => Promise.all(rows.map(row => ofProcess(row.pid))))
      .then(all => (all.includes(null) ? null : sum(all.map(Number)))),
  ]);
  return { web, database: server, client: (own.user + own.system) / 1e6 };
}

/** What a web process has computed so far, by its own metrics. */
async function ofWeb({ port }: WebProcess): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1] ?? 0);
}

async function ofProcess(pid: number): Promise<number | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // Fields 14 and 15, counted behind the name, which may hold spaces.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND : null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
