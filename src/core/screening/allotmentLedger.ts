import type { AllotmentRequest } from '#core/screening/allotment';

/** Who holds what while records are dealt out. People and records are their positions in the request. */
export interface Ledger {
  readonly load: number[];
  readonly holders: number[][];
  readonly mayHold: (person: number, record: number) => boolean;
  readonly hasRoom: (person: number) => boolean;
  readonly give: (person: number, record: number) => void;
  readonly takeBack: (person: number, record: number) => void;
}

export function ledgerOf(request: AllotmentRequest): Ledger {
  const position = new Map(request.screeners.map((screener, index) => [screener.personId, index]));
  const recordAt = new Map(request.recordIds.map((recordId, index) => [recordId, index]));
  const recused = new Set<string>();
  for (const [personId, recordId] of request.recused) {
    const person = position.get(personId);
    const record = recordAt.get(recordId);
    if (person !== undefined && record !== undefined) recused.add(`${person} ${record}`);
  }
  const load = request.screeners.map(screener => screener.alreadyGiven);
  const holders: number[][] = request.recordIds.map(() => []);
  const holdersOf = (record: number) => holders[record] ?? [];
  return {
    load,
    holders,
    mayHold: (person, record) => !recused.has(`${person} ${record}`) && !holdersOf(record).includes(person),
    hasRoom: person => (load[person] ?? 0) < (request.screeners[person]?.capacity ?? Number.POSITIVE_INFINITY),
    give: (person, record) => {
      holdersOf(record).push(person);
      load[person] = (load[person] ?? 0) + 1;
    },
    takeBack: (person, record) => {
      const held = holdersOf(record);
      held.splice(held.indexOf(person), 1);
      load[person] = (load[person] ?? 0) - 1;
    },
  };
}

/** The moves, each a record from one person to another, that free a seat; null when no chain of moves leads there. */
export type Move = readonly [from: number, to: number, record: number];

/**
 * The shortest chain of moves that takes one record's seat off `start` and ends with a person for whom `isGoal` holds
 * (breadth first over people; an edge is a record that the one holds and the other may hold).
 */
export function chainFrom(ledger: Ledger, start: number, isGoal: (person: number) => boolean): readonly Move[] | null {
  const cameBy = new Map<number, Move | null>([[start, null]]);
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at !== start && isGoal(at)) return walkBack(cameBy, at);
    for (const [record, held] of ledger.holders.entries()) {
      if (!held.includes(at)) continue;
      for (let person = 0; person < ledger.load.length; person++) {
        if (cameBy.has(person) || !ledger.mayHold(person, record)) continue;
        cameBy.set(person, [at, person, record]);
        queue.push(person);
      }
      if (cameBy.size === ledger.load.length) break;
    }
  }
  return null;
}

function walkBack(cameBy: ReadonlyMap<number, Move | null>, end: number): readonly Move[] {
  const moves: Move[] = [];
  for (let move = cameBy.get(end); move; move = cameBy.get(move[0])) moves.push(move);
  return moves;
}

/** Makes the moves from the far end, so that nobody holds a record twice or too many on the way. */
export function makeMoves(ledger: Ledger, moves: readonly Move[]): void {
  for (const [from, to, record] of moves) {
    ledger.takeBack(from, record);
    ledger.give(to, record);
  }
}
