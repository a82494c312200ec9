import { useState } from 'react';

/** Records that are ticked in a list, for one decision on all of them. */
export interface Ticks {
  readonly ids: ReadonlySet<string>;
  /** Ticks or unticks one; with `isRange` all from the one that was ticked last. */
  readonly toggle: (recordId: string, isRange?: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Ticks of a list that shows these records, in this order. What the list no longer shows is not ticked. */
export function useTicks(recordIds: readonly string[]): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const ids = new Set(recordIds.filter(id => ticked.has(id)));
  return {
    ids,
    toggle: (recordId, isRange = false) => {
      const next = new Set(ids);
      const from = last === null ? -1 : recordIds.indexOf(last);
      const to = recordIds.indexOf(recordId);
      if (isRange && from >= 0 && to >= 0) {
        for (const id of recordIds.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(id);
      } else if (!next.delete(recordId)) next.add(recordId);
      setLast(recordId);
      setTicked(next);
    },
    toggleAll: () => setTicked(new Set(ids.size === recordIds.length ? [] : recordIds)),
    clear: () => setTicked(new Set()),
  };
}
