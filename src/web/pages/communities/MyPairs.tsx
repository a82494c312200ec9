import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { useSession } from '../../queries/useSession.ts';
import styles from './Community.module.css';
import { type Community, useAnswerPair } from './useCommunities.ts';

/** The reader's own first contacts, with why they were proposed. Declining needs no reason. */
export function MyPairs({ pairs }: { pairs: Community['pairs'] }) {
  const me = useSession().data?.person?.personId;
  const answer = useAnswerPair();
  const mine = pairs.filter(one => one.isMine);
  if (mine.length === 0) return null;
  return (
    <Section title="Your first contact">
      {answer.isError && <ErrorNote problem={answer.error} safe="Nothing has changed." />}
      <ul className={styles.list}>
        {mine.map(pair => {
          const isNewcomer = pair.newcomer.personId === me;
          const other = isNewcomer ? pair.member : pair.newcomer;
          const hasAgreed = isNewcomer ? pair.newcomerAgreed : pair.memberAgreed;
          const to = (state: 'met' | 'declined' | 'ended') => answer.mutate({ pairId: pair.pairId, state });
          return (
            <li key={pair.pairId}>
              <Avatar name={other.name} size={32} />
              <div className={styles.words}>
                <span className={styles.strong}>{other.name}</span>
                <p className={styles.quiet}>
                  {isNewcomer ? 'would welcome you' : 'is new here'}
                  {pair.reasons.length > 0 && `: ${pair.reasons.join('; ')}`}
                </p>
              </div>
              {pair.state === 'met' && (
                <>
                  <ActionButton size="small" to="/people/$personId" params={{ personId: other.personId }}>
                    Look at the profile
                  </ActionButton>
                  <ActionButton kind="quiet" size="small" onClick={() => to('ended')}>
                    End it
                  </ActionButton>
                </>
              )}
              {pair.state === 'offered' && hasAgreed && <span className={styles.quiet}>{other.name} will answer</span>}
              {pair.state === 'offered' && (
                <ActionButton kind="quiet" size="small" onClick={() => to('declined')}>
                  Not now
                </ActionButton>
              )}
              {pair.state === 'offered' && !hasAgreed && (
                <ActionButton size="small" onClick={() => to('met')}>
                  I’d like that
                </ActionButton>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
