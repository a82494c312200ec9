import { useState } from 'react';
import type { Choice, Stage } from '#core/vocabulary';
import { outboxOf } from './outbox.ts';
import { useOutbox } from './useOutbox.ts';
import type { RecordToScreen } from './useQueue.ts';
import { type DecisionBody, type Desk, deskName, deskOf } from './wish.ts';

/** The passage of a full text that a decision rests on. */
export interface Passage {
  readonly quote: string;
  readonly page: number | null;
}

const NO_PASSAGE: Passage = { quote: '', page: null };

interface Step {
  readonly recordId: string;
  readonly before: DecisionBody | null;
}

interface Session {
  readonly index: number;
  /** What I decided since I came, whether the server knows it yet or not. */
  readonly own: ReadonlyMap<string, DecisionBody | null>;
  /** What was decided at one press goes back at one press. */
  readonly history: readonly (readonly Step[])[];
  /** Notes on records without a decision: they go with it. */
  readonly drafts: ReadonlyMap<string, string>;
}

const START: Session = { index: 0, own: new Map(), history: [], drafts: new Map() };

export interface ScreeningPlace {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly personId: string;
}

/** A practice set, and who works on it. */
export interface PracticePlace {
  readonly practiceSetId: string;
  readonly personId: string;
}

/**
 * A sitting of screening: the record at hand, decisions that show at once and are sent in the background, and the way
 * back. `goesToUndecided` says where a decision leads: to the next record without one, or merely to the next.
 */
export function useScreening(
  place: ScreeningPlace | PracticePlace,
  records: readonly RecordToScreen[],
  goesToUndecided: boolean,
) {
  const [session, setSession] = useState<Session>(() => ({
    ...START,
    index: goesToUndecided ? firstLeft(place, records) : 0,
  }));
  const outbox = useOutbox(place.personId);
  const here = deskName(place);
  const isHere = (one: Desk) => deskName(one) === here;
  const refused = outbox.now.refused.filter(one => isHere(one.wish));
  const waiting = outbox.now.pending.filter(isHere);

  const decisionOf = (record: RecordToScreen, own = session.own): DecisionBody | null => {
    const { recordId } = record;
    const turnedDown = refused.findLast(one => one.wish.recordId === recordId);
    if (turnedDown) return turnedDown.wish.before;
    const mine = own.get(recordId);
    if (mine !== undefined) return mine;
    const left = waiting.find(wish => wish.recordId === recordId);
    return left ? left.decision : bodyOf(record);
  };
  const current = records[session.index] ?? null;
  const noteOf = (record: RecordToScreen) => session.drafts.get(record.recordId) ?? decisionOf(record)?.note ?? '';

  const send = (recordId: string, decision: DecisionBody | null, before: DecisionBody | null) =>
    outbox.put({ ...deskOf(place), recordId, decision, before });
  const firstUndecided = (from: number, own: Session['own']) => {
    const found = records.findIndex((record, index) => index >= from && decisionOf(record, own) === null);
    return found === -1 ? records.length : found;
  };

  const decide = (choice: Choice, criterionId: string | null = null, passage: Passage = NO_PASSAGE) => {
    if (!current) return;
    const { recordId } = current;
    const before = decisionOf(current);
    const decision: DecisionBody = {
      choice,
      criterionId,
      note: noteOf(current),
      quote: passage.quote,
      page: passage.page,
    };
    const own = new Map(session.own).set(recordId, decision);
    const next = session.index + 1;
    setSession({
      ...session,
      own,
      history: [...session.history, [{ recordId, before }]],
      index: goesToUndecided ? firstUndecided(next, own) : next,
    });
    send(recordId, decision, before);
  };

  /** The same choice on several records at once; each is sent, and counted, by itself. */
  const decideAll = (choice: Choice, chosen: readonly RecordToScreen[]) => {
    const own = new Map(session.own);
    const steps = chosen.map(record => ({ recordId: record.recordId, before: decisionOf(record) }));
    const decisions = chosen.map(record => ({
      ...{ choice, criterionId: null, note: noteOf(record), quote: '', page: null },
    }));
    for (const [place, { recordId }] of steps.entries()) own.set(recordId, decisions[place] ?? null);
    setSession({ ...session, own, history: [...session.history, steps] });
    for (const [place, { recordId, before }] of steps.entries()) send(recordId, decisions[place] ?? null, before);
  };

  const undo = () => {
    const last = session.history.at(-1) ?? [];
    const undone = last.flatMap(step => {
      const record = records.find(one => one.recordId === step.recordId);
      return record ? [{ ...step, record, stood: decisionOf(record) }] : [];
    });
    const [first] = undone;
    if (!first) return;
    const own = new Map(session.own);
    for (const { recordId, before } of undone) own.set(recordId, before);
    setSession({ ...session, own, history: session.history.slice(0, -1), index: records.indexOf(first.record) });
    for (const { recordId, before, stood } of undone) send(recordId, before, stood);
  };

  const writeNote = (note: string) => {
    if (!current) return;
    const { recordId } = current;
    const before = decisionOf(current);
    const drafts = new Map(session.drafts);
    if (before === null) {
      setSession({ ...session, drafts: drafts.set(recordId, note) });
      return;
    }
    drafts.delete(recordId);
    const decision = { ...before, note };
    setSession({ ...session, drafts, own: new Map(session.own).set(recordId, decision) });
    send(recordId, decision, before);
  };

  const goTo = (index: number) => setSession({ ...session, index: Math.max(0, Math.min(index, records.length)) });

  return {
    index: session.index,
    current,
    decisionOf,
    noteOf,
    decide,
    decideAll,
    undo,
    canUndo: session.history.length > 0,
    writeNote,
    goTo,
    /** Records without a decision among those that I have seen. */
    passedOver: records.flatMap((record, index) => (decisionOf(record) === null ? [index] : [])),
    /** How many more are decided than the server said when I came. */
    decidedSince: records.reduce(
      (sum, record) => sum + Number(decisionOf(record) !== null) - Number(record.decision !== null),
      0,
    ),
    saving: outbox.now.saving,
    refused,
    acceptRefusals: () => {
      const own = new Map(session.own);
      for (const { wish } of refused) own.set(wish.recordId, wish.before);
      setSession({ ...session, own });
      outbox.forgetRefused();
    },
  };
}

export type Screening = ReturnType<typeof useScreening>;

/** Where one goes on: behind what is decided, whether the server has it yet or not. */
function firstLeft(place: ScreeningPlace | PracticePlace, records: readonly RecordToScreen[]): number {
  const here = deskName(place);
  const waiting = outboxOf(place.personId)
    .view()
    .pending.filter(wish => deskName(wish) === here && wish.decision !== null)
    .map(wish => wish.recordId);
  const found = records.findIndex(({ recordId, decision }) => decision === null && !waiting.includes(recordId));
  return found === -1 ? records.length : found;
}

function bodyOf({ decision }: RecordToScreen): DecisionBody | null {
  if (!decision) return null;
  const { choice, criterionId, note, quote, page } = decision;
  return { choice, criterionId, note, quote, page };
}
