import { useQuery } from '@tanstack/react-query';
import { listConversations } from '#contract/messages';
import { call } from '../../call.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { usePhone } from '../../parts/usePhone.ts';
import { counted } from '../../words/counted.ts';
import { Conversation } from './Conversation.tsx';
import { ConversationList } from './ConversationList.tsx';
import styles from './Messages.module.css';

/** What people write to each other who share something: the list, and beside it (on the phone in its place) one conversation. */
export function MessagesPage() {
  const [chosen, choose] = useAddress('with');
  const isPhone = usePhone();
  const found = useQuery({
    queryKey: ['conversations'],
    queryFn: ({ signal }) => call(listConversations, { signal }),
    refetchInterval: 30_000,
  });
  if (found.isPending) return <Loading shape="page" />;
  if (found.isError) return <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />;
  const { conversations, contacts } = found.data;
  const unread = conversations.reduce((sum, one) => sum + one.unread, 0);
  const open = chosen || (isPhone ? '' : (conversations[0]?.with.personId ?? ''));
  return (
    <>
      {isPhone && open !== '' ? (
        <h1 className="for-screen-readers">Messages</h1>
      ) : (
        <PageHead
          title="Messages"
          line={unread === 0 ? 'You have read everything.' : `${counted(unread, 'message')} unread.`}
        />
      )}
      {conversations.length === 0 && contacts.length === 0 && open === '' ? (
        <EmptyState drawing="people" title="Nobody to write to yet">
          You can write to people whom you share a project or a mentorship with, to who applies for your openings, and
          to leads who have answered you.
        </EmptyState>
      ) : (
        <div className={styles.desk}>
          {(!isPhone || open === '') && (
            <ConversationList conversations={conversations} contacts={contacts} chosen={open} onChoose={choose} />
          )}
          {open !== '' && (
            <Conversation key={open} personId={open} {...(isPhone ? { onBack: () => choose('') } : {})} />
          )}
          {open === '' && !isPhone && <p className={styles.quiet}>Choose whom to write to.</p>}
        </div>
      )}
    </>
  );
}
