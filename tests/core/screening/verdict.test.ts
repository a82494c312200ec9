import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionOnRecord } from '#core/screening/disagreement';
import { disagreement } from '#core/screening/disagreement';
import { verdict } from '#core/screening/verdict';
import { CHOICES, type Choice, STAGES, type Stage } from '#core/vocabulary';

const decisions = (...choices: (Choice | [Choice, string])[]): DecisionOnRecord[] =>
  choices.map((choice, index) =>
    typeof choice === 'string'
      ? { personId: `p${index}`, choice, criterionId: null }
      : { personId: `p${index}`, choice: choice[0], criterionId: choice[1] },
  );
const double = (stage: Stage) => ({ mode: 'double', stage, adjudication: null }) as const;

describe('verdict on titles and abstracts', () => {
  it.each([
    ['pending', []],
    ['pending', ['include']],
    ['pending', ['exclude']],
    ['included', ['include', 'include']],
    ['included', ['include', 'unsure']],
    ['included', ['unsure', 'unsure']],
    ['excluded', ['exclude', 'exclude']],
    ['conflicted', ['include', 'exclude']],
    ['conflicted', ['unsure', 'exclude']],
    ['conflicted', ['exclude', 'exclude', 'include']],
    ['excluded', ['exclude', 'exclude', 'exclude']],
  ] as const)('is %s for %j', (expected, choices) => {
    expect(verdict(decisions(...choices), double('title-and-abstract'))).toBe(expected);
  });

  it('needs one decision where one screener is enough', () => {
    const rules = { mode: 'single', stage: 'title-and-abstract', adjudication: null } as const;
    expect(verdict([], rules)).toBe('pending');
    expect(verdict(decisions('unsure'), rules)).toBe('included');
    expect(verdict(decisions('exclude'), rules)).toBe('excluded');
  });

  it('does not mind different reasons for excluding an abstract', () => {
    const both = decisions(['exclude', 'population'], ['exclude', 'design']);
    expect(verdict(both, double('title-and-abstract'))).toBe('excluded');
  });
});

describe('verdict on full texts', () => {
  it('is conflicted when two exclude for different reasons, or one gives none', () => {
    expect(verdict(decisions(['exclude', 'population'], ['exclude', 'design']), double('full-text'))).toBe(
      'conflicted',
    );
    expect(verdict(decisions(['exclude', 'population'], 'exclude'), double('full-text'))).toBe('conflicted');
    expect(verdict(decisions(['exclude', 'design'], ['exclude', 'design']), double('full-text'))).toBe('excluded');
    expect(disagreement(decisions(['exclude', 'population'], ['exclude', 'design']), 'full-text')).toBe('reasons');
  });

  it('does not end on unsure, alone or with others', () => {
    expect(verdict(decisions('unsure', 'include'), double('full-text'))).toBe('conflicted');
    expect(verdict(decisions('unsure', 'unsure'), double('full-text'))).toBe('conflicted');
    expect(verdict(decisions('unsure'), double('full-text'))).toBe('pending');
    expect(verdict(decisions('unsure'), { mode: 'single', stage: 'full-text', adjudication: null })).toBe('conflicted');
    expect(disagreement(decisions('unsure', 'include'), 'full-text')).toBe('unsure');
  });
});

describe('laws of the verdict', () => {
  const decision = fc.record({
    personId: fc.uuid(),
    choice: fc.constantFrom(...CHOICES),
    criterionId: fc.constantFrom(null, 'population', 'design'),
  });
  const mode = fc.constantFrom('single', 'double');
  const stage = fc.constantFrom(...STAGES);

  it('does not depend on the order of the decisions', () => {
    const twice = fc
      .array(decision, { maxLength: 5 })
      .chain(all =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
      );
    fc.assert(
      fc.property(twice, mode, stage, ([all, mixed], mode, stage) => {
        const rules = { mode, stage, adjudication: null };
        expect(verdict(mixed, rules)).toBe(verdict(all, rules));
      }),
    );
  });

  it('an adjudication settles whatever was decided', () => {
    fc.assert(
      fc.property(fc.array(decision), mode, stage, (all, mode, stage) => {
        expect(verdict(all, { mode, stage, adjudication: { choice: 'include' } })).toBe('included');
        expect(verdict(all, { mode, stage, adjudication: { choice: 'exclude' } })).toBe('excluded');
      }),
    );
  });

  it('never excludes a record that somebody passed on', () => {
    fc.assert(
      fc.property(fc.array(decision), mode, stage, (all, mode, stage) => {
        fc.pre(all.some(one => one.choice !== 'exclude'));
        expect(verdict(all, { mode, stage, adjudication: null })).not.toBe('excluded');
      }),
    );
  });
});
