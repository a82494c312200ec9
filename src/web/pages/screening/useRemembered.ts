import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/** What storage refused to keep lasts as long as the tab. */
const unkept = new Map<string, string>();

/** A small choice of how a page looks, remembered by this browser: a panel open or closed, keys on or off. */
export function useRemembered(name: string, otherwise: string): [string, (next: string) => void] {
  const key = `pooled.look.${name}`;
  const value = useSyncExternalStore(subscribe, () => read(key) ?? otherwise);
  const set = useCallback(
    (next: string) => {
      try {
        localStorage.setItem(key, next);
      } catch {
        unkept.set(key, next);
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, set];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unkept.get(key) ?? null;
  } catch {
    return unkept.get(key) ?? null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
