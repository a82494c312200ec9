import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/appraisal/answers';
import { assess } from '#core/appraisal/assess';
import { JBI_CASE_SERIES, JBI_PREVALENCE } from '#core/appraisal/jbiLists';
import { ROBINS_I_V2 } from '#core/appraisal/robinsIV2';
import { type AppraisalDomain, appraise } from '#core/appraisal/tool';

const tool = ROBINS_I_V2.assignment;
const domain = (id: string, from = tool): AppraisalDomain => {
  const found = from.domains.find(one => one.id === id);
  if (!found) throw new Error(`no domain ${id}`);
  return found;
};
const suggested = (id: string, answers: Answers, from = tool) => domain(id, from).suggest(answers).judgement;

/** Every way to answer a domain that is complete, question by question as they are asked. */
function* complete(of: AppraisalDomain, so: Record<string, string> = {}): Generator<Record<string, string>> {
  const next = of.asked(so).find(id => so[id] === undefined);
  if (next === undefined) {
    yield so;
    return;
  }
  const question = of.questions.find(({ id }) => id === next);
  // "Probably" counts like the plain word: leaving it out halves the ways.
  for (const { answer } of question?.choices.filter(choice => !choice.answer.startsWith('P')) ?? []) {
    yield* complete(of, { ...so, [next]: answer });
  }
}

describe('ROBINS-I V2, by the compact rules of one encoding', () => {
  test.each([
    ['D5', { '5.1': 'Y', '5.2': 'N' }, 'serious'],
    ['D5', { '5.1': 'N', '5.2': 'N' }, 'low'],
    ['D5', { '5.1': 'N', '5.2': 'Y', '5.3': 'N' }, 'low'],
    ['D5', { '5.1': 'N', '5.2': 'NI', '5.3': 'WY' }, 'moderate'],
    ['D5', { '5.1': 'N', '5.2': 'Y', '5.3': 'SY' }, 'serious'],
    ['D5', { '5.1': 'NI', '5.2': 'N' }, 'moderate'],
    ['D5', { '5.1': 'NI', '5.2': 'Y', '5.3': 'N' }, 'moderate'],
    ['D6', { '6.1': 'Y', '6.2': 'Y', '6.3': 'Y', '6.4': 'N' }, 'low'],
    ['D6', { '6.1': 'N', '6.2': 'N', '6.3': 'N', '6.4': 'N' }, 'low'],
    ['D6', { '6.1': 'NI', '6.2': 'NI', '6.3': 'N', '6.4': 'N' }, 'moderate'],
    ['D6', { '6.1': 'N', '6.2': 'NI', '6.3': 'NI', '6.4': 'NI' }, 'serious'],
    ['D6', { '6.1': 'N', '6.2': 'PY', '6.3': 'N', '6.4': 'NI' }, 'serious'],
    ['D6', { '6.1': 'N', '6.2': 'Y', '6.3': 'N', '6.4': 'Y' }, 'critical'],
    ['D2', { '2.1': 'Y', '2.4': 'N', '2.5': 'N' }, 'low'],
    ['D2', { '2.1': 'N', '2.2': 'Y', '2.4': 'WY', '2.5': 'NI' }, 'serious'],
    ['D2', { '2.1': 'N', '2.2': 'N', '2.3': 'SY', '2.4': 'N', '2.5': 'N' }, 'moderate'],
    ['D2', { '2.1': 'N', '2.2': 'N', '2.3': 'N', '2.4': 'N', '2.5': 'N' }, 'serious'],
    ['D2', { '2.1': 'N', '2.2': 'N', '2.3': 'N', '2.4': 'WY', '2.5': 'N' }, 'critical'],
    ['D3', { '3.1': 'Y', '3.2': 'N', '3.3': 'N' }, 'low'],
    ['D3', { '3.1': 'Y', '3.2': 'Y', '3.3': 'N' }, 'moderate'],
    ['D3', { '3.1': 'SN', '3.3': 'N', '3.6': 'Y' }, 'moderate'],
    ['D3', { '3.1': 'SN', '3.3': 'N', '3.6': 'N', '3.7': 'N', '3.8': 'N' }, 'serious'],
    [
      'D3',
      { '3.1': 'Y', '3.2': 'N', '3.3': 'Y', '3.4': 'Y', '3.5': 'Y', '3.6': 'NI', '3.7': 'N', '3.8': 'Y' },
      'critical',
    ],
    ['D4', { '4.1': 'Y', '4.2': 'Y', '4.3': 'PY' }, 'low'],
    ['D4', { '4.1': 'Y', '4.2': 'N', '4.3': 'Y', '4.4': 'Y', '4.5': 'N' }, 'low'],
    ['D4', { '4.1': 'Y', '4.2': 'N', '4.3': 'Y', '4.4': 'Y', '4.5': 'Y', '4.6': 'SN', '4.11': 'N' }, 'critical'],
    ['D4', { '4.1': 'Y', '4.2': 'N', '4.3': 'Y', '4.4': 'N', '4.7': 'Y', '4.8': 'N', '4.11': 'Y' }, 'moderate'],
    ['D1', { '1.1': 'Y', '1.2': 'Y', '1.3': 'N', '1.4': 'N' }, 'low-except-confounding'],
    ['D1', { '1.1': 'SN', '1.4': 'Y' }, 'critical'],
    ['D1', { '1.1': 'WN', '1.2': 'SN', '1.3': 'N', '1.4': 'N' }, 'serious'],
  ] as const)('%s %j: %s', (id, answers, judgement) => {
    expect(suggested(id, answers)).toBe(judgement);
  });

  test('the per-protocol effect can be low in confounding', () => {
    const answers = { '1.1': 'Y', '1.2': 'Y', '1.3': 'Y', '1.5': 'N' };
    expect(suggested('D1', answers, ROBINS_I_V2.adherence)).toBe('low');
  });

  test('every complete domain has a judgement of the tool, but where the source has no rule', () => {
    let ways = 0;
    for (const one of [...tool.domains, domain('D1', ROBINS_I_V2.adherence)]) {
      for (const answers of complete(one)) {
        ways++;
        const { judgement, missing } = one.suggest(answers);
        const isGap =
          one.id === 'D2' &&
          ['SY', 'WY', 'NI'].includes(answers['2.3'] ?? '') &&
          ['WY', 'NI'].includes(answers['2.4'] ?? '');
        if (isGap) expect({ judgement, missing }).toEqual({ judgement: null, missing: ['D2'] });
        else expect(tool.judgements, `${one.id} ${JSON.stringify(answers)}`).toContain(judgement);
      }
    }
    expect(ways).toBeGreaterThan(500);
  });

  test('the triage ends the assessment at critical, and nothing more is asked', () => {
    const answers = { B1: 'N', B2: 'Y', B3: 'N' };
    const assessed = assess(tool, answers, {});
    expect(assessed.isComplete).toBe(true);
    expect(assessed.overall.judgement).toBe('critical');
    expect(domain('D4').asked(answers)).toEqual([]);
  });
});

describe('the JBI lists', () => {
  test('have nine and ten questions, each a judgement of its own, and leave the whole to a person', () => {
    expect([JBI_PREVALENCE, JBI_CASE_SERIES].map(list => list.domains.length)).toEqual([9, 10]);
    const answers = Object.fromEntries(
      JBI_PREVALENCE.domains.map((_, place) => [String(place + 1), place === 2 ? 'N' : 'Y']),
    );
    const appraisal = appraise(JBI_PREVALENCE, answers);
    expect(appraisal).toMatchObject({ domains: { Q1: 'low', Q3: 'high' }, overall: null, missing: ['overall'] });
    expect(appraise(JBI_PREVALENCE, { ...answers, overall: 'unclear' })).toMatchObject({
      overall: 'unclear',
      missing: [],
    });
    const own = { overall: { judgement: 'high', reason: '' } } as const;
    expect(assess(JBI_PREVALENCE, answers, {}).overall).toMatchObject({ suggested: null, missing: ['overall'] });
    expect(assess(JBI_PREVALENCE, answers, own)).toMatchObject({ isComplete: true });
  });
});
