import { CallProblem } from '../CallProblem.ts';

const DATABASE = 'pooled';
const STORE = 'replies';

/**
 * What one works with while the network is away: the last reply to a question, kept on this device under its person's id
 * until they sign out. Asked with a network, the server answers and nothing else does.
 */
export async function keptReply<Reply>(
  personId: string,
  question: readonly unknown[],
  ask: () => Promise<Reply>,
): Promise<Reply> {
  const key = JSON.stringify([personId, ...question]);
  try {
    const reply = await ask();
    void write(store => store.put(reply, key));
    return reply;
  } catch (problem) {
    if (!(problem instanceof CallProblem && problem.isOfNetwork)) throw problem;
    const known = await read(key);
    if (known === undefined) throw problem;
    return known as Reply; // only the line above writes under this question's key
  }
}

/** Puts the kept replies to a question right, whatever else it was asked with: what one did since is part of them. */
export async function amendKeptReplies(
  personId: string,
  question: readonly unknown[],
  amend: (reply: unknown) => unknown,
): Promise<void> {
  const begin = JSON.stringify([personId, ...question]).slice(0, -1);
  await write(store => {
    const walk = store.openCursor(IDBKeyRange.bound(begin, `${begin}\uffff`));
    walk.addEventListener('success', () => {
      const cursor = walk.result;
      if (!cursor) return;
      cursor.update(amend(cursor.value));
      cursor.continue();
    });
    return walk;
  });
}

/** Somebody signed out, or somebody else signed in: nothing of what was kept is theirs to see. */
export async function forgetKeptReplies(): Promise<void> {
  await write(store => store.clear());
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

/** Where storage is refused (a private window), nothing is kept and nothing breaks. */
async function write(deed: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  try {
    const database = await open();
    const transaction = database.transaction(STORE, 'readwrite');
    deed(transaction.objectStore(STORE));
    await new Promise((done, fail) => {
      transaction.oncomplete = done;
      transaction.onabort = fail;
    });
    database.close();
  } catch {
    // Without a copy the page asks for the network, as it would have anyway.
  }
}

async function read(key: string): Promise<unknown> {
  try {
    const database = await open();
    const value = await settled(database.transaction(STORE).objectStore(STORE).get(key));
    database.close();
    return value;
  } catch {
    return undefined;
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
