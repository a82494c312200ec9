import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/appraisal/answers';
import { worstOf } from '#core/appraisal/judgements';
import { NOS_DESIGNS, NOS_QUESTIONS, newcastleOttawa, nosQuality } from '#core/appraisal/newcastleOttawa';
import { QUADAS2 } from '#core/appraisal/quadas2';
import { ROBINS_I } from '#core/appraisal/robinsI';
import { appraise } from '#core/appraisal/tool';

describe('ROBINS-I', () => {
  const tool = ROBINS_I.assignment;
  const JUDGED = { D1: 'moderate', D2: 'low', D3: 'low', D4: 'low', D5: 'low', D6: 'low', D7: 'low' };
  const overall = (more: Answers) => appraise(tool, { ...JUDGED, ...more }).overall;

  test('answers alone suggest nothing: a person judges each domain', () => {
    const answers = { '3.1': 'Y', '3.2': 'Y', '3.3': 'N' };
    const appraisal = appraise(tool, answers);
    expect(appraisal.domains.D3).toBeNull();
    expect(appraisal.missing).toContain('D3');
    expect(appraisal.missing).not.toContain('3.1');
  });

  test('the whole is at least as severe as the worst domain', () => {
    expect(overall({})).toBe('moderate');
    expect(overall({ D5: 'serious' })).toBe('serious');
    expect(overall({ D5: 'serious', D6: 'critical' })).toBe('critical');
    expect(overall({ D1: 'low' })).toBe('low');
  });

  test('no information weighs more than moderate, and less than serious', () => {
    expect(overall({ D5: 'no-information' })).toBe('no-information');
    expect(overall({ D5: 'no-information', D6: 'serious' })).toBe('serious');
  });

  test('a judgement that the tool does not know is none', () => {
    expect(appraise(tool, { ...JUDGED, D1: 'some-concerns' })).toMatchObject({ domains: { D1: null }, overall: null });
  });

  test('without confounding nothing more is asked about it', () => {
    expect(tool.domains[0]?.asked({ '1.1': 'PN' })).toEqual(['1.1']);
    expect(tool.domains[0]?.asked({ '1.1': 'Y', '1.2': 'Y', '1.3': 'Y' })).toEqual(['1.1', '1.2', '1.3', '1.7']);
    expect(tool.domains[0]?.asked({ '1.1': 'Y', '1.2': 'N', '1.4': 'Y' })).toEqual(['1.1', '1.2', '1.4', '1.5', '1.6']);
  });

  test('each effect of interest asks its own questions about departures', () => {
    const ids = (effect: 'assignment' | 'adherence') => ROBINS_I[effect].domains[3]?.questions.map(({ id }) => id);
    expect(ids('assignment')).toEqual(['4.1', '4.2']);
    expect(ids('adherence')).toEqual(['4.3', '4.4', '4.5', '4.6']);
  });
});

describe('QUADAS-2', () => {
  const yes = Object.fromEntries(QUADAS2.domains.flatMap(({ questions }) => questions.map(({ id }) => [id, 'Y'])));
  const applicable = { A1: 'low', A2: 'low', A3: 'low' };

  test('all yes suggests low', () => {
    expect(appraise(QUADAS2, { ...yes, ...applicable })).toMatchObject({
      domains: { D1: 'low', D4: 'low' },
      overall: 'low',
    });
  });

  test('one no makes bias possible, and a person judges', () => {
    const appraisal = appraise(QUADAS2, { ...yes, ...applicable, '1.2': 'N' });
    expect(appraisal).toMatchObject({ domains: { D1: null }, overall: null, missing: ['D1'] });
    expect(appraise(QUADAS2, { ...yes, ...applicable, '1.2': 'N', D1: 'high' }).overall).toBe('high');
  });

  test('applicability is judged apart, for the first three domains', () => {
    expect(appraise(QUADAS2, yes).missing).toEqual(['A1', 'A2', 'A3']);
    expect(appraise(QUADAS2, { ...yes, ...applicable, A2: 'unclear' }).overall).toBe('unclear');
  });
});

describe('Newcastle–Ottawa', () => {
  const all = (design: 'cohort' | 'case-control', answer: (starred: boolean) => boolean) =>
    Object.fromEntries(
      NOS_QUESTIONS[design].map(({ id, choices }) => [id, choices.find(({ hasStar }) => answer(hasStar))?.answer]),
    );

  test.each(NOS_DESIGNS)('a perfect %s study has nine stars, and never more', design => {
    const appraisal = newcastleOttawa(
      design,
      all(design, starred => starred),
    );
    expect(appraisal).toEqual({
      domains: { selection: 4, comparability: 2, outcome: 3 },
      stars: 9,
      overall: 'good',
      missing: [],
    });
  });

  test.each(NOS_DESIGNS)('a %s study can have no star at all', design => {
    expect(
      newcastleOttawa(
        design,
        all(design, starred => !starred),
      ),
    ).toMatchObject({ stars: 0, overall: 'poor' });
  });

  test('a part with an unanswered question has no count, the others have', () => {
    const appraisal = newcastleOttawa('cohort', { ...all('cohort', starred => starred), O2: undefined });
    expect(appraisal).toMatchObject({
      domains: { selection: 4, outcome: null },
      stars: null,
      overall: null,
      missing: ['O2'],
    });
  });

  test('the conversion covers every count once', () => {
    expect([
      nosQuality(3, 1, 2),
      nosQuality(2, 2, 3),
      nosQuality(1, 2, 3),
      nosQuality(4, 0, 3),
      nosQuality(4, 2, 1),
    ]).toEqual(['good', 'fair', 'poor', 'poor', 'poor']);
  });
});

test('judgements of different tools are not compared', () => {
  expect(() => worstOf(['low', 'serious'], ['low', 'some-concerns', 'high'])).toThrow(RangeError);
});
