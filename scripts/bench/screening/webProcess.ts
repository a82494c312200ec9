import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface WebProcess {
  readonly port: number;
  isAlive(): boolean;
  /** As when the machine fails: no goodbye. */
  kill(): void;
  stop(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** Starts a web process of this very build, on a free port of this machine. */
export async function startWeb(
  environment: Readonly<Record<string, string>>,
  profileFolder?: string,
): Promise<WebProcess> {
  const port = await freePort();
  const main = fileURLToPath(new URL('../../../src/main.js', import.meta.url));
  const profile = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [];
  const child = spawn(process.execPath, [...profile, main, 'web'], {
    env: { ...process.env, ...environment, PORT: String(port), LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready(port, child);
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (!isAlive()) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { port, isAlive, kill: () => void child.kill('SIGKILL'), stop: () => end('SIGTERM') };
}

async function ready(port: number, child: ChildProcess): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && child.exitCode === null) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      reply => reply.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise(done => setTimeout(done, 200));
  }
  throw new Error('bench screening: a web process did not start');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('bench screening: no free port');
  return address.port;
}
