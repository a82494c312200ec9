import { getSession } from '#contract/people';
import { decideInPractice, withdrawInPractice } from '#contract/practice';
import { recordDecision, withdrawDecision } from '#contract/screening';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import type { Saving } from '../../parts/SaveState.tsx';
import { queryClient } from '../../queries/queryClient.ts';
import { sessionQuery } from '../../queries/sessionQuery.ts';
import { noteInKept } from './noteInKept.ts';
import type { NewWish, Wish } from './wish.ts';
import { wishStore } from './wishStore.ts';

/** A wish that the server refused, in its own words. */
export interface RefusedWish {
  readonly wish: Wish;
  readonly because: string;
}

export interface OutboxView {
  readonly pending: readonly Wish[];
  readonly refused: readonly RefusedWish[];
  readonly saving: Saving;
}

/** Decisions on their way to the server, of one person. */
export interface Outbox {
  readonly put: (wish: NewWish) => void;
  readonly view: () => OutboxView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends all that waits; done when nothing waits any more, or the network is away. */
  readonly flush: () => Promise<void>;
  readonly forgetRefused: () => void;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;

const outboxes = new Map<string, Outbox>();

/** The one outbox of a person in this tab; it goes on sending wherever they go in Pooled. */
export function outboxOf(personId: string): Outbox {
  const known = outboxes.get(personId);
  if (known) return known;
  const made = createOutbox(personId);
  outboxes.set(personId, made);
  return made;
}

function createOutbox(personId: string): Outbox {
  const store = wishStore(personId);
  const listeners = new Set<() => void>();
  let refused: readonly RefusedWish[] = [];
  let isAway = false;
  let isKnown = false;
  let running: Promise<void> | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let view = look();

  function look(): OutboxView {
    const pending = store.list();
    const saving: Saving = pending.length === 0 ? 'saved' : isAway ? { waiting: pending.length } : 'saving';
    return { pending, refused, saving };
  }

  function tell(): void {
    view = look();
    for (const listener of listeners) listener();
  }

  function flush(): Promise<void> {
    running ??= alone(personId, sendAll).finally(() => {
      running = null;
      tell();
      // One came in just as the last answer arrived.
      if (!isAway && view.pending.length > 0) void flush();
    });
    return running;
  }

  async function sendAll(): Promise<void> {
    clearTimeout(retry);
    if (store.list().length === 0) {
      isAway = false;
      return;
    }
    // In another window somebody else may have signed in: nobody's decisions are sent in somebody else's name.
    isKnown ||= await isSignedIn(personId);
    if (!isKnown) return away();
    const tried = new Set<string>();
    const next = () => store.list().find(wish => !tried.has(wish.wishId));
    let isLeft = false;
    for (let wish = next(); wish; wish = next()) {
      tried.add(wish.wishId);
      try {
        await send(wish, personId);
      } catch (problem) {
        if (isNotTheirs(problem)) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
        if (isAbsence(problem)) return away();
        if (mayPass(problem)) {
          isLeft = true;
          continue;
        }
        refused = [...refused, { wish, because: wordsOf(problem) }];
      }
      wait = FIRST_WAIT_MS;
      store.drop(wish);
      if (!refused.some(one => one.wish === wish)) void noteInKept(personId, wish);
      tell();
    }
    if (isLeft) away();
    else isAway = false;
  }

  function away(): void {
    isAway = true;
    isKnown = false;
    retry = setTimeout(() => void flush(), wait);
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
  }

  const comeBack = () => {
    isKnown = false;
    if (view.pending.length > 0) void flush();
  };
  window.addEventListener('online', comeBack);
  window.addEventListener('focus', comeBack);
  window.addEventListener('storage', tell);

  return {
    put: wish => {
      store.put({ ...wish, wishId: `${Date.now()}-${Math.random()}`, wantedAt: Date.now() });
      refused = refused.filter(one => one.wish.recordId !== wish.recordId);
      tell();
      // While the network is away, the next try comes by its own clock.
      if (!isAway) void flush();
    },
    view: () => view,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    forgetRefused: () => {
      refused = [];
      tell();
    },
  };
}

/** Whether the session is still this person's; when it has ended or changed, the shell learns it too. */
async function isSignedIn(personId: string): Promise<boolean> {
  try {
    const { person } = await call(getSession);
    if (person?.personId === personId) return true;
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    return false;
  } catch {
    return false;
  }
}

/** Each wish says the whole state that should stand, so that sending it twice changes nothing. */
async function send(wish: Wish, as: string): Promise<void> {
  const { recordId, decision } = wish;
  if ('practiceSetId' in wish) {
    const params = { practiceSetId: wish.practiceSetId, recordId };
    if (decision === null) await call(withdrawInPractice, { params, as });
    else await call(decideInPractice, { params, body: { choice: decision.choice, note: decision.note ?? '' }, as });
    return;
  }
  const params = { reviewId: wish.reviewId, stage: wish.stage, recordId };
  if (decision === null) await call(withdrawDecision, { params, as });
  else await call(recordDecision, { params, body: decision, as });
}

/** Two tabs of one person take turns: else an older wish could arrive after a newer one. */
async function alone(personId: string, work: () => Promise<void>): Promise<void> {
  // Browsers offer locks on secure addresses only; without them, sending is still safe to do twice.
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(`pooled.outbox.${personId}`, work);
}

/** The session has ended, or is somebody else's: the shell should know. */
function isNotTheirs(problem: unknown): boolean {
  return problem instanceof CallProblem && (problem.isSomebodyElse || problem.status === 401);
}

/** Nobody answers, or not to this person: nothing else can be sent now either. */
function isAbsence(problem: unknown): boolean {
  if (!(problem instanceof CallProblem)) return false;
  return problem.isOfNetwork || problem.isSomebodyElse || [401, 429, 502, 503, 504].includes(problem.status);
}

/** A mistake of the server's own: this wish is tried again later. Anything else is a refusal. */
function mayPass(problem: unknown): boolean {
  return problem instanceof CallProblem && problem.status >= 500;
}

function wordsOf(problem: unknown): string {
  return problem instanceof CallProblem ? problem.message : 'Pooled made a mistake on the way.';
}
