/**
 * The first `most` of so many candidates in their order, without ordering the rest: a heap keeps the best seen so far, the
 * worst of them on top. `comesBefore` must be a strict order without ties, so that the answer is the same each time.
 * Candidates are numbers; gives at most `most` of them, the first one first.
 */
export function bestFirst(
  candidates: Iterable<number>,
  most: number,
  comesBefore: (one: number, other: number) => boolean,
): number[] {
  const heap: number[] = [];
  const at = (place: number): number => heap[place] as number; // places below lie inside the heap
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  const rise = (from: number): void => {
    for (let place = from; place > 0; ) {
      const above = (place - 1) >> 1;
      if (!comesBefore(at(above), at(place))) return;
      swap(above, place);
      place = above;
    }
  };
  const sink = (): void => {
    for (let place = 0; ; ) {
      let worst = place;
      for (const below of [2 * place + 1, 2 * place + 2]) {
        if (below < heap.length && comesBefore(at(worst), at(below))) worst = below;
      }
      if (worst === place) return;
      swap(worst, place);
      place = worst;
    }
  };
  if (most <= 0) return [];
  for (const candidate of candidates) {
    if (heap.length < most) {
      heap.push(candidate);
      rise(heap.length - 1);
    } else if (comesBefore(candidate, at(0))) {
      heap[0] = candidate;
      sink();
    }
  }
  return heap.sort((one, other) => (comesBefore(one, other) ? -1 : 1));
}
