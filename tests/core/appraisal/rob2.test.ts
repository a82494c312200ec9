import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWERS, type Answers } from '#core/appraisal/answers';
import { EFFECTS_OF_INTEREST, type EffectOfInterest, ROB2 } from '#core/appraisal/rob2';
import { appraise } from '#core/appraisal/tool';
import { describeShared, sharedFile } from '../../support/shared.ts';

/** An assessment with nothing against it, for either effect. */
const FLAWLESS: Answers = {
  '1.1': 'Y',
  '1.2': 'Y',
  '1.3': 'N',
  '2.1': 'N',
  '2.2': 'PN',
  '2.4': 'N',
  '2.5': 'N',
  '2.6': 'Y',
  '3.1': 'Y',
  '4.1': 'N',
  '4.2': 'N',
  '4.3': 'N',
  '5.1': 'Y',
  '5.2': 'N',
  '5.3': 'N',
};

const judged = (answers: Answers, effect: EffectOfInterest = 'assignment') =>
  appraise(ROB2[effect], { ...FLAWLESS, ...answers });

const asked = (domain: string, answers: Answers, effect: EffectOfInterest = 'assignment') =>
  ROB2[effect].domains.find(({ id }) => id === domain)?.asked({ ...FLAWLESS, ...answers });

describe('RoB 2', () => {
  test.each(EFFECTS_OF_INTEREST)('a result with nothing against it is low in all domains (%s)', effect => {
    expect(judged({}, effect)).toMatchObject({
      domains: { D1: 'low', D2: 'low', D3: 'low', D4: 'low', D5: 'low' },
      overall: 'low',
      missing: [],
    });
  });

  test('allocation that was not hidden is enough for high', () => {
    expect(judged({ '1.2': 'PN' })).toMatchObject({ domains: { D1: 'high' }, overall: 'high' });
  });

  test('nobody who knew: departures need not be asked about', () => {
    expect(asked('D2', {})).toEqual(['2.1', '2.2', '2.6']);
    expect(asked('D2', { '2.1': 'NI' })).toEqual(['2.1', '2.2', '2.3', '2.6']);
  });

  test('an answer to a question that is no longer asked counts for nothing', () => {
    expect(judged({ '2.3': 'Y', '2.4': 'Y', '2.5': 'N' }).domains.D2).toBe('low');
    expect(judged({ '3.2': 'N', '3.3': 'Y', '3.4': 'Y' }).domains.D3).toBe('low');
  });

  test('an unfinished domain has no judgement and names its questions; the whole has none either', () => {
    const appraisal = judged({ '4.3': 'Y', '1.3': null });
    expect(appraisal.domains).toMatchObject({ D1: null, D4: null, D5: 'low' });
    expect(appraisal.missing).toEqual(['1.3', '4.4']);
    expect(appraisal.overall).toBeNull();
  });

  test('"no information" is no answer to whether there is proof', () => {
    expect(judged({ '3.1': 'N', '3.2': 'NI' }).missing).toEqual(['3.2']);
  });

  test('the suggestion comes with the answers that led to it', () => {
    expect(judged({ '1.2': 'NI', '1.3': 'PY' }).suggestions.D1).toEqual({
      judgement: 'high',
      path: [
        { question: '1.2', answer: 'NI' },
        { question: '1.3', answer: 'PY' },
      ],
      missing: [],
    });
  });

  test('the other effect has another second domain', () => {
    const answers = { '2.1': 'Y', '2.3': 'N', '2.6': 'N' };
    expect(judged(answers, 'adherence').domains.D2).toBe('high');
    expect(judged({ ...answers, '2.7': 'N' }).domains.D2).toBe('some-concerns');
    expect(judged({ '2.1': 'Y', '2.3': 'NA' }, 'adherence').domains.D2).toBe('low');
  });

  test('several concerns do not add up to high by themselves: that is for a person', () => {
    expect(judged({ '1.1': 'N', '5.1': 'NI' }).overall).toBe('some-concerns');
  });

  test('"probably" counts like the plain word', () => {
    const probably: Readonly<Record<string, string>> = { Y: 'PY', N: 'PN', PY: 'Y', PN: 'N' };
    const assessment = fc.dictionary(
      fc.constantFrom(...Object.keys(FLAWLESS), '2.3', '2.7', '3.2', '3.3', '3.4', '4.4', '4.5'),
      fc.constantFrom(...ANSWERS),
    );
    fc.assert(
      fc.property(assessment, fc.constantFrom(...EFFECTS_OF_INTEREST), (answers, effect) => {
        const swapped = Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [id, probably[answer] ?? answer]),
        );
        expect(appraise(ROB2[effect], swapped).domains).toEqual(appraise(ROB2[effect], answers).domains);
      }),
    );
  });

  test('every question that is asked is offered, in order and once', () => {
    for (const effect of EFFECTS_OF_INTEREST) {
      const ids = ROB2[effect].domains.flatMap(({ questions }) => questions.map(({ id }) => id));
      expect(ids).toEqual([...new Set(ids)].toSorted());
    }
  });
});

describeShared('appraisal', 'reference assessments', () => {
  interface Case {
    readonly id: string;
    readonly effect: EffectOfInterest;
    readonly answers: Answers;
    readonly expected: { readonly domains: Readonly<Record<string, string>>; readonly overall: string };
  }

  test('all are judged right in every domain and overall', () => {
    const lines = sharedFile('appraisal/rob2.jsonl').trim().split('\n');
    // The file's README states this shape.
    const cases = lines.map(line => JSON.parse(line) as Case);
    expect(cases.length).toBeGreaterThanOrEqual(600);
    for (const { id, effect, answers, expected } of cases) {
      const { domains, overall, missing } = appraise(ROB2[effect], answers);
      expect({ id, domains, overall, missing }).toEqual({ id, ...expected, missing: [] });
    }
  });
});
