export interface Toast {
  readonly text: string;
  /** Always given when something was taken away; the word says what comes back. */
  readonly undo?: { readonly word: string; readonly deed: () => void };
}

let current: Toast | null = null;
const listeners = new Set<() => void>();

/** Shows one message, bottom centre; a newer one takes its place. Errors never go here: they stand where they happened. */
export function toast(next: Toast | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function currentToast(): Toast | null {
  return current;
}

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
