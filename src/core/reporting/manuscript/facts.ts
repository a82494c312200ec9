import type { SentenceWords } from '#core/reporting/analysisSentences';
import type { FlowCounts } from '#core/reporting/flowCounts';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import type { Specification } from '#core/synthesis/specification';
import type { ScreeningMode, SourceKind, Stage } from '#core/vocabulary';

/** Something that was not done as the protocol said, or not planned by it. */
export interface Deviation {
  readonly id: string;
  /** `2026-05-03` */
  readonly on: string;
  readonly what: string;
  /** Empty while nobody has said why. */
  readonly reason: string;
}

export interface SearchFact {
  readonly searchId: string;
  readonly source: string;
  readonly kind: SourceKind;
  readonly platform: string | null;
  readonly ranOn: string;
  readonly records: number;
  readonly hasStrategy: boolean;
  readonly limits: string | null;
  readonly filters: string | null;
  readonly peerReview: string | null;
}

export interface StageFact {
  readonly stage: Stage;
  readonly mode: ScreeningMode;
  readonly sharePercent: number;
  /** People who decided on at least one record. */
  readonly screeners: number;
  readonly settledByOthers: number;
  readonly kappa: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  readonly recordsOfKappa: number;
  readonly pilotRecords: number;
  readonly ranking: string | null;
  /** How screening ended before all was read. */
  readonly stop: string | null;
}

export interface AppraisalFact {
  readonly key: string;
  readonly toolName: string;
  readonly variant: string;
  readonly ofResults: boolean;
  readonly outcomeName: string | null;
  readonly assessorsNeeded: number;
  readonly planned: number;
  /** Settled overall judgements by their word, best first. */
  readonly judged: readonly { readonly word: string; readonly n: number }[];
}

export interface CertaintyFact {
  readonly level: string;
  readonly downFor: readonly string[];
  readonly upFor: readonly string[];
  readonly isAgreed: boolean;
  readonly stale: readonly string[];
}

export interface AnalysisFact {
  readonly analysisId: string;
  readonly name: string;
  readonly outcomeName: string;
  readonly isLocked: boolean;
  readonly isStale: boolean;
  readonly specification: Specification;
  readonly result: SpecifiedAnalysis | null;
  readonly words: SentenceWords;
  readonly certainty: CertaintyFact | null;
}

/** All that the draft of a manuscript is made from. Nothing else gets into it. */
export interface ManuscriptFacts {
  readonly title: string;
  readonly registration: string | null;
  readonly question: {
    readonly frame: string;
    readonly title: string;
    readonly version: number;
    readonly slots: readonly { readonly slot: string; readonly text: string }[];
  } | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly deviations: readonly Deviation[];
  readonly searches: readonly SearchFact[];
  readonly stages: readonly StageFact[];
  readonly flow: FlowCounts;
  readonly waiting: number;
  readonly extraction: {
    readonly studies: number;
    readonly people: number;
    readonly outcomes: readonly string[];
    readonly characteristics: readonly string[];
    /** Studies with numbers that were converted from what the report gives. */
    readonly convertedStudies: number;
    readonly conversions: readonly string[];
    readonly firstYear: number | null;
    readonly lastYear: number | null;
  };
  readonly appraisals: readonly AppraisalFact[];
  readonly thresholds: readonly { readonly outcome: string; readonly value: string }[];
  readonly analyses: readonly AnalysisFact[];
  readonly notPooled: readonly { readonly outcomeId: string; readonly outcome: string; readonly studies: number }[];
  /** Who did what, in one statement of confirmed roles; empty where the team has confirmed none. */
  readonly contributions: string;
}
