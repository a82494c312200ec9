import { describe, expect, test } from 'vitest';
import { contributionLedger, type PersonLedger } from '#core/credit/contributionLedger';
import { contributionsStatement } from '#core/credit/contributionsStatement';
import { creditProposals } from '#core/credit/creditProposals';
import { CREDIT_ROLE_SLUGS, CREDIT_ROLES, creditRoleUri } from '#core/credit/creditRoles';
import { icmjeStatus, SCREENING_ALONE } from '#core/credit/icmjeStatus';

function ledgerOf(...deeds: readonly string[]): PersonLedger {
  const [ledger] = contributionLedger(
    deeds.map((deed, place) => ({
      actorId: 'ana',
      deed,
      subjectKind: 'Thing',
      subjectId: `${deed} ${place}`,
      at: `2026-01-0${place + 1}`,
      facts: { stage: 'title-and-abstract' },
    })),
  );
  return ledger ?? { personId: 'ana', contributions: [], notCounted: [] };
}

const rolesOf = (ledger: PersonLedger) => creditProposals([ledger]).map(({ role }) => role);
const states = (ledger: PersonLedger) => icmjeStatus(ledger).criteria.map(({ state }) => state);

describe('CRediT', () => {
  test('there are the fourteen roles of the standard, with its labels and addresses', () => {
    expect(CREDIT_ROLE_SLUGS.map(role => CREDIT_ROLES[role].label)).toEqual([
      'Conceptualization',
      'Data curation',
      'Formal analysis',
      'Funding acquisition',
      'Investigation',
      'Methodology',
      'Project administration',
      'Resources',
      'Software',
      'Supervision',
      'Validation',
      'Visualization',
      'Writing – original draft',
      'Writing – review & editing',
    ]);
    expect(creditRoleUri('writing-review-editing')).toBe(
      'https://credit.niso.org/contributor-roles/writing-review-editing/',
    );
  });

  test('a proposal bears its evidence', () => {
    expect(creditProposals([ledgerOf('record-decision', 'record-decision')])).toEqual([
      {
        personId: 'ana',
        role: 'investigation',
        label: 'Investigation',
        uri: 'https://credit.niso.org/contributor-roles/investigation/',
        evidence: ['decided on 2 records at title and abstract'],
      },
    ]);
  });

  test.each([
    ['merge-duplicates', ['data-curation']],
    ['save-analysis', ['formal-analysis']],
    ['assign-records', ['project-administration']],
    ['adjudicate-record', ['validation']],
    ['hold-check-in', ['supervision']],
    ['agree-question', ['conceptualization', 'methodology']],
    ['write-section', ['writing-original-draft']],
    ['approve-manuscript', []],
  ])('%s supports %j', (deed, roles) => expect(rolesOf(ledgerOf(deed))).toEqual(roles));

  test('money and programming are declared, never proposed', () => {
    for (const role of ['funding-acquisition', 'software'] as const)
      expect(CREDIT_ROLES[role].isDeclaredOnly).toBe(true);
  });
});

describe('ICMJE', () => {
  test('screening alone does not make an author, and is told so', () => {
    const status = icmjeStatus(ledgerOf('record-decision', 'import-records'));
    expect(status.criteria.map(({ state }) => state)).toEqual(['not-enough-alone', 'open', 'open', 'open']);
    expect(status.sentence).toBe(SCREENING_ALONE);
    expect(status.isSupportedInAll).toBe(false);
  });

  test('writing, approving and answering do not replace the first criterion', () => {
    const status = icmjeStatus(
      ledgerOf('record-decision', 'write-section', 'approve-manuscript', 'accept-accountability'),
    );
    expect(status.criteria.map(({ state }) => state)).toEqual([
      'not-enough-alone',
      'supported',
      'supported',
      'supported',
    ]);
    expect(status.isSupportedInAll).toBe(false);
  });

  test('who meets the first is to be offered the chance for the rest', () => {
    const { sentence } = icmjeStatus(ledgerOf('extract-results', 'revise-section'));
    expect(sentence).toBe('The first criterion is supported: offer the chance to meet criteria 3, 4, which are open.');
  });

  test('all four supported is said as support, never as a verdict', () => {
    const ledger = ledgerOf('save-analysis', 'revise-section', 'approve-manuscript', 'accept-accountability');
    expect(states(ledger)).toEqual(['supported', 'supported', 'supported', 'supported']);
    expect(icmjeStatus(ledger).sentence).toContain('the team agrees whether each part was substantial');
  });

  test('administration, mentoring and technical help alone earn an acknowledgement', () => {
    expect(icmjeStatus(ledgerOf('assign-records', 'hold-check-in')).sentence).toContain('acknowledge them');
  });

  test('nobody is judged on nothing', () => expect(states(ledgerOf())).toEqual(['open', 'open', 'open', 'open']));
});

describe('the statement of contributions', () => {
  const people = [
    { personId: 'h', name: 'Helen Marsh' },
    { personId: 'w', name: 'Wei-Lin Chen' },
    { personId: 'x', name: 'Nobody Yet' },
  ];
  const claims = [
    { personId: 'w', role: 'investigation', degree: 'supporting' },
    { personId: 'h', role: 'investigation', degree: 'lead' },
    { personId: 'h', role: 'conceptualization', degree: 'lead' },
  ] as const;

  test('by role, in the order of the standard and of the authors; a degree only where the role is shared', () => {
    expect(contributionsStatement(people, claims)).toBe(
      'Conceptualization: Helen Marsh. Investigation: Helen Marsh (lead) and Wei-Lin Chen (supporting).',
    );
  });

  test('by person', () => {
    expect(contributionsStatement(people, claims, 'by-person')).toBe(
      'Helen Marsh: Conceptualization, Investigation (lead). Wei-Lin Chen: Investigation (supporting).',
    );
  });
});
