/** How sure one is of a body of evidence for one outcome, from best to worst. */
export const CERTAINTY_LEVELS = ['high', 'moderate', 'low', 'very-low'] as const;
export type CertaintyLevel = (typeof CERTAINTY_LEVELS)[number];

export const CERTAINTY_WORDS: Readonly<Record<CertaintyLevel, string>> = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  'very-low': 'Very low',
};

/** Five reasons to rate down, then three to rate up. */
export const REASONS_DOWN = [
  'risk-of-bias',
  'inconsistency',
  'indirectness',
  'imprecision',
  'publication-bias',
] as const;
export const REASONS_UP = ['large-effect', 'dose-response', 'opposing-confounding'] as const;
export const CERTAINTY_REASONS = [...REASONS_DOWN, ...REASONS_UP] as const;
export type CertaintyReason = (typeof CERTAINTY_REASONS)[number];

export const REASON_WORDS: Readonly<Record<CertaintyReason, string>> = {
  'risk-of-bias': 'Risk of bias',
  inconsistency: 'Inconsistency',
  indirectness: 'Indirectness',
  imprecision: 'Imprecision',
  'publication-bias': 'Publication bias',
  'large-effect': 'Large effect',
  'dose-response': 'Dose–response gradient',
  'opposing-confounding': 'Confounding works against the effect',
};

/** What a person answers to a reason: how many levels, and why. */
export interface ReasonAnswer {
  /** Levels: 0 to −2 down (−3 for risk of bias of non-randomised studies), 0 to 2 up. */
  readonly levels: number;
  readonly footnote: string;
}

/** Randomised trials start high; other studies low, or high where ROBINS-I rates what they lack. */
export const CERTAINTY_STARTS = ['high', 'low'] as const;
export type CertaintyStart = (typeof CERTAINTY_STARTS)[number];

export interface Grading {
  readonly start: CertaintyStart;
  /** Reasons that nobody has answered are missing. */
  readonly reasons: Readonly<Partial<Record<CertaintyReason, ReasonAnswer>>>;
}

const MOST: Readonly<Record<CertaintyReason, readonly [lowest: number, highest: number]>> = {
  'risk-of-bias': [-3, 0],
  inconsistency: [-2, 0],
  indirectness: [-2, 0],
  imprecision: [-2, 0],
  'publication-bias': [-2, 0],
  'large-effect': [0, 2],
  'dose-response': [0, 1],
  'opposing-confounding': [0, 1],
};

/** Whether an answer is one that the reason takes. */
export function isAnswerTo(reason: CertaintyReason, levels: number): boolean {
  const [lowest, highest] = MOST[reason];
  return Number.isInteger(levels) && levels >= lowest && levels <= highest;
}

/**
 * The certainty that answers add up to: from the start down and up by their levels, never above high nor below very low
 * (GRADE guidelines 3, doi:10.1016/j.jclinepi.2010.07.015). Reasons without an answer count as 0.
 */
export function certaintyOf({ start, reasons }: Grading): CertaintyLevel {
  const from = start === 'high' ? 0 : 2;
  const sum = Object.values(reasons).reduce((levels, answer) => levels + (answer?.levels ?? 0), 0);
  const place = Math.min(CERTAINTY_LEVELS.length - 1, Math.max(0, from - sum));
  return CERTAINTY_LEVELS[place] ?? 'very-low';
}

/** What stands in the way of agreeing: reasons to rate down that are not answered, and ratings without a footnote. */
export function missingIn({ reasons }: Grading): { unanswered: CertaintyReason[]; unfounded: CertaintyReason[] } {
  return {
    unanswered: REASONS_DOWN.filter(reason => reasons[reason] === undefined),
    unfounded: CERTAINTY_REASONS.filter(reason => {
      const answer = reasons[reason];
      return answer !== undefined && answer.levels !== 0 && answer.footnote.trim() === '';
    }),
  };
}
