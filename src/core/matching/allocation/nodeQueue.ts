/** A queue of nodes that gives the nearest first. A node may lie in it more than once; the asker passes over stale ones. */
export interface NodeQueue {
  readonly put: (node: number, distance: number) => void;
  readonly take: () => { readonly node: number; readonly distance: number } | null;
}

/** A binary heap in two parallel lists. */
export function nodeQueue(): NodeQueue {
  const nodes: number[] = [];
  const distances: number[] = [];
  const isNearer = (a: number, b: number) => (distances[a] ?? 0) < (distances[b] ?? 0);
  const swap = (a: number, b: number) => {
    const node = nodes[a] ?? 0;
    const distance = distances[a] ?? 0;
    nodes[a] = nodes[b] ?? 0;
    distances[a] = distances[b] ?? 0;
    nodes[b] = node;
    distances[b] = distance;
  };
  const sink = (from: number) => {
    for (let at = from; ; ) {
      let nearest = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < nodes.length && isNearer(child, nearest)) nearest = child;
      if (nearest === at) return;
      swap(at, nearest);
      at = nearest;
    }
  };
  return {
    put: (node, distance) => {
      nodes.push(node);
      distances.push(distance);
      for (let at = nodes.length - 1; at > 0 && isNearer(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1);
    },
    take: () => {
      const node = nodes[0];
      const distance = distances[0];
      if (node === undefined || distance === undefined) return null;
      swap(0, nodes.length - 1);
      nodes.pop();
      distances.pop();
      sink(0);
      return { node, distance };
    },
  };
}
