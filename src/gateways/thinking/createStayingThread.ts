import { Worker } from 'node:worker_threads';

/** Without work the thread goes, and its memory with it. */
const IDLE_MS = 10 * 60_000;

export interface NumberedOrder<Order> {
  readonly number: number;
  readonly order: Order;
}

/** What the thread says to an order: an answer, or why there is none. */
export interface NumberedReply<Answer> {
  readonly number: number;
  readonly answer: Answer | null;
  readonly problem: string | null;
}

/**
 * A thread that stays, since it keeps what it has read; it begins with its first order. Orders are answered in whatever order
 * the thread finishes them. A thread that dies fails what it was asked, and is started anew by the next order.
 */
export function createStayingThread<Order, Answer>(
  script: URL,
  /** What the thread does, for sentences: `that ranks records`. */
  deed: string,
  resourceLimits: Worker['resourceLimits'],
): (order: Order) => Promise<Answer | null> {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let number = 0;
  const waiting = new Map<number, { done: (answer: Answer | null) => void; fail: (error: Error) => void }>();

  const end = (worker: Worker, error: Error) => {
    if (thread !== worker) return;
    thread = null;
    void worker.terminate();
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  /** A thread that waits keeps no process alive. */
  const rest = (worker: Worker) => {
    worker.unref();
    if (idle) clearTimeout(idle);
    idle = setTimeout(() => end(worker, new Error(`the thread ${deed} was idle`)), IDLE_MS);
    idle.unref();
  };
  const begin = (): Worker => {
    const worker = new Worker(script, { resourceLimits });
    worker.on('message', (message: NumberedReply<Answer>) => {
      const asked = waiting.get(message.number);
      waiting.delete(message.number);
      if (waiting.size === 0) rest(worker);
      if (message.problem === null) asked?.done(message.answer);
      else asked?.fail(new Error(`the thread ${deed}: ${message.problem}`));
    });
    worker.on('error', error => end(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', code => end(worker, new Error(`the thread ${deed} ended with code ${code}`)));
    return worker;
  };
  return order =>
    new Promise((done, fail) => {
      if (idle) clearTimeout(idle);
      thread ??= begin();
      thread.ref();
      waiting.set(++number, { done, fail });
      thread.postMessage({ number, order } satisfies NumberedOrder<Order>);
    });
}
