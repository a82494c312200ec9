import { nameParts } from '#core/credit/citedName';
import type { CreditClaim, CreditedPerson } from '#core/credit/contributionsStatement';
import { CREDIT_ROLE_SLUGS, CREDIT_ROLES, creditRoleUri } from '#core/credit/creditRoles';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => ESCAPES[sign] ?? sign);
}

function roleElement({ role, degree }: CreditClaim): string {
  const { label } = CREDIT_ROLES[role];
  const attributes = [
    ['vocab', 'credit'],
    ['vocab-identifier', 'https://credit.niso.org/'],
    ['vocab-term', label],
    ['vocab-term-identifier', creditRoleUri(role)],
    ...(degree ? [['degree-contribution', degree]] : []),
  ]
    .map(([name, value]) => `${name}="${escaped(value ?? '')}"`)
    .join(' ');
  return `    <role ${attributes}>${escaped(label)}</role>`;
}

/**
 * The authors with their CRediT roles as a `contrib-group` of JATS 1.3 (ANSI/NISO Z39.96-2021), in the order given; the
 * attributes follow JATS4R's recommendation for CRediT (https://jats4r.niso.org/credit-taxonomy). A person without a role
 * is named without one.
 */
export function jatsContributors(people: readonly CreditedPerson[], claims: readonly CreditClaim[]): string {
  const contributors = people.map(({ personId, name }) => {
    const { family, given } = nameParts(name);
    const roles = CREDIT_ROLE_SLUGS.flatMap(role =>
      claims.filter(claim => claim.personId === personId && claim.role === role).map(roleElement),
    );
    return [
      '  <contrib contrib-type="author">',
      '    <name>',
      `      <surname>${escaped(family)}</surname>`,
      ...(given === '' ? [] : [`      <given-names>${escaped(given)}</given-names>`]),
      '    </name>',
      ...roles,
      '  </contrib>',
    ].join('\n');
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<contrib-group>', ...contributors, '</contrib-group>', ''].join(
    '\n',
  );
}
