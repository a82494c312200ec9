import { describe, expect, it } from 'vitest';
import { type Analyte, unitChange } from '#core/extraction/units';
import { changeFor, usedArm, usedEstimate, usedSentence } from '#core/extraction/usedNumbers';

function convert(value: number, from: string, to: string, analyte: Analyte = ''): number {
  const change = unitChange(from, to, analyte);
  if (!change.estimable) throw new Error(change.because);
  return value * change.value.factor + change.value.offset;
}

describe('a unit', () => {
  // AMA Manual of Style, 11th edition, SI conversion table: factors to three digits.
  it.each([
    ['glucose', 'mg/dL', 'mmol/L', 0.0555],
    ['cholesterol', 'mg/dL', 'mmol/L', 0.0259],
    ['triglycerides', 'mg/dL', 'mmol/L', 0.0113],
    ['creatinine', 'mg/dL', 'µmol/L', 88.4],
    ['urea nitrogen', 'mg/dL', 'mmol/L', 0.357],
    ['uric acid', 'mg/dL', 'µmol/L', 59.48],
    ['bilirubin', 'mg/dL', 'µmol/L', 17.104],
    ['calcium', 'mg/dL', 'mmol/L', 0.25],
    ['iron', 'µg/dL', 'µmol/L', 0.179],
    ['vitamin D (25-OH-D3)', 'ng/mL', 'nmol/L', 2.496],
    ['testosterone', 'ng/dL', 'nmol/L', 0.0347],
    ['cortisol', 'µg/dL', 'nmol/L', 27.588],
  ] as const)('of %s goes from %s to %s by the published factor', (analyte, from, to, factor) => {
    expect(convert(1, from, to, analyte) / factor).toBeCloseTo(1, 2);
  });
  it('goes by definition between pounds and kilograms, inches and centimetres, weeks and days, degrees', () => {
    expect(convert(10, 'lbs', 'kg')).toBeCloseTo(4.5359237, 10);
    expect(convert(10, 'inches', 'cm')).toBe(25.4);
    expect(convert(6, 'months', 'days')).toBe(182.625);
    expect(convert(2, 'years', 'months')).toBeCloseTo(24, 12);
    expect(convert(0.25, 'fraction', '%')).toBe(25);
    expect(convert(212, '°F', '°C')).toBeCloseTo(100, 10);
    expect(convert(37, '°C', '°F')).toBeCloseTo(98.6, 10);
  });
  it('of HbA1c goes by the master equation: 7 % are 53 mmol/mol', () => {
    expect(convert(7, '%', 'mmol/mol', 'HbA1c')).toBeCloseTo(53, 0);
    expect(convert(48, 'mmol/mol', '%', 'HbA1c')).toBeCloseTo(6.5, 1);
  });
  it('comes back where it was', () => {
    for (const [from, to, analyte] of [
      ['mg/dL', 'mmol/L', 'glucose'],
      ['°F', '°C', ''],
      ['st', 'lb', ''],
      ['%', 'mmol/mol', 'HbA1c'],
    ] as const) {
      expect(convert(convert(12.3, from, to, analyte), to, from, analyte)).toBeCloseTo(12.3, 10);
    }
  });
  it('is refused where it is not known, of another kind, or needs its analyte', () => {
    expect(unitChange('points', 'kg', '')).toMatchObject({ because: 'unit-not-known' });
    expect(unitChange('kg', 'cm', '')).toMatchObject({ because: 'units-of-different-kinds' });
    expect(unitChange('mg/dL', 'mmol/L', '')).toMatchObject({ because: 'analyte-needed' });
    expect(unitChange('Points', 'points ', '')).toMatchObject({ estimable: true });
  });
});

describe('numbers on the scale of the review', () => {
  const arm = { events: null, total: 40, mean: 100, standardDeviation: 18, personTime: null };
  it('keep what a difference of means says, whatever the unit', () => {
    const change = { factor: 5 / 9, offset: (-32 * 5) / 9 };
    const [one, two] = [arm, { ...arm, mean: 91 }].map(numbers => usedArm('continuous', numbers, change, false));
    expect((one?.mean ?? 0) - (two?.mean ?? 0)).toBeCloseTo(5, 10);
    expect(one?.standardDeviation).toBeCloseTo(10, 10);
  });
  it('turn round: a mean its sign, a count those without the event, a ratio its reciprocal', () => {
    const same = { factor: 1, offset: 0 };
    expect(usedArm('continuous', arm, same, true)).toMatchObject({ mean: -100, standardDeviation: 18 });
    const counted = { events: 30, total: 40, mean: null, standardDeviation: null, personTime: null };
    expect(usedArm('dichotomous', counted, same, true).events).toBe(10);
    const ratio = { estimate: 2, lower: 1, upper: 4, isRatio: true };
    expect(usedEstimate(ratio, same, true)).toEqual({ estimate: 0.5, lower: 0.25, upper: 1, isRatio: true });
    const difference = { estimate: 3, lower: 1, upper: 5, isRatio: false };
    expect(usedEstimate(difference, { factor: 2, offset: 7 }, true)).toMatchObject({
      estimate: -6,
      lower: -10,
      upper: -2,
    });
  });
  it('say what was done to them', () => {
    const reported = { unit: 'mg/dL', analyte: 'glucose', isReversed: true } as const;
    expect(usedSentence(reported, 'mmol/L', 'continuous')).toBe(
      'mg/dL to mmol/L of glucose: × 0.055507; direction turned round',
    );
    expect(changeFor({ ...reported, unit: '' }, 'mmol/L')).toMatchObject({ value: { factor: 1 } });
    expect(usedSentence({ unit: '', analyte: '', isReversed: false }, 'kg', 'continuous')).toBe('');
  });
});
