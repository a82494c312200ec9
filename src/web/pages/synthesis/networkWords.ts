import { pText } from '#core/reporting/numbers';
import type { NetworkAnalysis } from '#core/synthesis/network/analyseNetwork';
import type { Answer } from './answer.ts';
import { varianceText } from './resultNumbers.ts';

export interface AgainstReference {
  readonly name: string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly predictionLower: number;
  readonly predictionUpper: number;
  readonly pScore: number;
}

/** Every treatment against one, the surest first. Prediction by the normal distribution with the network's τ². */
export function againstReference(network: NetworkAnalysis, reference: string): AgainstReference[] {
  const { treatments, league, pScores, tauSquared } = network;
  const j = treatments.indexOf(reference);
  const at = (rows: readonly (readonly number[])[], i: number) => rows[i]?.[j] ?? Number.NaN;
  return treatments
    .flatMap((name, i): AgainstReference[] => {
      if (i === j) return [];
      const estimate = at(league.estimate, i);
      const error = at(league.standardError, i);
      const z = error > 0 ? (at(league.upper, i) - estimate) / error : 0;
      const wide = z * Math.sqrt(error ** 2 + tauSquared);
      return [
        {
          name,
          estimate,
          lower: at(league.lower, i),
          upper: at(league.upper, i),
          predictionLower: estimate - wide,
          predictionUpper: estimate + wide,
          pScore: pScores[i] ?? Number.NaN,
        },
      ];
    })
    .sort((a, b) => b.pScore - a.pScore);
}

/** The treatment of most studies: what the others are compared with unless somebody chooses. */
export function usualReference({ comparisons, treatments }: NetworkAnalysis): string {
  const studies = (name: string) =>
    comparisons.reduce((sum, { from, to, studies: own }) => sum + (from === name || to === name ? own : 0), 0);
  return [...treatments].sort((a, b) => studies(b) - studies(a))[0] ?? '';
}

/** Which treatment is better than the reference? */
export function networkAnswer(
  network: NetworkAnalysis,
  reference: string,
  isLowerBetter: boolean,
  write: (value: number) => string,
): Answer {
  const rows = againstReference(network, reference);
  const clear = rows.filter(({ lower, upper }) => lower > 0 || upper < 0);
  const better = clear.filter(({ estimate }) => estimate < 0 === isLowerBetter);
  const worse = clear.filter(row => !better.includes(row));
  const told = (list: readonly AgainstReference[]) =>
    list.map(({ name, estimate, lower, upper }) => `${name} ${write(estimate)} (${write(lower)} to ${write(upper)})`);
  const spread =
    network.tauSquared > 0
      ? ` Studies of the same comparison differ (τ² ${varianceText(network.tauSquared)}); a new one may find something else.`
      : '';
  if (clear.length === 0) {
    return {
      claim: `No treatment differs clearly from ${reference}.`,
      rest: `All intervals hold “no effect”.${spread}`,
    };
  }
  const claim =
    better.length > 0
      ? `Better than ${reference}: ${better.map(({ name }) => name).join(', ')}.`
      : `Worse than ${reference}: ${worse.map(({ name }) => name).join(', ')}.`;
  return { claim, rest: `${told(clear).join('; ')}.${spread}` };
}

/** What the tests of inconsistency say, also when they disagree. */
export function inconsistencyWords({ splits, decomposition }: NetworkAnalysis): string {
  const tested = splits.flatMap(({ difference }) => (difference ? [difference.p] : []));
  const { between } = decomposition;
  const byDesign =
    between.df > 0
      ? `With fixed effects, the whole network ${between.p < 0.05 ? 'disagrees with itself' : 'agrees with itself'} (Q ${between.q.toFixed(1)}, df ${between.df}, ${pText(between.p)}).`
      : 'There is no loop in which designs could disagree.';
  if (tested.length === 0) return `No pair has both direct and indirect evidence. ${byDesign}`;
  const smallest = Math.min(...tested);
  return smallest < 0.05
    ? `Direct and indirect evidence disagree for at least one pair (smallest ${pText(smallest)}). ${byDesign}`
    : `No pair differs clearly between direct and indirect evidence (smallest ${pText(smallest)}). ${byDesign}`;
}
