import type { PersonLedger } from '#core/credit/contributionLedger';
import { CREDIT_ROLE_SLUGS, CREDIT_ROLES, type CreditRole, creditRoleUri } from '#core/credit/creditRoles';

/** A role that the log supports. It is a proposal: the person claims it, and the team confirms it. */
export interface CreditProposal {
  readonly personId: string;
  readonly role: CreditRole;
  readonly label: string;
  readonly uri: string;
  /** What the log says, as sentences that follow the person's name. */
  readonly evidence: readonly string[];
}

/**
 * CRediT roles that the contributions support, in the standard's order for each person. Roles that only a declaration
 * can support (funding, software) are never proposed. CRediT describes what people did; it doesn't decide authorship.
 */
export function creditProposals(ledgers: readonly PersonLedger[]): readonly CreditProposal[] {
  return ledgers.flatMap(({ personId, contributions }) =>
    CREDIT_ROLE_SLUGS.flatMap(role => {
      const evidence = contributions.filter(({ roles }) => roles.includes(role)).map(({ sentence }) => sentence);
      if (evidence.length === 0) return [];
      return [{ personId, role, label: CREDIT_ROLES[role].label, uri: creditRoleUri(role), evidence }];
    }),
  );
}
