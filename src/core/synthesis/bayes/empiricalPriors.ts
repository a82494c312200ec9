import type { TauPrior } from '#core/synthesis/bayes/tauPrior';

/** What is compared with what, as the Cochrane reviews were sorted. */
export const PRIOR_COMPARISONS = ['drug-placebo', 'drug-drug', 'other-placebo', 'other-drug', 'other-other'] as const;
export type PriorComparison = (typeof PRIOR_COMPARISONS)[number];

export const PRIOR_COMPARISON_WORDS: Readonly<Record<PriorComparison, string>> = {
  'drug-placebo': 'Drug against placebo or control',
  'drug-drug': 'Drug against drug',
  'other-placebo': 'Non-drug against placebo or control',
  'other-drug': 'Non-drug against drug',
  'other-other': 'Non-drug against non-drug',
};

/** A location and a spread for each kind of comparison that the table tells apart. */
interface Row {
  readonly name: string;
  readonly locations: readonly number[];
  readonly spreads: readonly number[];
}

const row = (name: string, locations: readonly number[], spreads: readonly number[]): Row => ({
  name,
  locations,
  spreads,
});

/** Means and SDs of log τ² of log odds ratios: Turner et al. (2015), table IV, in the order of PRIOR_COMPARISONS. */
export const TURNER_OUTCOMES = {
  any: row('Any outcome', [-2.56, -2.56, -2.56, -2.56, -2.56], [1.74, 1.74, 1.74, 1.74, 1.74]),
  mortality: row('All-cause mortality', [-3.95, -4.18, -4.17, -2.92, -3.5], [1.34, 1.41, 1.55, 1.02, 1.26]),
  obstetric: row('Obstetric outcomes', [-3.52, -3.75, -3.74, -2.49, -3.08], [1.74, 1.79, 1.91, 1.5, 1.68]),
  morbidity: row(
    'Cause-specific mortality, major morbidity, composite',
    [-3.71, -3.95, -3.93, -2.68, -3.27],
    [1.74, 1.79, 1.91, 1.51, 1.68],
  ),
  resources: row(
    'Use of resources, hospital stay, process',
    [-2.34, -2.58, -2.56, -1.31, -1.9],
    [1.74, 1.79, 1.91, 1.5, 1.68],
  ),
  surgical: row(
    'Success or failure of surgery or device',
    [-2.14, -2.37, -2.36, -1.11, -1.69],
    [1.74, 1.79, 1.91, 1.5, 1.68],
  ),
  withdrawals: row('Withdrawals, drop-outs', [-2.99, -3.23, -3.21, -1.96, -2.55], [1.74, 1.79, 1.91, 1.51, 1.68]),
  structure: row('Internal, structure-related', [-2.71, -2.94, -2.93, -1.67, -2.26], [1.74, 1.79, 1.92, 1.51, 1.68]),
  physical: row('General physical health', [-2.29, -2.53, -2.51, -1.26, -1.85], [1.53, 1.58, 1.72, 1.25, 1.46]),
  adverse: row('Adverse events', [-1.87, -2.1, -2.1, -0.84, -1.43], [1.52, 1.58, 1.71, 1.24, 1.45]),
  infection: row(
    'Infection, onset of new disease',
    [-2.49, -2.73, -2.71, -1.46, -2.05],
    [1.52, 1.58, 1.71, 1.24, 1.45],
  ),
  symptoms: row(
    'Signs or symptoms of the condition',
    [-2.06, -2.29, -2.28, -1.03, -1.61],
    [1.51, 1.58, 1.71, 1.24, 1.45],
  ),
  pain: row('Pain', [-1.83, -2.06, -2.05, -0.8, -1.38], [1.52, 1.58, 1.71, 1.25, 1.45]),
  functioning: row(
    'Quality of life, functioning (dichotomised)',
    [-2.54, -2.78, -2.77, -1.51, -2.1],
    [1.54, 1.6, 1.73, 1.27, 1.47],
  ),
  mental: row('Mental health', [-2.12, -2.35, -2.34, -1.09, -1.67], [1.53, 1.6, 1.72, 1.27, 1.47]),
  markers: row('Biological markers (dichotomised)', [-1.77, -2, -1.99, -0.74, -1.33], [1.52, 1.58, 1.71, 1.24, 1.45]),
  subjective: row('Subjective outcomes (various)', [-2.7, -2.93, -2.92, -1.67, -2.26], [1.52, 1.58, 1.71, 1.25, 1.45]),
} as const satisfies Readonly<Record<string, Row>>;
export type TurnerOutcome = keyof typeof TURNER_OUTCOMES;

/**
 * Locations and scales of a t distribution with 5 degrees of freedom of log τ² of standardised mean differences: Rhodes et
 * al. (2015), table 3 (areas other than cancer and respiratory disease): drug–placebo, drug–drug, non-drug of any kind.
 */
export const RHODES_OUTCOMES = {
  any: row('Any outcome', [-3.44, -3.44, -3.44], [2.59, 2.59, 2.59]),
  obstetric: row('Obstetric outcomes', [-4.13, -4.4, -3.99], [2.34, 2.31, 2.11]),
  resources: row('Use of resources, hospital stay, process', [-2.55, -2.83, -2.41], [2.73, 2.7, 2.57]),
  structure: row('Internal and external, structure-related', [-2.43, -2.7, -2.29], [2.5, 2.46, 2.32]),
  physical: row('Physical health, adverse events, pain, quality of life', [-3.16, -3.44, -3.02], [2.5, 2.44, 2.27]),
  symptoms: row('Signs or symptoms, infection, new disease', [-3, -3.27, -2.86], [2.5, 2.47, 2.33]),
  mental: row('Mental health', [-2.99, -3.27, -3.85], [2.16, 2.14, 1.93]),
  markers: row('Biological markers', [-3.41, -3.68, -3.27], [2.83, 2.78, 2.66]),
  subjective: row('Subjective outcomes (various)', [-2.76, -3.03, -2.62], [2.58, 2.59, 2.41]),
} as const satisfies Readonly<Record<string, Row>>;
export type RhodesOutcome = keyof typeof RHODES_OUTCOMES;

/** A prior of tau by its name in the literature: which source, which kind of outcome, what is compared. */
export type NamedTauPrior =
  | { readonly family: 'turner'; readonly outcome: TurnerOutcome; readonly comparison: PriorComparison }
  | { readonly family: 'rhodes'; readonly outcome: RhodesOutcome; readonly comparison: PriorComparison };

const RHODES_DF = 5;

/**
 * The distribution that a named prior stands for: what heterogeneity was like in the meta-analyses of the Cochrane Database
 * on such outcomes and comparisons. Scale: τ² of log odds ratios (Turner) or of standardised mean differences (Rhodes); for
 * other measures it says nothing. Takes words of the lists above. Gives a prior that `bayesianMeta` takes.
 * Sources: Turner, Jackson, Wei, Thompson, Higgins (2015), doi:10.1002/sim.6381, which extends Turner et al. (2012),
 * doi:10.1093/ije/dys041; Rhodes, Turner, Higgins (2015), doi:10.1016/j.jclinepi.2014.08.012. Agrees with the tables as the
 * R packages bayesmeta and rnmamod print them, to both decimals.
 */
export function namedTauPrior(prior: NamedTauPrior): TauPrior {
  const place = PRIOR_COMPARISONS.indexOf(prior.comparison);
  if (prior.family === 'turner') {
    const { locations, spreads } = TURNER_OUTCOMES[prior.outcome];
    return {
      family: 'log-normal-tau-squared',
      mean: locations[place] ?? Number.NaN,
      deviation: spreads[place] ?? Number.NaN,
    };
  }
  const { locations, spreads } = RHODES_OUTCOMES[prior.outcome];
  // The table does not tell apart what a non-drug is compared with.
  const column = Math.min(place, locations.length - 1);
  return {
    family: 'log-t-tau-squared',
    location: locations[column] ?? Number.NaN,
    scale: spreads[column] ?? Number.NaN,
    df: RHODES_DF,
  };
}

/** The distribution of a prior, by name or in numbers. */
export function resolvedTauPrior(prior: TauPrior | NamedTauPrior): TauPrior {
  return prior.family === 'turner' || prior.family === 'rhodes' ? namedTauPrior(prior) : prior;
}
