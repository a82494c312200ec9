import { type AnalysisSpec, type Model, usualZeroCells } from '#core/synthesis/analysisSpec';
import type { BayesianPriors } from '#core/synthesis/bayes/bayesianMeta';
import type { NamedTauPrior } from '#core/synthesis/bayes/empiricalPriors';
import type { DoseDesign } from '#core/synthesis/doseResponse/greenlandLongnecker';
import type { VarianceKind, ZeroRule } from '#core/synthesis/effects/effectSize';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import type { MultivariateMethod } from '#core/synthesis/multilevel/multivariateMeta';
import type { RobustKind } from '#core/synthesis/multilevel/robustVariance';
import type { NetworkModel } from '#core/synthesis/network/networkTauSquared';
import type { SelectionKind } from '#core/synthesis/selection/selectionFunctions';
import type { Favoured } from '#core/synthesis/selection/selectionModel';
import type { SequentialChoices } from '#core/synthesis/sequential/sequentialChoices';
import type { SubgroupVariance } from '#core/synthesis/specification';

/** Parts of a report beyond the pooled effect, each asked for by its word. */
export const REPORT_ITEMS = [
  'leave-one-out',
  'cumulative',
  'influence',
  'baujat',
  'best-predictions',
  'heterogeneity-intervals',
  'henmi-copas',
  'permutation',
  'egger',
  'egger-mixed',
  'begg',
  'harbord',
  'peters',
  'macaskill',
  'deeks',
  'arcsine',
  'debray',
  'trim-and-fill',
  'pet-peese',
  'fail-safe',
  'excess-significance',
  'p-curve',
  'limit',
  'lfk',
  'diversity',
] as const;
export type ReportItem = (typeof REPORT_ITEMS)[number];

/** Models that a request may name: those of an analysis, and the mixed model of counts by its short name. */
export const REQUEST_MODELS = ['fixed', 'random', 'glmm'] as const satisfies readonly (Model | 'glmm')[];

/** One study (or, for a network, one arm; for a dose-response analysis, one category) by the short names of its columns. */
export type DataRow = Readonly<Record<string, number | string | null>>;

/** Levels of nesting above the rows, and an assumed correlation of the errors of rows that share a study. */
export interface MultilevelRequest {
  /** Columns, outermost first; the innermost level is the row itself. */
  readonly levels: readonly string[];
  /** Of sampling errors within a group of `correlatedWithin`. */
  readonly correlation: number;
  /** Column; the last level unless given. */
  readonly correlatedWithin?: string | undefined;
  readonly method: 'REML' | 'ML';
}

export interface SequentialRequest extends SequentialChoices {
  /** Column by which the trials are put in order; as given when absent. */
  readonly orderBy?: string | undefined;
}

export interface DiagnosticRequest {
  readonly model: 'normal' | 'binomial';
  readonly method: 'ML' | 'REML';
  /** Of the binomial model; 1 is Laplace's approximation. */
  readonly points: number;
  readonly falsePositiveRates: readonly number[];
}

export interface DoseResponseRequest {
  /** Columns that name the study and its design. */
  readonly study: string;
  readonly design: DoseDesign | { readonly column: string };
  readonly curve: 'linear' | 'spline';
  readonly knotPercentiles: readonly number[];
  readonly method: MultivariateMethod;
  readonly doses: readonly number[];
  readonly reference: number;
}

/** One synthesis as a program asks for it: the command line and the API take the same. */
export interface SynthesisRequest extends Omit<AnalysisSpec, 'zeroCells' | 'measure' | 'model'> {
  /** Only a diagnostic or dose-response synthesis does without. */
  readonly measure?: EffectMeasure | undefined;
  readonly model: (typeof REQUEST_MODELS)[number];
  readonly data: readonly DataRow[];
  readonly effects: { readonly add: number; readonly to: ZeroRule | null; readonly variance: VarianceKind };
  readonly subgroups?: { readonly by: string; readonly tauSquared: SubgroupVariance } | undefined;
  /** Columns of `data`, numbers or texts as categories; `one:other` is their interaction. */
  readonly moderators: readonly string[];
  /** Values of the moderators at which the regression is asked. */
  readonly predictAt: readonly DataRow[];
  /** Orders of the permutation test of the regression; 0 for none. */
  readonly permutations: number;
  readonly seed: number;
  readonly cluster?: string | undefined;
  readonly robust: RobustKind;
  readonly multilevel?: MultilevelRequest | undefined;
  readonly bayes?: (Omit<BayesianPriors, 'tau'> & { readonly tau: BayesianPriors['tau'] | NamedTauPrior }) | undefined;
  readonly selection: readonly {
    readonly kind: SelectionKind;
    readonly favoured: Favoured;
    readonly steps: readonly number[];
  }[];
  readonly sequential?: SequentialRequest | undefined;
  readonly diagnostic?: DiagnosticRequest | undefined;
  readonly doseResponse?: DoseResponseRequest | undefined;
  readonly network?:
    | {
        readonly study: string;
        readonly treatment: string;
        readonly model: NetworkModel;
        readonly smallIsBetter: boolean;
      }
    | undefined;
  readonly report: readonly ReportItem[];
}

/** What is added to zero cells: as was asked, or else what is usual for the measure. */
export function zeroCellsOf({
  measure,
  effects,
}: Pick<SynthesisRequest, 'measure' | 'effects'>): AnalysisSpec['zeroCells'] {
  return { add: effects.add, to: effects.to ?? usualZeroCells(measure ?? 'OR').to };
}
