import { type ReactNode, useState } from 'react';
import type { CreditRole } from '#core/credit/creditRoles';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { since } from '../../words/since.ts';
import { AuthorOrder } from './AuthorOrder.tsx';
import { Authorship } from './Authorship.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { ClaimsWaiting } from './ClaimsWaiting.tsx';
import styles from './Credit.module.css';
import { ErasCard } from './ErasCard.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { PaperTexts } from './PaperTexts.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import { TeamRoles } from './TeamRoles.tsx';
import { type Credit, type CreditPerson, useCreditDeeds } from './useCredit.ts';

const HISTORY_SHOWN = 5;

/** One's own ledger and the team's roles; beside them what follows: authorship, curriculum vitae, certificate. */
export function CreditDesk({
  reviewId,
  credit,
  isOfTeam,
  foot,
}: {
  reviewId: string;
  credit: Credit;
  isOfTeam: boolean;
  /** What stands below the rest at the left. */
  foot?: ReactNode;
}) {
  const [opened, setOpened] = useState<{ personId: string; role: CreditRole } | null>(null);
  const [isOrdering, setOrdering] = useState(false);
  const { claim } = useCreditDeeds(reviewId);
  const me = credit.people.find(({ isMe }) => isMe);
  const others = credit.people.filter(({ isMe, lines }) => !isMe && lines.length > 0);
  const person = credit.people.find(({ personId }) => personId === opened?.personId);
  const open = ({ personId }: CreditPerson, role: CreditRole) => setOpened({ personId, role });
  return (
    <div className={styles.desk}>
      <div>
        {claim.error && <ErrorNote problem={claim.error} />}
        <ClaimsWaiting credit={credit} onOpen={open} />
        {me && (
          <Section title="Contribution ledger" hint="yours, counted from the log">
            <LedgerTable person={me} claims={credit.claims} />
          </Section>
        )}
        <Section
          title="CRediT roles of the team"
          hint="press one to see its evidence"
          aside={
            credit.may.orderAuthors === null && (
              <LinkButton onClick={() => setOrdering(true)}>Order of the authors</LinkButton>
            )
          }
        >
          <TeamRoles credit={credit} onOpen={open} />
        </Section>
        {isOfTeam &&
          others.map(other => (
            <Section key={other.personId} title={other.name} {...(other.isMember ? {} : { hint: 'former member' })}>
              <LedgerTable person={other} claims={credit.claims} />
            </Section>
          ))}
        <PaperTexts reviewId={reviewId} credit={credit} />
        {credit.history.length > 0 && (
          <Section title="History" hint="nobody edits in silence">
            <History credit={credit} />
          </Section>
        )}
        {foot}
      </div>
      {me && (
        <aside>
          <Authorship reviewId={reviewId} person={me} caveat={credit.caveat} />
          <ErasCard credit={credit} person={me} />
          <CertificateCard reviewId={reviewId} credit={credit} hasWork={me.lines.length > 0} />
        </aside>
      )}
      {opened && person && (
        <RoleDialog
          reviewId={reviewId}
          person={person}
          role={opened.role}
          claim={credit.claims.find(one => one.personId === person.personId && one.role === opened.role) ?? null}
          onClose={() => setOpened(null)}
        />
      )}
      {isOrdering && <AuthorOrder reviewId={reviewId} credit={credit} onClose={() => setOrdering(false)} />}
    </div>
  );
}

function History({ credit }: { credit: Credit }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? credit.history : credit.history.slice(0, HISTORY_SHOWN);
  return (
    <>
      <ul className={styles.history}>
        {shown.map((event, place) => (
          // The list only grows at its head; nothing in it has a state of its own.
          <li key={`${event.at} ${String(place)}`}>
            <span>
              <strong>{event.name}</strong> {event.sentence}
            </span>
            <time dateTime={event.at} className={styles.when}>
              {since(event.at)}
            </time>
          </li>
        ))}
      </ul>
      {shown.length < credit.history.length && (
        <LinkButton onClick={() => setAll(true)}>All {String(credit.history.length)}</LinkButton>
      )}
    </>
  );
}
