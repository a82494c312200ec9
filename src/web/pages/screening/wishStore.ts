import { deskName, type RecordAtDesk, type Wish } from './wish.ts';

/** Wishes of one person that the server has not confirmed yet. */
export interface WishStore {
  readonly list: () => Wish[];
  readonly put: (wish: Wish) => void;
  /** Takes the wish away, unless a newer one has taken its place meanwhile. */
  readonly drop: (wish: Wish) => void;
}

/**
 * Kept in the browser's storage, so that a closed tab loses nothing. One key for each record: two tabs that write at the
 * same moment never overwrite each other's. The person's id is part of the key: whoever signs in next on this device
 * never sends somebody else's decisions. Where storage is refused (a private window), they live as long as the tab.
 */
export function wishStore(personId: string, storage: Storage | null = usableStorage()): WishStore {
  const prefix = `pooled.wish.${personId}.`;
  const kept = new Map<string, string>();
  const keyOf = (at: RecordAtDesk) => `${prefix}${deskName(at)}.${at.recordId}`;
  const read = (key: string) => storage?.getItem(key) ?? kept.get(key) ?? null;
  const remove = (key: string) => {
    kept.delete(key);
    storage?.removeItem(key);
  };
  return {
    list: () => {
      const stored = storage ? Object.keys(storage).filter(key => key.startsWith(prefix)) : [];
      const wishes = [...new Set([...stored, ...kept.keys()])].flatMap(key => parse(read(key)) ?? []);
      return wishes.sort((a, b) => a.wantedAt - b.wantedAt);
    },
    put: wish => {
      const key = keyOf(wish);
      try {
        if (!storage) throw new TypeError('wishStore: this window has no storage');
        storage.setItem(key, JSON.stringify(wish));
        kept.delete(key);
      } catch {
        // Full or refused: an older wish must not stay behind in storage and win.
        remove(key);
        kept.set(key, JSON.stringify(wish));
      }
    },
    drop: wish => {
      const key = keyOf(wish);
      if (parse(read(key))?.wishId === wish.wishId) remove(key);
    },
  };
}

function parse(text: string | null): Wish | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Wish; // only `put` writes under these keys
  } catch {
    return null;
  }
}

function usableStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
