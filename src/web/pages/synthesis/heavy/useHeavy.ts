import { useEffect, useState } from 'react';
import type { HeavyInput, HeavyName, HeavyValue } from './heavyTasks.ts';

export interface Heavy<Name extends HeavyName> {
  /** What came out for the input of now; null while it isn't there. */
  readonly value: HeavyValue<Name> | null;
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly problem: string | null;
}

interface Said {
  readonly value?: unknown;
  readonly progress?: { readonly done: number; readonly of: number };
  readonly problem?: string;
}

const NOTHING = { value: null, progress: null, problem: null };

/**
 * Does a heavy task in a thread of its own, so that the page never stands still. Another input ends the thread that works
 * on the old one; null ends it without a new one. The caller keeps the input's identity while it means the same.
 */
export function useHeavy<Name extends HeavyName>(name: Name, input: HeavyInput<Name> | null): Heavy<Name> {
  const [state, setState] = useState<{ readonly of: HeavyInput<Name> | null; readonly said: Heavy<Name> }>({
    of: null,
    said: NOTHING,
  });
  useEffect(() => {
    if (!input) return undefined;
    const worker = new Worker(new URL('./heavyWorker.ts', import.meta.url), { type: 'module' });
    const say = (said: Partial<Heavy<Name>>) => setState({ of: input, said: { ...NOTHING, ...said } });
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.progress) say({ progress: data.progress });
      else if (data.problem !== undefined) say({ problem: data.problem });
      else say({ value: data.value as HeavyValue<Name> }); // the worker ran the task of this very name
    });
    worker.addEventListener('error', event => say({ problem: event.message || 'The computation ended unexpectedly.' }));
    worker.postMessage({ name, input });
    return () => worker.terminate();
  }, [name, input]);
  return state.of === input ? state.said : NOTHING;
}
