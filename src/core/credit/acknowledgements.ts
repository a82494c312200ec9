import type { PersonLedger } from '#core/credit/contributionLedger';
import type { CreditedPerson } from '#core/credit/contributionsStatement';
import { listed } from '#core/credit/listed';

/**
 * One sentence a person for the acknowledgements: those who worked, and are not among the authors. Gives an empty text when
 * there is nobody to thank. ICMJE asks for each one's written permission; the text says so in its last sentence.
 */
export function acknowledgements(
  people: readonly CreditedPerson[],
  ledgers: readonly PersonLedger[],
  authorIds: readonly string[],
): string {
  const thanked = people.flatMap(({ personId, name }) => {
    if (authorIds.includes(personId)) return [];
    const deeds = ledgers.find(ledger => ledger.personId === personId)?.contributions ?? [];
    return deeds.length === 0 ? [] : [`${name}, who ${listed(deeds.map(({ sentence }) => sentence))}`];
  });
  if (thanked.length === 0) return '';
  const [first, ...others] = thanked;
  return [
    `We thank ${first}.`,
    ...others.map(who => `We also thank ${who}.`),
    thanked.length === 1
      ? 'This person has agreed to be named: [to be confirmed in writing].'
      : 'They have agreed to be named: [to be confirmed in writing].',
  ].join(' ');
}
