import type { StoppingAims, StoppingReport } from '#core/screening/stoppingReport';
import type { TeamMisses } from '#core/screening/teamMisses';
import type { LessonSource, StoppingRule } from '#core/vocabulary';

/** What the Methods tell of ranked screening. */
export interface StoppingFacts {
  readonly records: number;
  readonly screened: number;
  /** Whether any order of this stage was ever learned. */
  readonly isRanked: boolean;
  readonly learnsFrom: LessonSource;
  readonly seed: number;
  readonly rule: StoppingRule;
  readonly aims: StoppingAims;
  readonly report: StoppingReport;
  readonly sampled: number;
  readonly sampledRelevant: number;
  readonly misses: TeamMisses;
}

/**
 * The Methods' account of ranked screening and of its end, in the words of the rule that the protocol names. What a random
 * sample showed is told whichever rule that is: it alone estimates recall. It says what the rule does not guarantee, and what
 * the team overlooked itself.
 */
export function stoppingSentences(facts: StoppingFacts): string {
  const rules = ruleSentences(facts);
  const isEstimated = facts.report.sample.recall.estimable && facts.rule !== 'sample';
  return [
    ...[orderSentence(facts), countSentence(facts), rules[facts.rule]],
    ...(isEstimated ? [rules.sample] : []),
    missSentence(facts.misses),
  ].join(' ');
}

/** Each rule's own sentence on the same data. */
export function ruleSentences(facts: StoppingFacts): Readonly<Record<StoppingRule, string>> {
  return { test: RULES.test(facts), run: RULES.run(facts), sample: RULES.sample(facts) };
}

function orderSentence({ isRanked, learnsFrom, seed }: StoppingFacts): string {
  if (!isRanked) return 'Records were screened in the order in which they were given out, without any ranking.';
  const lessons =
    learnsFrom === 'own'
      ? 'each screener’s own decisions alone, so that screeners stayed blind to each other'
      : 'records on which everybody asked had decided';
  return `Records were screened in an order predicted by a linear support vector machine on titles, abstracts and keywords (Pooled, seed ${seed}), which began from the review question and was retrained on ${lessons}.`;
}

function countSentence({ records, screened, report }: StoppingFacts): string {
  return `${counted(screened, 'record')} of ${number(records)} were screened and ${number(report.found)} judged eligible or still in conflict.`;
}

const RULES: Readonly<Record<StoppingRule, (facts: StoppingFacts) => string>> = {
  test: ({ aims, report }) =>
    `The hypergeometric stopping criterion of Callaghan and Müller-Hansen (doi:10.1186/s13643-020-01521-4) for a recall of ${percent(aims.targetRecall)} at a confidence of ${percent(aims.confidence)} was ${report.test.isMet ? 'met' : 'not met'} (p ${pText(report.test.p)}); it looks at all windows of the records screened last and is not corrected for repeated looks.`,
  run: ({ aims, report }) =>
    `Screening was to end after ${number(aims.irrelevantRun)} irrelevant records in a row; there were ${number(report.run.length)}. This rule guarantees no recall.`,
  sample: ({ aims, report, sampled, sampledRelevant }) => {
    const { recall } = report.sample;
    if (!recall.estimable)
      return 'No random sample of the unscreened records has been read, so recall is not estimated.';
    const { lower, upper } = recall.value;
    return `A random sample of ${counted(sampled, 'unscreened record')} held ${number(sampledRelevant)} eligible; recall is estimated at ${percent(lower)} to ${percent(upper)} (exact hypergeometric interval, ${percent(aims.confidence)}).`;
  },
};

function missSentence({ readByTwo, missedByOne, readByOne }: TeamMisses): string {
  if (readByTwo === 0) {
    return readByOne === 0
      ? 'What screeners overlooked is not counted.'
      : 'Records were read by one person each, so that what screeners overlooked cannot be told.';
  }
  return `These figures count what the ranking may leave, not what screeners overlook: of ${counted(readByTwo, 'eligible record')} read by two people, ${number(missedByOne)} had been excluded by one of them; what both overlooked cannot be counted.`;
}

const number = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const counted = (value: number, unit: string) => `${number(value)} ${unit}${value === 1 ? '' : 's'}`;
const pText = (p: number) => (p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`);
/** Whole percents; towards the cautious side, so that 99.6 % is never told as all. */
const percent = (share: number) => `${Math.floor(share * 1000 + 1e-9) / 10} %`;
