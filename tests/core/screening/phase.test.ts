import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIndependentPhaseOver, phase, type Situation } from '#core/screening/phase';
import { standing } from '#core/screening/standing';
import { CHOICES, type Choice } from '#core/vocabulary';

const asked = (...names: string[]) =>
  names.map(name => ({ personId: name.replace('†', ''), isGone: name.endsWith('†') }));
const decided = (choices: Record<string, Choice>) =>
  Object.entries(choices).map(([personId, choice]) => ({ personId, choice, criterionId: null }));
const situation = (part: Partial<Situation>): Situation => ({
  mode: 'double',
  stage: 'title-and-abstract',
  asked: [],
  decisions: [],
  adjudication: null,
  ...part,
});

describe('the independent phase', () => {
  it('lasts until everybody who was asked has decided', () => {
    const three = asked('ana', 'ben', 'cy');
    const two = decided({ ana: 'include', ben: 'include' });
    expect(isIndependentPhaseOver(situation({ asked: three, decisions: two }))).toBe(false);
    const all = decided({ ana: 'include', ben: 'include', cy: 'exclude' });
    expect(isIndependentPhaseOver(situation({ asked: three, decisions: all }))).toBe(true);
  });

  it('is not held up by a person who left, but lasts while too few have decided', () => {
    const decisions = decided({ ana: 'include', ben: 'exclude' });
    expect(isIndependentPhaseOver(situation({ asked: asked('ana', 'ben', 'cy†'), decisions }))).toBe(true);
    const one = decided({ ana: 'include' });
    expect(isIndependentPhaseOver(situation({ asked: asked('ana', 'ben†'), decisions: one }))).toBe(false);
  });

  it('counts the decision of a person who left after deciding', () => {
    const decisions = decided({ ana: 'include', ben: 'include' });
    expect(isIndependentPhaseOver(situation({ asked: asked('ana', 'ben†'), decisions }))).toBe(true);
  });

  it('ends with enough decisions where nobody was asked by name', () => {
    expect(isIndependentPhaseOver(situation({ decisions: decided({ ana: 'include' }) }))).toBe(false);
    expect(isIndependentPhaseOver(situation({ decisions: decided({ ana: 'include', ben: 'unsure' }) }))).toBe(true);
  });
});

describe('phase and verdict of a record', () => {
  it('passes from independent through conflicted to adjudicated', () => {
    const decisions = decided({ ana: 'include', ben: 'exclude' });
    const both = asked('ana', 'ben');
    expect(standing(situation({ asked: both }))).toEqual({ phase: 'independent', verdict: 'pending' });
    expect(standing(situation({ asked: both, decisions }))).toEqual({ phase: 'conflicted', verdict: 'conflicted' });
    expect(standing(situation({ asked: both, decisions, adjudication: { choice: 'include' } }))).toEqual({
      phase: 'adjudicated',
      verdict: 'included',
    });
  });

  it('shows no verdict while a third screener is at work', () => {
    const decisions = decided({ ana: 'include', ben: 'exclude' });
    expect(standing(situation({ asked: asked('ana', 'ben', 'cy'), decisions }))).toEqual({
      phase: 'independent',
      verdict: 'pending',
    });
  });

  it('agrees with the verdict in every situation', () => {
    const names = fc.subarray(['ana', 'ben', 'cy', 'dee']);
    const choices = fc.dictionary(fc.constantFrom('ana', 'ben', 'cy', 'dee'), fc.constantFrom(...CHOICES));
    fc.assert(
      fc.property(names, choices, fc.constantFrom('single', 'double'), (people, byName, mode) => {
        const all = situation({ asked: asked(...people), decisions: decided(byName), mode });
        const { verdict } = standing(all);
        const expected = { independent: ['pending'], agreed: ['included', 'excluded'], conflicted: ['conflicted'] };
        const reached = phase(all);
        if (reached === 'adjudicated') throw new Error('nobody adjudicated');
        expect(expected[reached]).toContain(verdict);
      }),
    );
  });
});
