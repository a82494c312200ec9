import { describe, expect, it } from 'vitest';
import type { Conversion } from '#core/extraction/conversionForms';
import { type Converted, convert } from '#core/extraction/convert';
import { studyNumbers } from '#core/extraction/studyNumbers';
import { effectSizes } from '#core/synthesis/effects/measures';

function converted(
  conversion: Conversion,
  given: Readonly<Record<string, number>>,
  choices: Readonly<Record<string, string>> = {},
): Converted {
  const made = convert({ conversion, given, choices });
  if (!made.estimable) throw new RangeError(made.because);
  return made.value;
}

const refusal = (
  ...[conversion, given, choices = {}]: [Conversion, Record<string, number>, Record<string, string>?]
) => {
  const made = convert({ conversion, given, choices });
  return made.estimable ? null : made.because;
};

describe('a cluster trial', () => {
  // Cochrane Handbook 6.5, section 23.1.4: ICC 0.02, 625 children in 44 classes; 63 of 295 and 84 of 330.
  it('counts as the independent people that it is worth', () => {
    const size = 625 / 44;
    const first = converted('cluster-events', { events: 63, total: 295, icc: 0.02, size });
    const second = converted('cluster-events', { events: 84, total: 330, icc: 0.02, size });
    const rounded = [first, second].map(({ of, numbers }) =>
      of === 'arm' ? [Math.round(numbers.events ?? 0), Math.round(numbers.total ?? 0)] : [],
    );
    expect(rounded).toEqual([
      [50, 233],
      [66, 261],
    ]);
    expect(first.provenance.assumptions).toContain('ICC = 0.02');
  });

  it('keeps mean and SD, and widens an interval by the root of the design effect', () => {
    const arm = converted('cluster-means', { mean: 12, sd: 3, total: 126.4, icc: 0.02, size: 14.2 });
    expect(arm.numbers).toMatchObject({ mean: 12, standardDeviation: 3, total: 100 });
    const given = { estimate: 2, lower: 1, upper: 4, percentConfidence: 95, icc: 0.1, size: 31 };
    const { numbers } = converted('cluster-estimate', given, { scale: 'ratio' });
    // Design effect 4: on the log scale the interval is twice as wide.
    if (!('upper' in numbers)) throw new RangeError('no estimate');
    expect(Math.log(numbers.upper / numbers.lower)).toBeCloseTo(2 * Math.log(4), 8);
    expect(numbers.estimate).toBeCloseTo(2, 12);
  });
});

describe('a cross-over trial', () => {
  const given = { mean1: 10, sd1: 4, mean2: 8, sd2: 5, correlation: 0.6, total: 24 };

  it('has the variance of differences within people', () => {
    const { numbers } = converted('paired-difference', given);
    if (!('upper' in numbers)) throw new RangeError('no estimate');
    const error = Math.sqrt((16 + 25 - 2 * 0.6 * 20) / 24);
    expect(numbers.upper - numbers.lower).toBeCloseTo(2 * 1.959963985 * error, 7);
  });

  it('gives the same standard error arm by arm', () => {
    const arm = (mean: number, sd: number, otherSd: number) => {
      const { of, numbers } = converted('paired-arm', { mean, sd, otherSd, correlation: 0.6, total: 24 });
      if (of !== 'arm') throw new RangeError('no arm');
      return numbers;
    };
    const study = studyNumbers('continuous', {
      arms: [
        { kind: 'intervention', numbers: arm(10, 4, 5) },
        { kind: 'comparator', numbers: arm(8, 5, 4) },
      ],
      estimate: null,
    });
    const [effect] = effectSizes('MD', [study.estimable ? study.value : {}]);
    expect(effect?.estimable && effect.value.yi).toBeCloseTo(2, 12);
    expect(effect?.estimable && effect.value.vi).toBeCloseTo((16 + 25 - 2 * 0.6 * 20) / 24, 10);
  });

  it('has the odds ratio of its discordant pairs', () => {
    const { numbers } = converted('paired-odds-ratio', { first: 12, second: 4 });
    expect('estimate' in numbers && numbers.estimate).toBeCloseTo(3, 12);
  });
});

describe('rates and risks', () => {
  it('a rate over time at risk becomes whole events, and says that it was rounded', () => {
    const { numbers, provenance } = converted('events-from-rate', { rate: 2.1, per: 100, time: 620, total: 240 });
    expect(numbers).toMatchObject({ events: 13, total: 240 });
    expect(provenance.assumptions.join()).toMatch(/13\.02 rounded/);
    expect(refusal('events-from-rate', { rate: 50, per: 100, time: 620, total: 240 })).toMatch(/more than 240 people/);
  });

  // Cochrane Handbook 6.5, section 15.4.4.4: an odds ratio of 0.73 at an assumed risk of 0.85 is a risk of 0.81.
  it('an odds ratio is another measure only at a baseline risk', () => {
    const given = { estimate: 0.73, lower: 0.6, upper: 0.9, percentConfidence: 95, percent: 85 };
    const ratio = converted('effect-at-baseline', given, { from: 'OR', to: 'RR' });
    const difference = converted('effect-at-baseline', given, { from: 'OR', to: 'RD' });
    const risk = (0.73 * 0.85) / (1 - 0.85 + 0.73 * 0.85);
    expect('estimate' in ratio.numbers && ratio.numbers.estimate).toBeCloseTo(risk / 0.85, 12);
    expect(difference.numbers).toMatchObject({ isRatio: false });
    expect('estimate' in difference.numbers && difference.numbers.estimate).toBeCloseTo(risk - 0.85, 12);
  });

  it('goes back and forth without loss, and not beyond what a risk can be', () => {
    const given = { estimate: 0.8, lower: 0.7, upper: 0.95, percentConfidence: 95, percent: 20 };
    const there = converted('effect-at-baseline', given, { from: 'RR', to: 'OR' });
    if (!('upper' in there.numbers)) throw new RangeError('no estimate');
    const { estimate, lower, upper } = there.numbers;
    const back = { estimate, lower, upper, percentConfidence: 95, percent: 20 };
    const { numbers } = converted('effect-at-baseline', back, { from: 'OR', to: 'RR' });
    expect('upper' in numbers && numbers.upper).toBeCloseTo(0.95, 12);
    const wide = { ...given, estimate: 2.5, lower: 2, upper: 6 };
    expect(refusal('effect-at-baseline', wide, { from: 'RR', to: 'OR' })).toMatch(/outside of 0 to 100/);
    expect(refusal('effect-at-baseline', given, { from: 'RR', to: 'RR' })).toMatch(/already/);
  });
});
