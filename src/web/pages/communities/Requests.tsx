import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { since } from '../../words/since.ts';
import styles from './Community.module.css';
import { PART_WORDS } from './communityWords.ts';
import { type Community, useSetMember } from './useCommunities.ts';

/** Who asks to join, for the core team. */
export function Requests({ communityId, requests }: { communityId: string; requests: Community['requests'] }) {
  const set = useSetMember(communityId);
  if (requests.length === 0) return null;
  const answer = (personId: string, state: 'member' | 'declined') => set.mutate({ personId, body: { state } });
  return (
    <Section title="Ask to join">
      {set.isError && <ErrorNote problem={set.error} safe="Nothing has changed." />}
      <ul className={styles.list}>
        {requests.map(one => (
          <li key={one.personId}>
            <Avatar name={one.name} size={32} />
            <div className={styles.words}>
              <span className={styles.strong}>{one.name}</span>
              <p className={styles.quiet}>
                {PART_WORDS[one.part].one}, {since(one.askedAt)}
                {one.wants && `: ${one.wants}`}
              </p>
            </div>
            <ActionButton kind="quiet" size="small" onClick={() => answer(one.personId, 'declined')}>
              Decline
            </ActionButton>
            <ActionButton size="small" onClick={() => answer(one.personId, 'member')}>
              Take in
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
