import { HEAVY_TASKS, type HeavyName, type Tell } from './heavyTasks.ts';

/** The thread's side: does one task, tells how far it is, and posts what came out. */
interface Asked {
  readonly name: HeavyName;
  readonly input: never; // that of the task with this name, from useHeavy
}

const TELL_EVERY_MS = 150;

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  let toldAt = 0;
  const tell: Tell = (done, of) => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    self.postMessage({ progress: { done, of } });
  };
  try {
    self.postMessage({ value: HEAVY_TASKS[data.name](data.input, tell) });
  } catch (error) {
    self.postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
});
