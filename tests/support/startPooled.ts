import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

/** Pooled as a process of its own, as people start it. */
export interface RunningPooled {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it has printed. */
  output(): string;
  /** Sends a signal and gives the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

const MAIN = 'dist/src/main.js';
const LONGEST_START_MS = 90_000;

/** Starts the built program and waits until it can be used; throws with what it printed when it ends instead. */
export async function startPooled(
  environment: Readonly<Record<string, string>>,
  args: string[] = [],
): Promise<RunningPooled> {
  const port = await freePort();
  const pooled = spawnPooled({ PORT: String(port), LOG_LEVEL: 'info', ...environment }, args);
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + LONGEST_START_MS;
  while (!(await answers(`${url}/readyz`))) {
    if (pooled.child.exitCode !== null)
      throw new Error(`Pooled ended with ${pooled.child.exitCode}:\n${pooled.output()}`);
    if (Date.now() > deadline) throw new Error(`Pooled did not get ready:\n${pooled.output()}`);
    await new Promise(done => setTimeout(done, 100));
  }
  return { ...pooled, url };
}

/** Starts the built program with nothing in its environment but this. */
export function spawnPooled(environment: Readonly<Record<string, string>>, args: string[] = []) {
  if (!existsSync(MAIN)) throw new Error('The program is not built: run `npm run build:server` first.');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH, HOME, ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', part => {
      text += String(part);
    });
  }
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  return {
    child,
    output: () => text,
    ended,
    end: async (signal: NodeJS.Signals): Promise<number | NodeJS.Signals> => {
      child.kill(signal);
      return ended;
    },
  };
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    reply => reply.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('freePort: no port');
  return address.port;
}
