import { CREDIT_ROLE_SLUGS, CREDIT_ROLES, type CreditDegree, type CreditRole } from '#core/credit/creditRoles';
import { listed } from '#core/credit/listed';

/** A role that somebody claimed and the team confirmed. */
export interface CreditClaim {
  readonly personId: string;
  readonly role: CreditRole;
  readonly degree?: CreditDegree;
}

export interface CreditedPerson {
  readonly personId: string;
  /** As it is to be printed: a name, or initials. */
  readonly name: string;
}

function degreeText({ degree }: CreditClaim): string {
  return degree ? ` (${degree})` : '';
}

/**
 * The sentence that journals ask for, by role or by person. Takes people in the order of authors; a role that nobody
 * has, and a person without a role, is left out. A degree is printed only where several share the role.
 */
export function contributionsStatement(
  people: readonly CreditedPerson[],
  claims: readonly CreditClaim[],
  arrange: 'by-role' | 'by-person' = 'by-role',
): string {
  const holders = (role: CreditRole) =>
    people.flatMap(({ personId, name }) => {
      const claim = claims.find(claimed => claimed.personId === personId && claimed.role === role);
      return claim ? [{ name, claim }] : [];
    });
  const isShared = new Map(CREDIT_ROLE_SLUGS.map(role => [role, holders(role).length > 1]));
  const withDegree = (claim: CreditClaim) => (isShared.get(claim.role) ? degreeText(claim) : '');
  const parts =
    arrange === 'by-role'
      ? CREDIT_ROLE_SLUGS.map(role => ({
          head: CREDIT_ROLES[role].label,
          words: holders(role).map(({ name, claim }) => `${name}${withDegree(claim)}`),
        }))
      : people.map(({ personId, name }) => ({
          head: name,
          words: CREDIT_ROLE_SLUGS.flatMap(role => {
            const claim = claims.find(claimed => claimed.personId === personId && claimed.role === role);
            return claim ? [`${CREDIT_ROLES[role].label}${withDegree(claim)}`] : [];
          }),
        }));
  return parts
    .filter(({ words }) => words.length > 0)
    .map(({ head, words }) => `${head}: ${arrange === 'by-role' ? listed(words) : words.join(', ')}.`)
    .join(' ');
}
