import { describe, expect, it } from 'vitest';
import { questionsOnArm, questionsOnEstimate, type Surroundings } from '#core/extraction/questionableResult';

const alone: Surroundings = {
  otherDeviations: [],
  otherRates: [],
  otherTotals: [],
  randomised: null,
  isConverted: false,
};
const measured = (standardDeviation: number, total: number) => ({
  events: null,
  total,
  mean: 10,
  standardDeviation,
  personTime: null,
});
const counted = (events: number, total: number) => ({
  events,
  total,
  mean: null,
  standardDeviation: null,
  personTime: null,
});
const asked = (questions: readonly { readonly question: string }[]) => questions.map(({ question }) => question);

describe('an arm’s numbers', () => {
  const others = { ...alone, otherDeviations: [9, 10, 11, 12] };

  it('are asked about when the SD looks like a standard error beside the other studies', () => {
    const [question] = questionsOnArm('continuous', measured(1.05, 100), others);
    expect(question).toMatchObject({ question: 'se-taken-for-sd', words: expect.stringContaining('10.5') });
  });

  it('are not asked about when the SD is small but no standard error would be so, or when few others are known', () => {
    expect(questionsOnArm('continuous', measured(8, 100), others)).toEqual([]);
    expect(questionsOnArm('continuous', measured(1.05, 100), { ...alone, otherDeviations: [9, 10] })).toEqual([]);
    expect(questionsOnArm('continuous', measured(0.01, 4), others)).toHaveLength(1);
  });

  it('are asked about when the SD is far above the others', () => {
    expect(asked(questionsOnArm('continuous', measured(100, 50), others))).toEqual(['sd-far-above-others']);
  });

  it('are asked about when events look like a percentage', () => {
    expect(asked(questionsOnArm('dichotomous', counted(12.5, 80), alone))).toEqual(['percentage-taken-for-count']);
    const elsewhere = { ...alone, otherTotals: [80] };
    expect(asked(questionsOnArm('dichotomous', counted(12, 100), elsewhere))).toEqual(['percentage-taken-for-count']);
    expect(questionsOnArm('dichotomous', counted(12, 100), alone)).toEqual([]);
  });

  it('are asked about when there are more people than were randomised to the arm', () => {
    const known = { ...alone, randomised: 50 };
    expect(asked(questionsOnArm('dichotomous', counted(12, 51), known))).toEqual(['more-people-than-randomised']);
    expect(questionsOnArm('dichotomous', counted(12, 50), known)).toEqual([]);
  });
});

describe('an estimate', () => {
  it('is asked about when it isn’t in the middle of its interval, on the log scale for ratios', () => {
    expect(questionsOnEstimate({ estimate: 0.72, lower: 0.55, upper: 0.94, isRatio: true })).toEqual([]);
    expect(asked(questionsOnEstimate({ estimate: 0.72, lower: 0.7, upper: 0.94, isRatio: true }))).toEqual([
      'estimate-off-centre',
    ]);
    expect(asked(questionsOnEstimate({ estimate: 1, lower: 0.1, upper: 10, isRatio: false }))).toHaveLength(1);
  });
});
