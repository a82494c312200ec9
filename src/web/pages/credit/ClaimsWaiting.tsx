import { CREDIT_ROLES, type CreditRole } from '#core/credit/creditRoles';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import styles from './Credit.module.css';
import type { Credit, CreditPerson } from './useCredit.ts';

/** Claims of others that have no word of mine yet, and would be settled by it. */
export function ClaimsWaiting({
  credit,
  onOpen,
}: {
  credit: Credit;
  onOpen: (person: CreditPerson, role: CreditRole) => void;
}) {
  const me = credit.people.find(({ isMe }) => isMe);
  const waiting = credit.claims.filter(
    claim => claim.state === 'claimed' && me && claim.waitsFor.includes(me.name) && claim.may.answer === null,
  );
  if (waiting.length === 0) return null;
  return (
    <Section title={`${counted(waiting.length, 'claim')} ${waiting.length === 1 ? 'waits' : 'wait'} for your word`}>
      <ul className={styles.waiting}>
        {waiting.map(claim => {
          const person = credit.people.find(({ personId }) => personId === claim.personId);
          if (!person) return null;
          const evidence = person.proposals.find(({ role }) => role === claim.role)?.evidence.join('; ');
          return (
            <li key={claim.claimId}>
              <div>
                <p className={styles.criterion}>
                  {person.name}: {CREDIT_ROLES[claim.role].label}
                  {claim.degree && ` (${claim.degree})`}
                </p>
                <p className={styles.quiet}>
                  {evidence ?? 'Nothing in the log shows it.'}
                  {claim.note && ` “${claim.note}”`}
                </p>
              </div>
              <ActionButton
                size="small"
                label={`Look at ${person.name}’s claim of ${CREDIT_ROLES[claim.role].label}`}
                onClick={() => onOpen(person, claim.role)}
              >
                Look at it
              </ActionButton>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
