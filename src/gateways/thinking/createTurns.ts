/**
 * Lets so many pieces of work go on at once; the others wait in the order in which they came. Each thread of thought takes
 * a processor and memory: however many people ask, no more threads stand side by side than the machine bears.
 */
export function createTurns(atOnce: number): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async work => {
    // Who is let in from the queue takes over the place of who has ended: nobody who comes now gets ahead.
    if (running >= atOnce) await new Promise<void>(done => waiting.push(done));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
