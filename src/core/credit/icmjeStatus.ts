import type { Contribution, PersonLedger } from '#core/credit/contributionLedger';
import type { AuthorshipEvidence } from '#core/credit/deeds';

/** The four criteria of authorship of the ICMJE recommendations (https://www.icmje.org), all of which must be met. */
export const ICMJE_CRITERIA = [1, 2, 3, 4] as const;
export type IcmjeCriterion = (typeof ICMJE_CRITERIA)[number];

export type IcmjeState =
  /** The log holds evidence; the team judges whether it is substantial. */
  | 'supported'
  /** There is work, but not of a kind that suffices alone. */
  | 'not-enough-alone'
  | 'open';

export interface IcmjeCriterionStatus {
  readonly criterion: IcmjeCriterion;
  readonly title: string;
  readonly state: IcmjeState;
  readonly evidence: readonly string[];
}

export interface IcmjeStatus {
  readonly personId: string;
  readonly criteria: readonly IcmjeCriterionStatus[];
  /** All four supported: may be named as an author, if the team agrees that each part was substantial. */
  readonly isSupportedInAll: boolean;
  /** What follows, in one plain sentence. */
  readonly sentence: string;
}

/** Said wherever somebody takes on screening, so that nobody expects what screening alone doesn't give. */
export const SCREENING_ALONE =
  'Screening alone does not make an author: it earns a place in the acknowledgements and the CRediT role Investigation.';

const CRITERIA: Readonly<Record<IcmjeCriterion, { readonly title: string; readonly shownBy: AuthorshipEvidence }>> = {
  1: {
    title: 'A substantial part in the idea or design, or in getting, analysing or interpreting the data',
    shownBy: 'conception-or-data',
  },
  2: { title: 'Drafting the text, or revising it critically', shownBy: 'writing' },
  3: { title: 'Approving the final version', shownBy: 'approval' },
  4: { title: 'Answering for all parts of the work', shownBy: 'accountability' },
};

function statusOf(criterion: IcmjeCriterion, contributions: readonly Contribution[]): IcmjeCriterionStatus {
  const { title, shownBy } = CRITERIA[criterion];
  const showing = contributions.filter(({ authorship }) => authorship === shownBy);
  if (showing.length > 0) {
    return { criterion, title, state: 'supported', evidence: showing.map(({ sentence }) => sentence) };
  }
  const partial = contributions.filter(({ authorship }) => authorship === 'screening' || authorship === 'support');
  if (criterion === 1 && partial.length > 0) {
    return { criterion, title, state: 'not-enough-alone', evidence: partial.map(({ sentence }) => sentence) };
  }
  return { criterion, title, state: 'open', evidence: [] };
}

function sentenceOf(criteria: readonly IcmjeCriterionStatus[], contributions: readonly Contribution[]): string {
  const open = criteria.filter(({ state }) => state !== 'supported').map(({ criterion }) => criterion);
  if (open.length === 0)
    return 'The log supports all four criteria; the team agrees whether each part was substantial.';
  const [first] = criteria;
  if (first?.state === 'supported') {
    const which =
      open.length === 1
        ? `criterion ${open[0]}, the only one that is open`
        : `criteria ${open.join(', ')}, which are open`;
    return `The first criterion is supported: offer the chance to meet ${which}.`;
  }
  const hasScreened = contributions.some(({ authorship }) => authorship === 'screening');
  const hasOnlySupport = contributions.length > 0 && contributions.every(({ authorship }) => authorship === 'support');
  if (hasScreened) return SCREENING_ALONE;
  if (hasOnlySupport)
    return 'Administration, supervision and technical help alone do not make an author: acknowledge them.';
  return 'Nothing in the log supports authorship so far.';
}

/**
 * Where a person stands on the four criteria, by the log. A status, not a verdict: whether a part was substantial is
 * for the team to judge, early and in writing.
 */
export function icmjeStatus({ personId, contributions }: PersonLedger): IcmjeStatus {
  const criteria = ICMJE_CRITERIA.map(criterion => statusOf(criterion, contributions));
  return {
    personId,
    criteria,
    isSupportedInAll: criteria.every(({ state }) => state === 'supported'),
    sentence: sentenceOf(criteria, contributions),
  };
}
