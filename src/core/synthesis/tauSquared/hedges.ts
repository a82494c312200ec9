import { project, traces } from '#core/synthesis/projection';
import type { TauProblem, TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** (RSS - tr P0 V)/(k - p) without weights. Source: Hedges and Olkin (1985), Statistical Methods for Meta-Analysis. */
export const hedges: TauSquaredEstimator = {
  estimate: problem => Math.max(0, untruncatedHedges(problem)),
  standardError: ({ yi, vi, design }, tauSquared) => {
    const w = vi.map(() => 1);
    const { pv, pvpv } = traces(design, project(design, yi, w).bread, w, vi);
    const df = design.k - design.p;
    return Math.sqrt((2 * pvpv + 4 * tauSquared * pv + 2 * tauSquared ** 2 * df) / df ** 2);
  },
};

/** Also where the likelihood methods begin their search. */
export function untruncatedHedges({ yi, vi, design }: TauProblem): number {
  const w = vi.map(() => 1);
  const { rss, bread } = project(design, yi, w);
  return (rss - traces(design, bread, w, vi).pv) / (design.k - design.p);
}
