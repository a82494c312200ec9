import { nodeQueue } from '#core/matching/allocation/nodeQueue';

/** A directed arc with room for `capacity` units at `cost` each. */
export interface FlowArc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

/** The network with a twin for each arc that takes flow back: arc 2i is the i-th given, 2i + 1 its twin. */
interface Residual {
  readonly to: Int32Array;
  readonly cost: Float64Array;
  readonly room: Float64Array;
  /** Arcs that leave each node. */
  readonly leaving: readonly (readonly number[])[];
}

function residualOf(nodeCount: number, arcs: readonly FlowArc[]): Residual {
  const to = new Int32Array(2 * arcs.length);
  const cost = new Float64Array(2 * arcs.length);
  const room = new Float64Array(2 * arcs.length);
  const leaving: number[][] = Array.from({ length: nodeCount }, () => []);
  arcs.forEach((arc, i) => {
    to[2 * i] = arc.to;
    to[2 * i + 1] = arc.from;
    cost[2 * i] = arc.cost;
    cost[2 * i + 1] = -arc.cost;
    room[2 * i] = arc.capacity;
    leaving[arc.from]?.push(2 * i);
    leaving[arc.to]?.push(2 * i + 1);
  });
  return { to, cost, room, leaving };
}

/** Cheapest way from the source to each node when costs may be negative (no negative cycle): Bellman, Ford and Moore. */
function firstDistances({ to, cost, room, leaving }: Residual, source: number): Float64Array {
  const distance = new Float64Array(leaving.length).fill(Number.POSITIVE_INFINITY);
  distance[source] = 0;
  const waiting = [source];
  const isWaiting = new Uint8Array(leaving.length);
  for (let head = 0; head < waiting.length; head++) {
    const node = waiting[head] ?? source;
    isWaiting[node] = 0;
    for (const arc of leaving[node] ?? []) {
      const next = to[arc] ?? 0;
      const through = (distance[node] ?? 0) + (cost[arc] ?? 0);
      if ((room[arc] ?? 0) <= 0 || through >= (distance[next] ?? 0)) continue;
      distance[next] = through;
      if (isWaiting[next]) continue;
      isWaiting[next] = 1;
      waiting.push(next);
    }
  }
  return distance;
}

/** Reduced-cost distances, exact up to the sink's; beyond it the sink's distance stands in. Null when it cannot be reached. */
function nextDistances(net: Residual, potential: Float64Array, source: number, sink: number): Float64Array | null {
  const { to, cost, room, leaving } = net;
  const distance = new Float64Array(leaving.length).fill(Number.POSITIVE_INFINITY);
  distance[source] = 0;
  const queue = nodeQueue();
  queue.put(source, 0);
  for (let nearest = queue.take(); nearest !== null; nearest = queue.take()) {
    const { node } = nearest;
    if (nearest.distance > (distance[node] ?? 0)) continue;
    if (node === sink) return distance.map(value => Math.min(value, nearest?.distance ?? 0));
    for (const arc of leaving[node] ?? []) {
      if ((room[arc] ?? 0) <= 0) continue;
      const next = to[arc] ?? 0;
      const through = nearest.distance + (cost[arc] ?? 0) + (potential[node] ?? 0) - (potential[next] ?? 0);
      if (through >= (distance[next] ?? 0)) continue;
      distance[next] = through;
      queue.put(next, through);
    }
  }
  return null;
}

/** How many arcs each node lies from the source on ways that cost nothing beyond the potentials; −1 where none leads. */
function stepsFromSource(net: Residual, potential: Float64Array, source: number): Int32Array {
  const { to, cost, room, leaving } = net;
  const steps = new Int32Array(leaving.length).fill(-1);
  steps[source] = 0;
  const reached = [source];
  for (let head = 0; head < reached.length; head++) {
    const node = reached[head] ?? source;
    for (const arc of leaving[node] ?? []) {
      const next = to[arc] ?? 0;
      if ((room[arc] ?? 0) <= 0 || (steps[next] ?? 0) >= 0) continue;
      if ((cost[arc] ?? 0) + (potential[node] ?? 0) - (potential[next] ?? 0) !== 0) continue;
      steps[next] = (steps[node] ?? 0) + 1;
      reached.push(next);
    }
  }
  return steps;
}

/**
 * Sends all that ways of no cost beyond the potentials can take: Dinic's method, in rounds of shortest ways, so that no walk
 * goes in a circle.
 */
function sendAlongCheapest(net: Residual, potential: Float64Array, source: number, sink: number): void {
  for (;;) {
    const steps = stepsFromSource(net, potential, source);
    if ((steps[sink] ?? -1) < 0) return;
    sendByRound(net, potential, steps, source, sink);
  }
}

/** One round: depth-first walks that go one step further from the source with every arc, until none reaches the sink. */
function sendByRound(net: Residual, potential: Float64Array, steps: Int32Array, source: number, sink: number): void {
  const { to, cost, room, leaving } = net;
  const tried = new Int32Array(leaving.length);
  let path: number[] = [];
  let node = source;
  const leads = (arc: number): boolean => {
    const next = to[arc] ?? 0;
    if ((room[arc] ?? 0) <= 0 || (steps[next] ?? 0) !== (steps[node] ?? 0) + 1) return false;
    return (cost[arc] ?? 0) + (potential[node] ?? 0) - (potential[next] ?? 0) === 0;
  };
  for (;;) {
    if (node === sink) {
      let amount = Number.POSITIVE_INFINITY;
      for (const arc of path) amount = Math.min(amount, room[arc] ?? 0);
      for (const arc of path) {
        room[arc] = (room[arc] ?? 0) - amount;
        room[arc ^ 1] = (room[arc ^ 1] ?? 0) + amount;
      }
      path = [];
      node = source;
    }
    const arcs = leaving[node] ?? [];
    let at = tried[node] ?? 0;
    while (at < arcs.length && !leads(arcs[at] ?? 0)) at++;
    tried[node] = at;
    const arc = arcs[at];
    if (arc !== undefined) {
      path.push(arc);
      node = to[arc] ?? 0;
      continue;
    }
    const back = path.pop();
    if (back === undefined) return;
    // Nothing leads on from here: the arc that led here need not be tried again in this round.
    node = to[back ^ 1] ?? source;
    tried[node] = (tried[node] ?? 0) + 1;
  }
}

/**
 * A flow of least cost from a source to a sink, by successive cheapest ways with potentials.
 *
 * Takes: arcs with whole-number costs (negative ones too, but no cycle of negative cost) and capacities from 0. Whole numbers
 * keep the sums exact up to 2^53.
 * Gives: the flow on each arc; of all flows the cheapest, and with `amount: 'most'` the cheapest among those of greatest amount.
 * Throws a RangeError for costs that are no whole numbers.
 * Source: Ahuja RK, Magnanti TL, Orlin JB. Network Flows, 1993, sections 9.7–9.8.
 */
export function minimumCostFlow(
  nodeCount: number,
  arcs: readonly FlowArc[],
  source: number,
  sink: number,
  amount: 'cheapest' | 'most',
): Float64Array {
  if (!arcs.every(arc => Number.isSafeInteger(arc.cost)))
    throw new RangeError('minimumCostFlow: costs must be whole numbers');
  const net = residualOf(nodeCount, arcs);
  const potential = firstDistances(net, source).map(value => (Number.isFinite(value) ? value : 0));
  for (;;) {
    const distance = nextDistances(net, potential, source, sink);
    if (!distance) break;
    for (let node = 0; node < nodeCount; node++) potential[node] = (potential[node] ?? 0) + (distance[node] ?? 0);
    if (amount === 'cheapest' && (potential[sink] ?? 0) >= (potential[source] ?? 0)) break;
    sendAlongCheapest(net, potential, source, sink);
  }
  return Float64Array.from(arcs, (_, i) => net.room[2 * i + 1] ?? 0);
}
