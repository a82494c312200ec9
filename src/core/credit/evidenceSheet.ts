import type { PersonLedger } from '#core/credit/contributionLedger';
import type { CreditClaim } from '#core/credit/contributionsStatement';
import { CREDIT_ROLES } from '#core/credit/creditRoles';
import type { IcmjeStatus } from '#core/credit/icmjeStatus';

export interface EvidenceSheetParts {
  readonly name: string;
  readonly reviewTitle: string;
  readonly ledger: PersonLedger;
  /** Roles that the team has confirmed. */
  readonly confirmed: readonly CreditClaim[];
  readonly icmje: IcmjeStatus;
  /** Of the audit chain, where it is sealed. */
  readonly fingerprint: string | null;
  readonly on: string;
}

const hoursOf = (minutes: number) => (minutes < 3 ? '' : (Math.round(minutes / 6) / 10).toFixed(1));
const dayOf = (instant: string) => instant.slice(0, 10);

/**
 * For whoever writes a letter about somebody: what the log shows, as Markdown. Facts only; praise is the letter's. Hours are a
 * lower bound (see `SITTING_BREAK_MINUTES`).
 */
export function evidenceSheet(parts: EvidenceSheetParts): string {
  const { name, reviewTitle, ledger, confirmed, icmje, fingerprint, on } = parts;
  const rows = ledger.contributions.map(
    ({ sentence, minutes, firstAt, lastAt }) =>
      `| ${sentence.replaceAll('|', '\\|')} | ${hoursOf(minutes)} | ${dayOf(firstAt)} | ${dayOf(lastAt)} |`,
  );
  const roles = confirmed.map(({ role, degree }) => `- ${CREDIT_ROLES[role].label}${degree ? ` (${degree})` : ''}`);
  const states = { supported: 'supported', 'not-enough-alone': 'work, but not enough alone', open: 'open' } as const;
  return [
    `# What ${name} did`,
    `In the review “${reviewTitle}”. Counted from its audit trail on ${dayOf(on)}; what ${name} decided is no part of it.`,
    '## By the log',
    rows.length === 0
      ? 'Nothing yet.'
      : [`| ${name} | Hours, at least | First | Last |`, '|---|---:|---|---|', ...rows].join('\n'),
    'Hours are a lower bound: the time between two deeds no more than 30 minutes apart.',
    '## Roles that the team has confirmed (CRediT)',
    roles.length === 0 ? 'None yet.' : roles.join('\n'),
    '## Authorship (the four ICMJE criteria)',
    icmje.criteria.map(({ criterion, title, state }) => `${criterion}. ${title}: ${states[state]}.`).join('\n'),
    icmje.sentence,
    fingerprint
      ? `Fingerprint of the audit chain: \`${fingerprint}\`.`
      : 'The audit chain of this review is not sealed yet.',
    '',
  ].join('\n\n');
}
