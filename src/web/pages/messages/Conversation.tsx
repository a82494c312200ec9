import { IconArrowLeft } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { blockPerson, getConversation, readMessages } from '#contract/messages';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { toast } from '../../parts/toast.ts';
import { MessageItem } from './MessageItem.tsx';
import styles from './Messages.module.css';
import { tieLine } from './messageWords.ts';
import { WriteBox } from './WriteBox.tsx';

/** One conversation, the newest message below, with the box to write under it. What is shown counts as read. */
export function Conversation({ personId, onBack }: { personId: string; onBack?: () => void }) {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['conversations', 'unread', 'notifications'].map(key => queries.invalidateQueries({ queryKey: [key] })),
    );
  const found = useInfiniteQuery({
    queryKey: ['conversations', personId],
    queryFn: ({ signal, pageParam }) =>
      call(getConversation, { params: { personId }, query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: page => page.earlier,
    refetchInterval: 15_000,
  });
  const messages = [...(found.data?.pages ?? [])].reverse().flatMap(page => page.messages);
  const lastTheirs = messages.findLast(message => !message.isMine);
  const { mutate: markRead } = useMutation({
    mutationFn: (messageId: string) => call(readMessages, { params: { personId }, body: { messageId } }),
    onSuccess: refresh,
  });
  const unreadId = lastTheirs && !lastTheirs.isRead ? lastTheirs.messageId : null;
  useEffect(() => {
    if (unreadId !== null) markRead(unreadId);
  }, [unreadId, markRead]);
  const end = useRef<HTMLDivElement>(null);
  const lastId = messages.at(-1)?.messageId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is what moves the list to its end.
  useEffect(() => {
    // Newer browsers give a promise back, which an effect must not.
    void end.current?.scrollIntoView({ block: 'nearest' });
  }, [lastId]);
  const [newest] = found.data?.pages ?? [];
  if (found.isPending) return <Loading shape="lines" />;
  if (found.isError) {
    const isUnknown = found.error instanceof CallProblem && found.error.status === 404;
    return isUnknown ? (
      <p className={styles.quiet}>There is nobody here whom you can write to.</p>
    ) : (
      <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />
    );
  }
  if (!newest) return null;
  return (
    <section className={styles.conversation} aria-label={`Conversation with ${newest.with.name}`}>
      <div className={styles.head}>
        {onBack && <IconButton label="All conversations" icon={<IconArrowLeft stroke={1.75} />} onClick={onBack} />}
        <div className={styles.headWords}>
          <h2 className={styles.headName}>
            <Link to="/people/$personId" params={{ personId }}>
              {newest.with.name}
            </Link>
          </h2>
          <p className={styles.quiet}>{tieLine(newest.ties) || 'You share nothing any more.'}</p>
        </div>
        <Block personId={personId} isBlocked={newest.isBlocked} onChange={refresh} />
      </div>
      {found.hasNextPage && (
        <ActionButton size="small" isWorking={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Show earlier messages
        </ActionButton>
      )}
      {messages.length === 0 && <p className={styles.quiet}>Nothing written yet.</p>}
      <ol className={styles.messages}>
        {messages.map(message => (
          <MessageItem key={message.messageId} message={message} name={newest.with.name} onReport={refresh} />
        ))}
      </ol>
      <div ref={end} />
      <WriteBox
        personId={personId}
        name={newest.with.name}
        because={newest.may.write}
        isTeam={newest.ties.some(one => one.tie === 'project')}
        onSent={refresh}
      />
    </section>
  );
}

function Block({ personId, isBlocked, onChange }: { personId: string; isBlocked: boolean; onChange: () => void }) {
  const blocking = useMutation({
    mutationFn: (next: boolean) => call(blockPerson, { params: { personId }, body: { isBlocked: next } }),
    onSuccess: (_reply, next) => {
      onChange();
      if (next)
        toast({
          text: 'No more messages from them',
          undo: { word: 'Take them again', deed: () => blocking.mutate(false) },
        });
    },
  });
  return (
    <LinkButton onClick={() => blocking.mutate(!isBlocked)}>
      {isBlocked ? 'Take messages again' : 'Take no messages'}
    </LinkButton>
  );
}
