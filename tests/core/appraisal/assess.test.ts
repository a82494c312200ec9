import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/appraisal/answers';
import { OFFERED_TOOLS } from '#core/appraisal/appraisalTools';
import { assess, OVERALL } from '#core/appraisal/assess';
import { NOS, newcastleOttawa } from '#core/appraisal/newcastleOttawa';
import { ROB2 } from '#core/appraisal/rob2';
import { ROBINS_I } from '#core/appraisal/robinsI';
import { type AppraisalTool, appraise } from '#core/appraisal/tool';

const rob2 = ROB2.assignment;
const FLAWLESS: Answers = {
  ...{ '1.1': 'Y', '1.2': 'Y', '1.3': 'N', '2.1': 'N', '2.2': 'PN', '2.6': 'Y', '3.1': 'Y' },
  ...{ '4.1': 'N', '4.2': 'N', '4.3': 'N', '5.1': 'Y', '5.2': 'N', '5.3': 'N' },
};
const otherwise = (judgement: 'low' | 'some-concerns' | 'high', reason = '') => ({ judgement, reason });

/** Random answers to any of a tool's questions, some left open. */
function answersTo(tool: AppraisalTool): fc.Arbitrary<Answers> {
  const questions = tool.domains.flatMap(domain => domain.questions);
  return fc.record(
    Object.fromEntries(
      questions.map(({ id, choices }) => [id, fc.constantFrom(...choices.map(({ answer }) => answer), undefined)]),
    ),
  );
}

describe('an assessment', () => {
  test('follows the suggestion where nobody says otherwise', () => {
    const assessed = assess(rob2, FLAWLESS, {});
    expect(assessed.isComplete).toBe(true);
    expect(assessed.overall).toMatchObject({ suggested: 'low', judgement: 'low', missing: [], needsReason: false });
  });

  test('takes a judgement that differs, and is not complete before it has a reason', () => {
    const bare = assess(rob2, FLAWLESS, { D3: otherwise('high') });
    expect(bare.domains[2]).toMatchObject({ suggested: 'low', judgement: 'high', needsReason: true });
    expect(bare.overall.suggested).toBe('high');
    expect(bare.isComplete).toBe(false);
    expect(assess(rob2, FLAWLESS, { D3: otherwise('high', 'Losses were hidden') }).isComplete).toBe(true);
  });

  test('lets several concerns be raised to a high risk overall, with a reason', () => {
    const concerns = { ...FLAWLESS, '1.1': 'N', '5.1': 'NI' };
    expect(assess(rob2, concerns, {}).overall.judgement).toBe('some-concerns');
    const raised = assess(rob2, concerns, { [OVERALL]: otherwise('high', 'Together they weigh heavily') });
    expect(raised.overall).toMatchObject({ suggested: 'some-concerns', judgement: 'high', needsReason: false });
  });

  test('has no judgement of a domain with an open question, whatever a person says of it, and names the question', () => {
    const assessed = assess(rob2, { ...FLAWLESS, '3.1': 'N' }, { D3: otherwise('low', 'I know it') });
    expect(assessed.domains[2]).toMatchObject({ judgement: null, missing: ['3.2'] });
    expect(assessed.overall).toMatchObject({ judgement: null, missing: ['D3'] });
    expect(assessed.isComplete).toBe(false);
  });

  test('waits for a person where the tool has no rule, and asks no reason for what it does not suggest', () => {
    const tool = ROBINS_I.assignment;
    const answers = { '3.1': 'Y', '3.2': 'Y', '3.3': 'N' };
    expect(assess(tool, answers, {}).domains[2]).toMatchObject({ suggested: null, judgement: null, missing: ['D3'] });
    const own = { D3: { judgement: 'moderate', reason: '' } } as const;
    expect(assess(tool, answers, own).domains[2]).toMatchObject({ judgement: 'moderate', needsReason: false });
  });

  test('knows no judgement of another tool', () => {
    const own = { D1: { judgement: 'critical', reason: 'x' } } as const;
    expect(assess(rob2, FLAWLESS, own).domains[0]?.judgement).toBe('low');
  });
});

describe.each(OFFERED_TOOLS.flatMap(offered => offered.variants))('$tool.name, $variant: laws', ({ tool }) => {
  test('without a person’s own word it says what the tool says', () => {
    fc.assert(
      fc.property(answersTo(tool), answers => {
        const { domains } = appraise(tool, answers);
        const assessed = assess(tool, answers, {});
        expect(Object.fromEntries(assessed.domains.map(({ id, judgement }) => [id, judgement]))).toEqual(domains);
        for (const { suggested, missing } of assessed.domains) {
          if (suggested !== null) expect(missing).toEqual([]);
        }
        if (assessed.overall.judgement !== null) expect(tool.judgements).toContain(assessed.overall.judgement);
      }),
      { numRuns: 100 },
    );
  });

  test('what is missing is asked, and nothing asked is lost', () => {
    fc.assert(
      fc.property(answersTo(tool), answers => {
        for (const [place, { missing }] of assess(tool, answers, {}).domains.entries()) {
          const domain = tool.domains[place];
          const open = domain?.asked(answers).filter(id => !answers[id]) ?? [];
          expect(missing.filter(id => id !== domain?.id)).toEqual(open);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('the Newcastle–Ottawa Scale as a tool gives the quality and the stars of the scale', () => {
  for (const design of ['cohort', 'case-control'] as const) {
    fc.assert(
      fc.property(answersTo(NOS[design]), answers => {
        const scale = newcastleOttawa(design, answers);
        const { overall } = assess(NOS[design], answers, {});
        expect({ stars: overall.stars, overall: overall.judgement }).toEqual({
          stars: scale.stars,
          overall: scale.overall,
        });
      }),
    );
  }
});
