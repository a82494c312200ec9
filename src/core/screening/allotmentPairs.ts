import { shuffled } from '#core/random';
import type { AllotmentRequest } from '#core/screening/allotment';
import type { Ledger } from '#core/screening/allotmentLedger';

/** The people to give a record to, or null when there are not enough who may judge it and have room. */
export type Chooser = (record: number) => readonly number[] | null;

/** Those who may judge the record and have room, least loaded first; ties in the order of `people`. */
function free(ledger: Ledger, people: readonly number[], record: number): number[] {
  const able = people.filter(person => ledger.hasRoom(person) && ledger.mayHold(person, record));
  return able.sort((one, other) => (ledger.load[one] ?? 0) - (ledger.load[other] ?? 0));
}

/** Each record to the least loaded; among equals to the two who have shared the fewest records so far. */
export function rotatedPairs(request: AllotmentRequest, ledger: Ledger, random: () => number): Chooser {
  const people = shuffled([...request.screeners.keys()], random);
  const shared = new Map<string, number>();
  const pairOf = (one: number, other: number) => `${Math.min(one, other)} ${Math.max(one, other)}`;
  const sharedBy = (one: number, other: number) => shared.get(pairOf(one, other)) ?? 0;
  return record => {
    const [first, ...others] = free(ledger, people, record);
    if (first === undefined) return null;
    if (request.perRecord === 1) return [first];
    const lightest = ledger.load[others[0] ?? first] ?? 0;
    const [second] = others
      .filter(person => (ledger.load[person] ?? 0) === lightest)
      .sort((one, other) => sharedBy(first, one) - sharedBy(first, other));
    if (second === undefined) return null;
    shared.set(pairOf(first, second), sharedBy(first, second) + 1);
    return [first, second];
  };
}

/** The team is cut into pairs once; an odd number leaves one group of three, two of whom share each of its records. */
export function keptPairs(request: AllotmentRequest, ledger: Ledger, random: () => number): Chooser {
  const people = shuffled([...request.screeners.keys()], random);
  const groups: number[][] = [];
  for (let at = 0; at + 1 < people.length; at += 2) groups.push(people.slice(at, at + 2));
  if (people.length % 2 === 1) groups.at(-1)?.push(...people.slice(-1));
  const weight = (pair: readonly number[]) => pair.reduce((sum, person) => sum + (ledger.load[person] ?? 0), 0);
  return record => {
    const able = groups.map(group => free(ledger, group, record).slice(0, 2)).filter(pair => pair.length === 2);
    return able.sort((one, other) => weight(one) - weight(other))[0] ?? null;
  };
}
