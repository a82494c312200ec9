import type { Rows } from '#core/numeric/matrices';

/**
 * An order in which near things stand together: clusters are joined by the distance of their farthest members (complete
 * linkage), the tighter one first. Takes a symmetric matrix of distances; gives places, each once.
 */
export function clusterOrder(distances: Rows): number[] {
  let clusters = distances.map((_, place) => ({ members: [place], height: 0 }));
  const apart = (a: readonly number[], b: readonly number[]) =>
    a.reduce((most, i) => b.reduce((far, j) => Math.max(far, distances[i]?.[j] ?? 0), most), 0);
  while (clusters.length > 1) {
    let best = { first: 0, second: 1, height: Number.POSITIVE_INFINITY };
    clusters.forEach((one, first) => {
      clusters.forEach((two, second) => {
        if (second <= first) return;
        const height = apart(one.members, two.members);
        if (height < best.height) best = { first, second, height };
      });
    });
    const [one, two] = [clusters[best.first], clusters[best.second]];
    if (!one || !two) break;
    const [tight, loose] = one.height <= two.height ? [one, two] : [two, one];
    const joined = { members: [...tight.members, ...loose.members], height: best.height };
    clusters = [...clusters.filter(cluster => cluster !== one && cluster !== two), joined];
  }
  return clusters[0]?.members ?? [];
}
