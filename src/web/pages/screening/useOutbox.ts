import { useEffect, useSyncExternalStore } from 'react';
import { type Outbox, type OutboxView, outboxOf } from './outbox.ts';

/** The person's outbox, and what waits in it. Coming here sends what an earlier visit left. */
export function useOutbox(personId: string): Outbox & { readonly now: OutboxView } {
  const outbox = outboxOf(personId);
  const now = useSyncExternalStore(outbox.subscribe, outbox.view);
  useEffect(() => {
    void outbox.flush();
  }, [outbox]);
  return { ...outbox, now };
}
