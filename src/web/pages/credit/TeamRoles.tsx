import { CREDIT_ROLE_SLUGS, CREDIT_ROLES, type CreditRole } from '#core/credit/creditRoles';
import styles from './Credit.module.css';
import type { Claim, Credit, CreditPerson } from './useCredit.ts';

const SHORT = 14;
/** A claim without a degree. */
const PLAIN = { claimed: 'claimed', confirmed: 'yes', disputed: 'disputed' } as const;

/** The fourteen roles by the team: claimed with their degree, proposed by the log, or open. Each cell opens the role. */
export function TeamRoles({
  credit,
  onOpen,
}: {
  credit: Credit;
  onOpen: (person: CreditPerson, role: CreditRole) => void;
}) {
  const isUsed = (role: CreditRole) =>
    credit.claims.some(claim => claim.role === role) ||
    credit.people.some(({ proposals }) => proposals.some(one => one.role === role));
  const used = CREDIT_ROLE_SLUGS.filter(isUsed);
  const unused = CREDIT_ROLE_SLUGS.filter(role => !isUsed(role));
  const me = credit.people.find(({ isMe }) => isMe);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.matrix} aria-label="CRediT roles of the team">
          <thead>
            <tr>
              <td />
              {credit.people.map(person => (
                <th key={person.personId} scope="col" data-me={person.isMe || undefined} title={person.name}>
                  {shortName(person.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map(role => (
              <tr key={role}>
                <th scope="row" title={CREDIT_ROLES[role].meaning}>
                  {CREDIT_ROLES[role].label}
                </th>
                {credit.people.map(person => (
                  <td key={person.personId} data-me={person.isMe || undefined}>
                    <Cell
                      person={person}
                      role={role}
                      claim={credit.claims.find(one => one.personId === person.personId && one.role === role)}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {me && unused.length > 0 && (
        <details className={styles.more}>
          <summary>Roles that the log shows nobody in</summary>
          <ul className={styles.unused}>
            {unused.map(role => (
              <li key={role}>
                <span>
                  <strong>{CREDIT_ROLES[role].label}</strong>: {CREDIT_ROLES[role].meaning}
                </span>
                <button type="button" className={styles.cell} data-state="open" onClick={() => onOpen(me, role)}>
                  Claim
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Cell({
  person,
  role,
  claim,
  onOpen,
}: {
  person: CreditPerson;
  role: CreditRole;
  claim: Claim | undefined;
  onOpen: (person: CreditPerson, role: CreditRole) => void;
}) {
  const isProposed = person.proposals.some(one => one.role === role);
  const words = claim ? (claim.degree ?? PLAIN[claim.state]) : isProposed ? 'proposed' : person.isMe ? 'Claim' : null;
  if (words === null) return <span className={styles.none}>–</span>;
  const state = claim?.state ?? (isProposed ? 'proposed' : 'open');
  const said = {
    claimed: 'not confirmed yet',
    confirmed: 'confirmed',
    disputed: 'disputed',
    proposed: 'by the log',
    open: '',
  };
  return (
    <button
      type="button"
      className={styles.cell}
      data-state={state}
      aria-label={`${CREDIT_ROLES[role].label}, ${person.name}: ${words}${said[state] ? `, ${said[state]}` : ''}`}
      onClick={() => onOpen(person, role)}
    >
      {words}
      {claim?.degree && state === 'claimed' && <span aria-hidden="true"> ?</span>}
      {claim?.degree && state === 'disputed' && <span aria-hidden="true"> !</span>}
    </button>
  );
}

/** "Amara O.": enough to tell people of a team apart in a narrow head; the whole name is its title. */
function shortName(name: string): string {
  if (name.length <= SHORT) return name;
  const words = name.split(' ');
  return `${words[0]} ${words.at(-1)?.charAt(0) ?? ''}.`;
}
