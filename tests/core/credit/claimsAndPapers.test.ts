import { describe, expect, test } from 'vitest';
import { acknowledgements } from '#core/credit/acknowledgements';
import { citedName, nameParts } from '#core/credit/citedName';
import { type ClaimAnswer, claimState, whoConfirms } from '#core/credit/claimState';
import { contributionLedger } from '#core/credit/contributionLedger';
import { erasExperience, erasWork } from '#core/credit/erasEntry';
import { ERAS_SEASONS } from '#core/credit/erasSeasons';
import { evidenceSheet } from '#core/credit/evidenceSheet';
import { icmjeStatus } from '#core/credit/icmjeStatus';
import { jatsContributors } from '#core/credit/jatsContributors';

const TEAM = [
  { personId: 'lena', isLead: true },
  { personId: 'ann', isLead: false },
  { personId: 'ben', isLead: false },
];
const says = (answeredBy: string, verdict: ClaimAnswer['verdict']): ClaimAnswer => ({ answeredBy, verdict });

describe('a claim', () => {
  test('waits until a lead has confirmed it: another member’s word is heard, but does not settle it', () => {
    expect(claimState('ann', [], TEAM)).toBe('claimed');
    expect(claimState('ann', [says('ben', 'confirmed')], TEAM)).toBe('claimed');
    expect(claimState('ann', [says('ben', 'confirmed'), says('lena', 'confirmed')], TEAM)).toBe('confirmed');
  });

  test('of the only lead is confirmed by anybody else', () => {
    expect(whoConfirms(TEAM, 'lena')).toEqual(['ann', 'ben']);
    expect(claimState('lena', [says('ben', 'confirmed')], TEAM)).toBe('confirmed');
  });

  test('is disputed by one voice, whatever the others say, in any order', () => {
    const answers = [says('lena', 'confirmed'), says('ben', 'disputed')];
    expect(claimState('ann', answers, TEAM)).toBe('disputed');
    expect(claimState('ann', answers.toReversed(), TEAM)).toBe('disputed');
  });

  test('is not confirmed by the claimant, nor by a lead who has left', () => {
    expect(claimState('lena', [says('lena', 'confirmed')], TEAM)).toBe('claimed');
    expect(claimState('ann', [says('gone', 'confirmed')], TEAM)).toBe('claimed');
  });
});

const event = (actorId: string, deed: string, subjectId: string, minute: number) => ({
  ...{ actorId, deed, subjectKind: 'record', subjectId, facts: { stage: 'title-and-abstract' } },
  at: new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString(),
});

describe('hours by the log', () => {
  const minutesOf = (minutes: readonly number[]) =>
    contributionLedger(minutes.map((minute, place) => event('ann', 'record-decision', `r${place}`, minute)))[0]
      ?.contributions[0]?.minutes;

  test('are the time between deeds of one sitting; a break of more than half an hour counts nothing', () => {
    expect(minutesOf([0, 2, 5])).toBe(5);
    expect(minutesOf([0, 30])).toBe(30);
    expect(minutesOf([0, 2, 5, 36, 40])).toBe(9);
  });

  test('are the same whatever uncounted deeds lie between: a note on a record must not show in them', () => {
    const counted = [event('ann', 'record-decision', 'r1', 0), event('ann', 'record-decision', 'r2', 8)];
    const [plain] = contributionLedger(counted);
    const [noted] = contributionLedger([
      ...counted,
      event('ann', 'write-note', 'r1', 3),
      event('ann', 'open-discussion', 'r1', 5),
    ]);
    expect(noted?.contributions).toEqual(plain?.contributions);
  });

  test('go to the later deed’s kind, and to nobody else', () => {
    const [ann, ben] = contributionLedger([
      event('ann', 'record-decision', 'r1', 0),
      event('ben', 'record-decision', 'r1', 3),
      event('ann', 'add-study', 's1', 10),
    ]);
    expect(ann?.contributions.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['decided', 0],
      ['linked', 10],
    ]);
    expect(ben?.contributions[0]?.minutes).toBe(0);
  });
});

describe('names', () => {
  test.each([
    ['Amara Okafor', 'Okafor A'],
    ['Carol Beth Smith', 'Smith CB'],
    ['Jean-Luc Picard', 'Picard JL'],
    ['Ludwig van Beethoven', 'van Beethoven L'],
    ['Maria de la Cruz', 'de la Cruz M'],
    ['García Márquez, Gabriel', 'García Márquez G'],
    ['Madonna', 'Madonna'],
  ])('%s is cited as %s', (name, cited) => expect(citedName(name)).toBe(cited));

  test('keep all their letters', () => {
    expect(nameParts('Łukasz Żółć')).toEqual({ family: 'Żółć', given: 'Łukasz', initials: 'Ł' });
  });
});

describe('for the paper', () => {
  const people = [
    { personId: 'lena', name: 'Lena <Lead> & Co' },
    { personId: 'ann', name: 'Ann Asked' },
  ];

  test('JATS names each role by its term and address, with the degree, and escapes what XML needs', () => {
    const xml = jatsContributors(people, [
      { personId: 'ann', role: 'writing-review-editing', degree: 'equal' },
      { personId: 'ann', role: 'investigation' },
    ]);
    expect(xml).toContain('<surname>Co</surname>');
    expect(xml).toContain('<given-names>Lena &lt;Lead&gt; &amp;</given-names>');
    expect(xml).toContain(
      'vocab-term="Writing – review &amp; editing" vocab-term-identifier="https://credit.niso.org/contributor-roles/writing-review-editing/" degree-contribution="equal">Writing – review &amp; editing</role>',
    );
    expect(xml.indexOf('>Investigation<')).toBeLessThan(xml.indexOf('>Writing'));
  });

  const ledgers = contributionLedger([
    event('ann', 'record-decision', 'r1', 0),
    event('ann', 'add-study', 's1', 6),
    event('lena', 'create-review', 'x', 7),
  ]);

  test('thanks go to who worked and is no author, with what they did and the permission that is still needed', () => {
    expect(acknowledgements(people, ledgers, ['lena'])).toBe(
      'We thank Ann Asked, who decided on one record at title and abstract and linked reports to one study. ' +
        'This person has agreed to be named: [to be confirmed in writing].',
    );
    expect(acknowledgements(people, ledgers, ['lena', 'ann'])).toBe('');
  });

  test('the evidence sheet tells what the log shows, and no more', () => {
    const [ledger] = ledgers;
    if (!ledger) throw new Error('no ledger');
    const sheet = evidenceSheet({
      ...{ name: 'Ann Asked', reviewTitle: 'Remedies', ledger, icmje: icmjeStatus(ledger), fingerprint: null },
      ...{ confirmed: [{ personId: 'ann', role: 'investigation' as const }], on: '2026-03-02T00:00:00.000Z' },
    });
    expect(sheet).toContain('| linked reports to one study | 0.1 | 2026-03-01 | 2026-03-01 |');
    expect(sheet).toContain('- Investigation');
    expect(sheet).toContain('Screening alone does not make an author');
  });

  test('an entry of the curriculum vitae has the authors in order, marks one’s own name, and leaves out what is not known', () => {
    const entry = erasWork(
      'Remedies: a review?',
      [
        { personId: 'lena', name: 'Lena Lead' },
        { personId: 'ann', name: 'Ann Asked' },
      ],
      'ann',
      {
        ...{ type: 'Journal Article (peer reviewed)', venue: '', status: '', date: '2026' },
      },
    );
    expect(entry.text).toBe('Lead L, Asked A. Remedies: a review? 2026.');
    expect(entry.authors.map(({ isOwn }) => isOwn)).toEqual([false, true]);
  });

  test('an experience has its dates and hours from the log', () => {
    const [ledger] = ledgers;
    expect(ledger && erasExperience(ledger.contributions)).toEqual({
      firstAt: '2026-03-01T08:00:00.000Z',
      lastAt: '2026-03-01T08:06:00.000Z',
      hours: 0.1,
      description: 'Decided on one record at title and abstract; linked reports to one study.',
    });
  });

  test('each season’s types are named once, and a season that asks for a status has some', () => {
    for (const { types, statuses } of ERAS_SEASONS) {
      expect(new Set(types.map(({ type }) => type)).size).toBe(types.length);
      expect(types.some(({ fields }) => fields.includes('status'))).toBe(statuses.length > 0);
    }
  });
});
