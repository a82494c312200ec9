import type { Client } from 'pg';

/** The embedded server, as its keeper sees it. */
export interface Server {
  isRunning(): Promise<boolean>;
  start(): Promise<void>;
  /** The connection whose lock says who owns the server; null when somebody else does. */
  own(): Promise<Client | null>;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/**
 * Starts the server again when it ends without being asked (a crash, a full memory, somebody's kill). PostgreSQL repairs
 * itself as it starts; what was answered as stored is there. Gives the deed that lets go of it before it is stopped.
 */
export function keepRunning(server: Server, owner: Client, tell: (sentence: string) => void): () => Promise<void> {
  let isLetGo = false;
  let held = owner;
  let reviving: Promise<void> | null = null;
  watch(owner);
  return async () => {
    isLetGo = true;
    await reviving;
    await held.end().catch(() => undefined);
  };

  function watch(connection: Client): void {
    connection.once('end', () => {
      if (!isLetGo) reviving ??= revive().finally(() => (reviving = null));
    });
  }

  async function revive(): Promise<void> {
    tell('the database ended without being asked; it is started again');
    for (let wait = FIRST_WAIT_MS; !isLetGo; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      await new Promise(done => setTimeout(done, wait));
      try {
        if (!(await server.isRunning())) await server.start();
        const next = await server.own();
        if (!next) return tell('another Pooled has taken over the database; it is left to that one');
        held = next;
        watch(next);
        return tell('the database is back');
      } catch {
        // Still on its way down or up, or its port is taken: tried again.
      }
    }
  }
}
