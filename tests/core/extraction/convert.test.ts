import { describe, expect, it } from 'vitest';
import { CONVERSION_FORMS, CONVERSIONS, type Conversion } from '#core/extraction/conversionForms';
import { convert, followFrom } from '#core/extraction/convert';
import { conversionsFor } from '#core/extraction/kinds/conversionsFor';

const made = (conversion: Conversion, given: Record<string, number>, choices: Record<string, string> = {}) => {
  const result = convert({ conversion, given, choices });
  if (!result.estimable) throw new Error(result.because);
  return result.value;
};
const refusal = (conversion: Conversion, given: Record<string, number>, choices: Record<string, string> = {}) => {
  const result = convert({ conversion, given, choices });
  return result.estimable ? null : result.because;
};

describe('a conversion', () => {
  it('is what the Cochrane Handbook works out for a standard error of 0.6 in 49 people', () => {
    const { numbers, provenance } = made('sd-from-se', { mean: 12, se: 0.6, total: 49 });
    expect(numbers).toMatchObject({ mean: 12, total: 49 });
    expect(numbers).toHaveProperty('standardDeviation', expect.closeTo(4.2, 10));
    expect(provenance.sentence).toBe('SD 4.2 from SE 0.6 and n = 49');
    expect(provenance.source).toContain('doi:');
  });

  // Cochrane Handbook 6.5, section 6.5.2.2: a 95 % interval of 30.0 to 34.2 in 25 people; t of 24 degrees is 2.064.
  it('finds the Handbook’s SD of 5.09 from the interval of a small group', () => {
    const given = { mean: 32.1, lower: 30, upper: 34.2, percentConfidence: 95, total: 25 };
    const { numbers, provenance } = made('sd-from-interval', given);
    expect(numbers).toHaveProperty('standardDeviation', expect.closeTo(5.09, 2));
    expect(provenance.assumptions).toEqual(['the interval was made with the t distribution']);
  });

  // Cochrane Handbook 6.5, section 6.5.2.3: difference 3.8, p = 0.008, 25 and 22 people: t = 2.78, SE 1.37, SD 4.69.
  it('finds the Handbook’s SD of 4.69 from a p-value and says what it takes for granted', () => {
    const { numbers, provenance } = made('sd-from-p', {
      mean: 1,
      difference: 3.8,
      p: 0.008,
      total: 25,
      otherTotal: 22,
    });
    expect(numbers).toHaveProperty('standardDeviation', expect.closeTo(4.69, 1));
    expect(provenance.assumptions).toContain('both arms have the same SD');
  });

  // estmeansd 1.0.1 and the papers' own formulas; reference cases conv:luo2018 and conv:shi2020.
  it('takes Luo’s mean with Shi’s SD from five numbers, and names them', () => {
    const five = { minimum: 2, lowerQuartile: 5, median: 8, upperQuartile: 13, maximum: 30, total: 80 };
    const { numbers, provenance } = made('mean-from-quantiles', five);
    expect(numbers).toHaveProperty('standardDeviation', expect.closeTo(5.91207, 4));
    expect(provenance.sentence).toContain('quartiles 5 and 13, range 2 to 30, n = 80 (Luo’s mean, Shi’s SD)');
  });

  // Cochrane Handbook 6.5, section 6.5.2.8: SD 4.0 before and 4.4 after, r = 0.78.
  it('assumes a correlation in the open', () => {
    const given = { meanBefore: 15.7, sdBefore: 4, meanAfter: 13.5, sdAfter: 4.4, correlation: 0.78, total: 50 };
    const { numbers, provenance } = made('change-from-baseline', given);
    expect(numbers).toHaveProperty('mean', expect.closeTo(-2.2, 10));
    expect(numbers).toHaveProperty('standardDeviation', expect.closeTo(2.81, 2));
    expect(provenance.assumptions).toEqual(['r = 0.78']);
  });

  it('says how many other counts print as the same percentage', () => {
    const { numbers, provenance } = made('events-from-percent', { percent: 12, total: 400, decimals: 0 });
    expect(numbers).toMatchObject({ events: 48, total: 400 });
    expect(provenance.assumptions).toEqual(['46 to 50 events print the same; the nearest is used']);
  });

  // Tierney et al. (2007), doi:10.1186/1745-6215-8-16: hazard ratio exp((O − E)/V), 95 % interval ± 1.96/√V.
  it('makes a hazard ratio with its interval from log-rank numbers', () => {
    const { numbers } = made('hazard-ratio-from-log-rank', { observedMinusExpected: -7.3, variance: 21.5 });
    const estimate = Math.exp(-7.3 / 21.5);
    expect(numbers).toMatchObject({ isRatio: true, percentConfidence: 95 });
    expect(numbers).toHaveProperty('estimate', expect.closeTo(estimate, 12));
    expect(numbers).toHaveProperty('upper', expect.closeTo(estimate * Math.exp(1.959964 / Math.sqrt(21.5)), 6));
  });

  // Altman and Bland (2011), doi:10.1136/bmj.d2090: ratio 0.81 with p = 0.03 has an interval of 0.67 to 0.98.
  it('finds Altman and Bland’s interval from an estimate and its p-value', () => {
    const { numbers } = made('estimate-with-p', { estimate: 0.81, p: 0.03 });
    expect(numbers).toHaveProperty('lower', expect.closeTo(0.67, 2));
    expect(numbers).toHaveProperty('upper', expect.closeTo(0.98, 2));
  });
});

describe('what can’t be converted', () => {
  it('is named by its field', () => {
    expect(refusal('sd-from-se', { mean: 1, total: 9 })).toBe('Standard error: not given yet.');
    expect(refusal('sd-from-se', { mean: 1, se: -1, total: 9 })).toBe('Standard error: must be above 0.');
    expect(refusal('sd-from-se', { mean: 1, se: 1, total: 9, sd: 3 })).toContain('takes no number called sd');
    expect(refusal('estimate-with-se', { estimate: 1, se: 1 }, { scale: 'log' })).toContain('no choice');
  });

  it('is told why in words', () => {
    const disordered = { median: 4, lowerQuartile: 5, upperQuartile: 6, total: 20 };
    expect(refusal('mean-from-quantiles', disordered)).toContain('must rise in this order');
    expect(refusal('mean-from-quantiles', { median: 4, total: 20 })).toContain('both quartiles');
    expect(refusal('estimate-with-se', { estimate: -0.2, se: 0.1 })).toContain('log scale');
    expect(refusal('events-from-percent', { percent: 12.5, total: 7, decimals: 1 })).toContain('No whole number');
    expect(refusal('sd-from-t', { mean: 1, difference: 3, t: 0, total: 9, otherTotal: 9 })).toContain(
      'no usable result',
    );
  });
});

describe('numbers', () => {
  it('follow from a conversion but for the last digits, or don’t', () => {
    const converted = made('sd-from-se', { mean: 12, se: 0.7, total: 31 });
    expect(followFrom(converted, { ...converted.numbers })).toBe(true);
    expect(followFrom(converted, { ...converted.numbers, standardDeviation: 3.9 })).toBe(false);
    expect(followFrom(converted, { ...converted.numbers, events: 3 })).toBe(false);
  });
});

describe('person-time and the correlation of two measurements', () => {
  it('follow from a rate, and from the spread of the changes as the Cochrane Handbook says', () => {
    expect(made('time-from-rate', { events: 12, rate: 3.2, per: 1000 }).numbers).toMatchObject({
      ...{ events: 12, personTime: 3750, total: null },
    });
    // Cochrane Handbook 6.5, section 6.5.2.8, experimental group: SDs 6.4 and 7.1, 4.5 of the changes: 0.78.
    const given = { meanBefore: 15.2, sdBefore: 6.4, meanAfter: 16.2, sdAfter: 7.1, sdChange: 4.5, total: 129 };
    expect(made('correlation-from-change', given).numbers).toMatchObject({ correlation: expect.closeTo(0.78, 2) });
  });
});

describe('the forms', () => {
  it('belong to one kind of outcome each and ask for no name twice', () => {
    const kinds = (['dichotomous', 'continuous', 'generic', 'rate', 'pre-post'] as const).flatMap(conversionsFor);
    expect([...kinds].sort()).toEqual([...CONVERSIONS].sort());
    for (const { fields } of Object.values(CONVERSION_FORMS)) {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    }
  });
});
