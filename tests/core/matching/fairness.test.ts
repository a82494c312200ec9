import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEligibility, whyNotEligible } from '#core/matching/eligibility';
import { practicalFit } from '#core/matching/practicalFit';
import { rankCandidates } from '#core/matching/suggest';

const OPENING = {
  openingId: 'o',
  title: 'Catheter ablation in atrial fibrillation',
  abstract: 'Anticoagulation and stroke',
  requiredSkills: ['screening'],
  role: 'screener',
  hoursPerWeek: 6,
  timeZone: 'Europe/London',
};
const AT = Date.parse('2026-11-30T00:00:00Z');

describe('what never counts', () => {
  const protectedFields = fc.record({
    country: fc.string(),
    schoolCountry: fc.string(),
    medicalSchool: fc.string(),
    graduationYear: fc.integer({ min: 1950, max: 2030 }),
    age: fc.integer({ min: 18, max: 90 }),
    sex: fc.string(),
    visaNeed: fc.string(),
    examSteps: fc.array(fc.string()),
    name: fc.string(),
  });
  const person = { personId: 'p', interests: 'atrial fibrillation, stroke', skills: ['screening'], hoursPerWeek: 6 };

  it('country, school, year, age, sex, visa and name change neither score nor reason of anybody', () => {
    const [plain] = rankCandidates(OPENING, [person]);
    fc.assert(
      fc.property(protectedFields, fields => {
        const [told] = rankCandidates(OPENING, [{ ...person, ...fields }]);
        expect(told).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });
});

describe('hard rules of dates and languages', () => {
  const work = { ...OPENING, startsOn: '2026-12-01', dueOn: '2026-12-28' };
  const fitOf = (away: { from: string; to: string }[], languages: string[] = []) =>
    practicalFit({ personId: 'p', away, languages }, { ...work, languages: ['Spanish'] }, AT);

  it('exclude who is away for most of the days, and take a share for fewer', () => {
    expect(fitOf([{ from: '2026-12-05', to: '2026-12-25' }]).excludedBecause).toBe(
      'Away on 21 of the 28 days until it is due.',
    );
    const week = fitOf([
      { from: '2026-12-14', to: '2026-12-20' },
      { from: '2026-12-18', to: '2026-12-20' },
    ]);
    expect(week.excludedBecause).toBeNull();
    expect(week.reasons).toContainEqual(expect.objectContaining({ kind: 'dates', weight: -0.25 }));
  });

  it('exclude who names languages and lacks the one asked; a blank is never a no', () => {
    expect(fitOf([], ['English']).excludedBecause).toBe('Asks for Spanish, not among the languages named.');
    expect(fitOf([], ['spanish']).excludedBecause).toBeNull();
    expect(fitOf([]).excludedBecause).toBeNull();
  });

  it('work and dates come to hours a week where nobody says them', () => {
    const asks = { openingId: 'o', title: 'x', startsOn: '2026-12-01', dueOn: '2026-12-28', totalHours: 40 };
    const fits = practicalFit({ personId: 'p', hoursPerWeek: 4 }, asks, AT);
    expect(fits.excludedBecause).toBe('Asks for 10 h a week; 4 h is less than half of that.');
  });
});

describe('eligibility', () => {
  const rules = { graduatedSince: 2015, examStepsAsked: ['step-1'], visaRule: 'no-need' } as const;
  const blank = { graduationYear: null, examSteps: [], visaNeed: null };

  it('is never denied for a blank', () => {
    expect(whyNotEligible(rules, blank)).toBeNull();
    expect(checkEligibility(rules, blank).map(check => check.isMet)).toEqual([null, null, null]);
  });

  it('names every rule that is not met', () => {
    const path = { graduationYear: 2010, examSteps: ['step-2-ck'], visaNeed: 'j-1' } as const;
    expect(whyNotEligible(rules, path)).toBe(
      'Asked for and not met: graduated in 2015 or later, step 1 passed, needs no visa.',
    );
  });

  it('is met with all', () => {
    const path = { graduationYear: 2015, examSteps: ['step-1'], visaNeed: 'none' } as const;
    expect(whyNotEligible(rules, path)).toBeNull();
  });
});
