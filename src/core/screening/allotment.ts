import { randomFrom, shuffled } from '#core/random';
import { chainFrom, type Ledger, ledgerOf, makeMoves } from '#core/screening/allotmentLedger';
import { type Chooser, keptPairs, rotatedPairs } from '#core/screening/allotmentPairs';

/** A person who can be given records. `capacity` counts all records held at this stage, given earlier or now. */
export interface AllottableScreener {
  readonly personId: string;
  readonly capacity: number | null;
  readonly alreadyGiven: number;
}

export interface AllotmentRequest {
  readonly recordIds: readonly string[];
  readonly screeners: readonly AllottableScreener[];
  readonly perRecord: 1 | 2;
  /** `rotated`: everybody comes to work with everybody. `kept`: the same two always share their records. */
  readonly pairs: 'rotated' | 'kept';
  /** [personId, recordId]: a person who must not judge that record, such as one of its authors. */
  readonly recused: readonly (readonly [string, string])[];
  readonly seed: number;
}

/** Why a record is given to nobody. */
export const ALLOTMENT_GAPS = [
  'too-few-screeners',
  'too-many-recused',
  'capacity-used-up',
  'no-kept-pair-free',
] as const;
export type AllotmentGap = (typeof ALLOTMENT_GAPS)[number];

export interface Allotment {
  /** In the order of the request's records; each with `perRecord` different people. */
  readonly given: readonly { readonly recordId: string; readonly personIds: readonly string[] }[];
  readonly notGiven: readonly { readonly recordId: string; readonly because: AllotmentGap }[];
}

/**
 * Gives records out to screeners, each record to one or two of them.
 *
 * Evens out what people hold in all (given earlier and now): without capacities, recusals and earlier gifts nobody holds
 * more than one record above another. Records that few may judge are dealt first; when the free people may not judge a
 * record, earlier ones are handed on to make room. A record gets all its screeners or none, and then says why.
 * The same request and seed give the same allotment.
 */
export function allot(request: AllotmentRequest): Allotment {
  refuseDoubles(request);
  const random = randomFrom(request.seed);
  const ledger = ledgerOf(request);
  const order = mostRecusedFirst(request, random);
  const isKept = request.pairs === 'kept' && request.perRecord === 2;
  const choose: Chooser = isKept ? keptPairs(request, ledger, random) : rotatedPairs(request, ledger, random);
  const gaps = new Map<number, AllotmentGap>();
  for (const record of order) {
    const chosen = choose(record) ?? (isKept ? null : chooseWithRoomMade(request, ledger, record, choose));
    if (chosen) for (const person of chosen) ledger.give(person, record);
    else gaps.set(record, gapOf(request, ledger, record));
  }
  if (!isKept) even(ledger);
  return report(request, ledger, gaps);
}

function refuseDoubles(request: AllotmentRequest): void {
  const people = new Set(request.screeners.map(screener => screener.personId));
  if (people.size < request.screeners.length) throw new RangeError('allot: a screener is named twice');
  if (new Set(request.recordIds).size < request.recordIds.length)
    throw new RangeError('allot: a record is named twice');
}

function mostRecusedFirst(request: AllotmentRequest, random: () => number): number[] {
  const recusals = new Map<string, number>();
  for (const [, recordId] of request.recused) recusals.set(recordId, (recusals.get(recordId) ?? 0) + 1);
  const count = (record: number) => recusals.get(request.recordIds[record] ?? '') ?? 0;
  return shuffled([...request.recordIds.keys()], random).sort((one, other) => count(other) - count(one));
}

/** Hands earlier records on, one chain at a time, until enough people who may judge this record have room. */
function chooseWithRoomMade(request: AllotmentRequest, ledger: Ledger, record: number, choose: Chooser) {
  const full = request.screeners.map((_, person) => person).filter(person => ledger.mayHold(person, record));
  for (const person of full) {
    if (ledger.hasRoom(person)) continue;
    const isOtherwiseNeeded = (other: number) => ledger.mayHold(other, record) && spare(request, ledger, other) < 2;
    const moves = chainFrom(ledger, person, other => ledger.hasRoom(other) && !isOtherwiseNeeded(other));
    if (!moves) continue;
    makeMoves(ledger, moves);
    const chosen = choose(record);
    if (chosen) return chosen;
  }
  return null;
}

function spare(request: AllotmentRequest, ledger: Ledger, person: number): number {
  return (request.screeners[person]?.capacity ?? Number.POSITIVE_INFINITY) - (ledger.load[person] ?? 0);
}

function gapOf(request: AllotmentRequest, ledger: Ledger, record: number): AllotmentGap {
  if (request.screeners.length < request.perRecord) return 'too-few-screeners';
  const able = request.screeners.filter((_, person) => ledger.mayHold(person, record));
  if (able.length < request.perRecord) return 'too-many-recused';
  const free = request.screeners.filter((_, person) => ledger.mayHold(person, record) && ledger.hasRoom(person));
  return free.length < request.perRecord ? 'capacity-used-up' : 'no-kept-pair-free';
}

/** Hands records on from who holds most to who holds at least two fewer, until no chain of moves evens out any more. */
function even(ledger: Ledger): void {
  const fullest = [...ledger.load.keys()].sort((one, other) => (ledger.load[other] ?? 0) - (ledger.load[one] ?? 0));
  for (const person of fullest) {
    for (;;) {
      const most = ledger.load[person] ?? 0;
      if (!ledger.load.some((load, other) => load < most - 1 && ledger.hasRoom(other))) break;
      const moves = chainFrom(ledger, person, other => ledger.hasRoom(other) && (ledger.load[other] ?? 0) < most - 1);
      if (!moves) break;
      makeMoves(ledger, moves);
    }
  }
}

function report(request: AllotmentRequest, ledger: Ledger, gaps: ReadonlyMap<number, AllotmentGap>): Allotment {
  const given: { recordId: string; personIds: string[] }[] = [];
  const notGiven: { recordId: string; because: AllotmentGap }[] = [];
  for (const [record, recordId] of request.recordIds.entries()) {
    const because = gaps.get(record);
    const people = ledger.holders[record] ?? [];
    if (because) notGiven.push({ recordId, because });
    else given.push({ recordId, personIds: people.map(person => request.screeners[person]?.personId ?? '') });
  }
  return { given, notGiven };
}
