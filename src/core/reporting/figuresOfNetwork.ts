import { normalQuantile } from '#core/numeric/distributions';
import type { Estimate, ForestData } from '#core/reporting/forestData';
import type { FunnelData } from '#core/reporting/funnelFigure';
import type { LeagueData } from '#core/reporting/leagueFigure';
import { MEASURE_WORDS } from '#core/reporting/measureWords';
import type { NetworkData } from '#core/reporting/networkFigure';
import { decimalText } from '#core/reporting/numbers';
import { SYMBOLS } from '#core/reporting/pointSymbol';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import { comparisonAdjusted } from '#core/synthesis/network/comparisonAdjusted';
import { type Contrast, studiesOf, treatmentsOf } from '#core/synthesis/network/contrasts';
import { directAndIndirect } from '#core/synthesis/network/directAndIndirect';
import type { LeagueTable } from '#core/synthesis/network/networkFit';

/** A network as it was pooled. */
export interface DrawnNetwork {
  readonly measure: EffectMeasure;
  readonly contrasts: readonly Contrast[];
  readonly treatments: readonly string[];
  readonly tauSquared: number;
  readonly league: LeagueTable;
  /** One for each treatment, in their order. */
  readonly pScores: readonly number[];
  /** Percent. */
  readonly level?: number;
}

function estimateAt(league: LeagueTable, i: number, j: number): Estimate {
  const at = (rows: LeagueTable['estimate']) => rows[i]?.[j] ?? Number.NaN;
  return { estimate: at(league.estimate), lower: at(league.lower), upper: at(league.upper) };
}

/** The league table, treatments from the best P-score to the worst. */
export function leagueOfNetwork(network: DrawnNetwork, nameOf = (id: string) => id): LeagueData {
  const { measure, contrasts, treatments, tauSquared, league, pScores, level = 95 } = network;
  const order = treatments.map((_, i) => i).sort((a, b) => (pScores[b] ?? 0) - (pScores[a] ?? 0));
  const z = normalQuantile(0.5 + level / 200);
  const splits = directAndIndirect(contrasts, tauSquared);
  const direct = (i: number, j: number): Estimate | null => {
    const [a, b] = [treatments[i], treatments[j]];
    const split = splits.find(({ t1, t2 }) => (t1 === a && t2 === b) || (t1 === b && t2 === a));
    if (!split) return null;
    const estimate = split.t1 === a ? split.direct : -split.direct;
    return { estimate, lower: estimate - z * split.directError, upper: estimate + z * split.directError };
  };
  const words = MEASURE_WORDS[measure];
  return {
    measure: words.title,
    scale: words.scale,
    noEffect: words.noEffect ?? 0,
    level,
    treatments: order.map(i => ({ name: nameOf(treatments[i] ?? ''), pScore: pScores[i] ?? 0 })),
    network: order.map(i => order.map(j => (i === j ? null : estimateAt(league, i, j)))),
    direct: order.map(i => order.map(j => (i === j ? null : direct(i, j)))),
  };
}

/** Every treatment against a reference as a forest plot, the best P-score first. */
export function forestOfNetwork(network: DrawnNetwork, reference: string, nameOf = (id: string) => id): ForestData {
  const { measure, treatments, league, pScores, tauSquared, level = 95 } = network;
  const base = treatments.indexOf(reference);
  if (base < 0) throw new RangeError(`forestOfNetwork: "${reference}" is not among the treatments`);
  const words = MEASURE_WORDS[measure];
  const order = treatments.map((_, i) => i).sort((a, b) => (pScores[b] ?? 0) - (pScores[a] ?? 0));
  return {
    measure: words.title,
    scale: words.scale,
    noEffect: words.noEffect,
    level: level / 100,
    armColumns: [],
    rowHead: 'Treatment',
    lastColumn: { title: 'P-score', unit: '0 to 1' },
    groups: [
      {
        label: `Against ${nameOf(reference)}`,
        rows: order
          .filter(i => i !== base)
          .map(i => ({
            studyId: treatments[i] ?? '',
            label: nameOf(treatments[i] ?? ''),
            effect: estimateAt(league, i, base),
            weightPercent: null,
            lastCell: decimalText(pScores[i] ?? 0, 2),
          })),
      },
    ],
    heterogeneity: [tauSquared > 0 ? `τ² = ${decimalText(tauSquared, tauSquared < 0.01 ? 4 : 2)}` : 'τ² = 0'],
    method: [],
  };
}

/** The network of comparisons: trials on the lines; people where they are known. */
export function networkOfContrasts(
  contrasts: readonly Contrast[],
  people: ReadonlyMap<string, number> = new Map(),
  nameOf = (id: string) => id,
): NetworkData {
  const treatments = treatmentsOf(contrasts);
  const pairs = new Map<string, { from: string; to: string; studies: number }>();
  for (const { t1, t2 } of contrasts) {
    const [from = '', to = ''] = [t1, t2].sort();
    const known = pairs.get(`${from}\n${to}`);
    pairs.set(`${from}\n${to}`, { from, to, studies: (known?.studies ?? 0) + 1 });
  }
  const many = studiesOf(contrasts).filter(own => treatmentsOf(own).length > 2).length;
  const trials = many === 1 ? 'One trial has' : `${many} trials have`;
  return {
    treatments: treatments.map(id => ({ treatmentId: id, name: nameOf(id), people: people.get(id) ?? null })),
    comparisons: [...pairs.values()],
    ...(many > 0 ? { notes: [`${trials} three arms or more and counts in each of its comparisons.`] } : {}),
  };
}

/**
 * The funnel of all comparisons, each study's effect less that of its comparison. `order`: treatments from old to new (or
 * whatever small studies are thought to favour); the later one of a pair stands first.
 */
export function funnelOfNetwork(
  { measure, contrasts }: Pick<DrawnNetwork, 'measure' | 'contrasts'>,
  order: readonly string[],
  nameOf = (id: string) => id,
): FunnelData {
  const effects = comparisonAdjusted(contrasts, order);
  const words = MEASURE_WORDS[measure];
  const pairs = [...new Set(effects.map(({ t1, t2 }) => `${nameOf(t1)} : ${nameOf(t2)}`))];
  // More comparisons than marks: the rest share the last one, and are named so.
  const kinds = pairs.length > SYMBOLS ? [...pairs.slice(0, SYMBOLS - 1), 'other comparisons'] : pairs;
  return {
    measure: `${words.title} less that of its comparison`,
    scale: words.scale,
    noEffect: null,
    pooled: 0,
    limitsAround: 0,
    standardErrorOf: words.analysed,
    kinds,
    points: effects.map(({ study, t1, t2, estimate, standardError }) => ({
      studyId: `${study}: ${t1} : ${t2}`,
      label: `${study}: ${nameOf(t1)} : ${nameOf(t2)}`,
      estimate,
      standardError,
      kind: Math.min(kinds.length - 1, pairs.indexOf(`${nameOf(t1)} : ${nameOf(t2)}`)),
    })),
  };
}
