import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchOpening, MatchPerson } from '#core/matching/matchable';
import { rankCandidates, rankOpenings } from '#core/matching/suggest';

const ablation: MatchOpening = {
  openingId: 'ablation',
  title: 'Catheter ablation for atrial fibrillation in heart failure: a systematic review',
  abstract: 'We compare ablation with drug therapy in patients with atrial fibrillation and reduced ejection fraction.',
  meshHeadings: ['Atrial Fibrillation', 'Catheter Ablation'],
  requiredSkills: ['R'],
  role: 'screener',
  hoursPerWeek: 6,
  timeZone: 'America/New_York',
};
const openings: MatchOpening[] = [
  ablation,
  {
    openingId: 'asthma',
    title: 'Inhaled corticosteroids in children with asthma',
    abstract: 'Exacerbations and growth.',
  },
  { openingId: 'stroke', title: 'Thrombolysis after ischaemic stroke', abstract: 'Functional outcome at ninety days.' },
  { openingId: 'sepsis', title: 'Early vasopressors in septic shock', abstract: 'Mortality in intensive care.' },
];

describe('what stands beside the topic', () => {
  const seat: MatchOpening = { openingId: 'o', title: 'Asthma in children', role: 'screener' };
  const person = (personId: string, more: Partial<MatchPerson> = {}): MatchPerson => ({
    ...{ personId, interests: 'asthma children' },
    ...more,
  });

  it('a mentor without room is excluded with the reason, however well they suit', () => {
    const ranked = rankCandidates(seat, [
      person('full', { load: { has: 3, room: 3 } }),
      person('free', { interests: 'sepsis', load: { has: 2, room: 3 } }),
    ]);
    expect(ranked.map(one => one.personId)).toEqual(['free', 'full']);
    expect(ranked[1]?.excludedBecause).toBe('Looks after 3 of 3 already.');
  });

  it('what was shown in practice counts for a seat that screens, more of many than all of few, and for no other seat', () => {
    const practised = [
      { name: 'short', found: 2, of: 2 },
      { name: 'long', found: 39, of: 40 },
    ];
    const reasonOf = (opening: MatchOpening) =>
      rankCandidates(opening, [person('a', { practised })])[0]?.reasons.find(one => one.kind === 'skill');
    expect(reasonOf(seat)?.sentence).toBe('Found 39 of 40 in the practice set “long”.');
    // Wilson's lower bound of 39 of 40 is 0.8712 (R: prop.test(39, 40, correct = FALSE)).
    expect(reasonOf(seat)?.weight).toBeCloseTo(0.5 * 0.8712, 4);
    expect(reasonOf({ ...seat, role: 'writer' })).toBeUndefined();
  });
});

describe('suggestions of openings to a person', () => {
  it('finds the fitting opening for a person with three words of interest', () => {
    const [best] = rankOpenings({ personId: 'a', interests: 'asthma children inhaler' }, openings);
    expect(best?.openingId).toBe('asthma');
    expect(best?.reasons.map(reason => reason.term)).toContain('asthma');
  });

  it('names no pair of words that a comma or the end of a sentence keeps apart', () => {
    const vaccines: MatchOpening = { openingId: 'v', title: 'Why parents refuse vaccines for children' };
    const termsOf = (interests: string) =>
      rankOpenings({ personId: 'a', interests }, [vaccines, ...openings])[0]?.reasons.map(reason => reason.term);
    expect(termsOf('vaccines children')).toContain('vaccines children');
    for (const list of ['vaccines, children', 'vaccines; children', 'vaccines. Children', 'vaccines\nchildren']) {
      expect(termsOf(list)).toEqual(expect.arrayContaining(['vaccines', 'children']));
      expect(termsOf(list)).not.toContain('vaccines children');
    }
  });

  it('calls a fit strong where much is shared, and only possible where nothing is', () => {
    const ranked = rankOpenings({ personId: 'a', interests: 'asthma children inhaler' }, openings);
    expect(ranked.map(({ openingId, fit }) => [openingId, fit])).toContainEqual(['asthma', 'strong']);
    for (const { fit, percent } of ranked.slice(1)) {
      expect(fit).toBe('possible');
      expect(percent).toBeLessThan(50);
    }
  });

  it('finds it by another form of the word', () => {
    expect(rankOpenings({ personId: 'a', interests: 'strokes' }, openings)[0]?.openingId).toBe('stroke');
  });

  it('says how the hours, the clock and the skills fit', () => {
    const person: MatchPerson = {
      personId: 'a',
      interests: 'atrial fibrillation',
      skills: ['r'],
      roles: ['screener'],
      hoursPerWeek: 8,
      timeZone: 'Asia/Kolkata',
    };
    const [best] = rankOpenings(person, openings);
    const sentences = best?.reasons.map(reason => reason.sentence) ?? [];
    expect(sentences).toContain('10.5 h time difference.');
    expect(sentences).toContain('8 h a week cover the 6 h asked.');
    expect(sentences).toContain('Has R, as asked.');
  });

  it('counts daylight saving when told the day', () => {
    const person: MatchPerson = { personId: 'a', interests: 'atrial fibrillation', timeZone: 'Asia/Kolkata' };
    const summer = rankOpenings(person, [ablation], [], Date.UTC(2026, 6, 1));
    expect(summer[0]?.reasons.find(reason => reason.kind === 'time-zone')?.sentence).toBe('9.5 h time difference.');
  });

  it('scores nothing for a person who has said nothing', () => {
    for (const suggestion of rankOpenings({ personId: 'a' }, openings)) {
      expect(suggestion.score).toBe(0);
      expect(suggestion.fit).toBe('possible');
    }
  });
});

describe('suggestions of people for an opening', () => {
  const fits: MatchPerson = {
    personId: 'fits',
    interests: 'catheter ablation, atrial fibrillation',
    skills: ['R', 'writing'],
  };

  it('puts those whom a hard rule excludes last and says which rule', () => {
    const people: MatchPerson[] = [
      { ...fits, personId: 'no skill', skills: ['writing'] },
      { ...fits, personId: 'other role', roles: ['mentor'] },
      { ...fits, personId: 'few hours', hoursPerWeek: 2 },
      { personId: 'off topic', interests: 'dermatology' },
    ];
    const ranked = rankCandidates(ablation, people);
    expect(ranked[0]?.personId).toBe('off topic');
    const why = new Map(ranked.map(suggestion => [suggestion.personId, suggestion.excludedBecause]));
    expect(why.get('no skill')).toBe('Asks for R, not among the skills named.');
    expect(why.get('other role')).toBe('The seat is for a screener; looked for: mentor.');
    expect(why.get('few hours')).toBe('Asks for 6 h a week; 2 h is less than half of that.');
    expect(why.get('off topic')).toBeUndefined();
  });

  it('excludes nobody for what they have left blank', () => {
    const [only] = rankCandidates(ablation, [
      { personId: 'new', interests: 'ablation', skills: [], roles: [], hoursPerWeek: null },
    ]);
    expect(only?.excludedBecause).toBeUndefined();
  });

  it('leaves out a publication that is the opening itself', () => {
    const own = { id: 'ablation', title: ablation.title, abstract: ablation.abstract };
    const [only] = rankCandidates(ablation, [{ personId: 'author', publications: [own] }]);
    expect(only?.score).toBe(0);
  });

  it('counts a publication that is listed twice once', () => {
    const paper = { id: 'p', title: 'Atrial fibrillation after cardiac surgery' };
    const once = rankCandidates(ablation, [{ personId: 'a', publications: [paper] }]);
    const twice = rankCandidates(ablation, [{ personId: 'a', publications: [paper, paper] }]);
    expect(twice).toEqual(once);
  });

  it('gives the same answer whatever protected facts travel with the person', () => {
    const plain = rankCandidates(ablation, [fits]);
    fc.assert(
      fc.property(
        fc.record({ country: fc.string(), school: fc.string(), age: fc.nat(120), sex: fc.string(), name: fc.string() }),
        facts => {
          expect(rankCandidates(ablation, [{ ...fits, ...facts }])).toEqual(plain);
        },
      ),
    );
  });

  it('gives reasons whose weights sum to the score', () => {
    const words = ['ablation', 'fibrillation', 'heart', 'failure', 'stroke', 'drug', 'therapy', 'asthma', 'review'];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map(list => list.join(' '));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 7 }), (interests, titles) => {
        const publications = titles.map((title, i) => ({ id: `p${i}`, title, meshHeadings: ['Atrial Fibrillation'] }));
        const [only] = rankCandidates(ablation, [{ personId: 'a', interests, publications }]);
        const sum = only?.reasons.reduce((total, reason) => total + reason.weight, 0) ?? Number.NaN;
        expect(sum).toBeCloseTo(only?.score ?? Number.NaN, 9);
      }),
    );
  });

  it('scores a pair alike from either side', () => {
    const fromOpening = rankCandidates(ablation, [fits])[0];
    const fromPerson = rankOpenings(fits, [ablation])[0];
    expect(fromOpening?.score).toBeCloseTo(fromPerson?.score ?? Number.NaN, 9);
  });
});
