import { Select } from '@mantine/core';
import type { ReplyOf } from '#contract/endpoint';
import type { listConversations } from '#contract/messages';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { since } from '../../words/since.ts';
import styles from './Messages.module.css';
import { tieLine } from './messageWords.ts';

/** Where nobody has written yet, so many are shown without typing. */
const SHOWN_CONTACTS = 12;

type Reply = ReplyOf<typeof listConversations>;

/** Conversations, the latest first, and above them the people whom one may begin one with. */
export function ConversationList({
  conversations,
  contacts,
  chosen,
  onChoose,
}: Pick<Reply, 'conversations' | 'contacts'> & { chosen: string; onChoose: (personId: string) => void }) {
  return (
    <div className={styles.side}>
      {contacts.length > 0 && (
        <Select
          label="Write to somebody else"
          placeholder="Type a name"
          searchable
          data={contacts.map(({ person, ties }) => ({
            value: person.personId,
            label: `${person.name} (${tieLine(ties.slice(0, 1))})`,
          }))}
          value={null}
          onChange={value => value && onChoose(value)}
        />
      )}
      {conversations.length === 0 && (
        <ul className={styles.people} aria-label="People whom you may write to">
          {contacts.slice(0, SHOWN_CONTACTS).map(({ person, ties }) => (
            <li key={person.personId}>
              <button type="button" className={styles.person} onClick={() => onChoose(person.personId)}>
                <Avatar name={person.name} size={36} />
                <span className={styles.who}>
                  <span className={styles.name}>{person.name}</span>
                  <span className={styles.excerpt}>
                    <span className={styles.cut}>{tieLine(ties)}</span>
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.people} aria-label="Conversations">
        {conversations.map(one => (
          <li key={one.with.personId}>
            <button
              type="button"
              className={styles.person}
              data-here={one.with.personId === chosen || undefined}
              aria-current={one.with.personId === chosen || undefined}
              onClick={() => onChoose(one.with.personId)}
            >
              <Avatar name={one.with.name} size={36} />
              <span className={styles.who}>
                <span className={styles.nameLine}>
                  <span className={styles.name} data-unread={one.unread > 0 || undefined}>
                    {one.with.name}
                  </span>
                  <time className={styles.when} dateTime={one.last.sentAt}>
                    {since(one.last.sentAt)}
                  </time>
                </span>
                <span className={styles.excerpt}>
                  <span className={styles.cut}>
                    {one.last.isMine && 'You: '}
                    {one.last.excerpt}
                  </span>
                  {one.unread > 0 && <Badge kind="accent">{one.unread} new</Badge>}
                  {one.isBlocked && <Badge kind="fact">Blocked</Badge>}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
