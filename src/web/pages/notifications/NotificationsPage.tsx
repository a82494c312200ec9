import { Select } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { listNotifications, markAllNotifications } from '#contract/notifications';
import { NOTIFICATION_TOPICS, type NotificationTopic } from '#core/notifications/kinds';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import { NotificationRow } from './NotificationRow.tsx';
import styles from './Notifications.module.css';
import { TOPIC_WORDS } from './topicWords.tsx';

/** What happened that concerns me, the newest first. Opening one marks it as read. */
export function NotificationsPage() {
  const [show, setShow] = useAddress('show', 'all');
  const [topicText, setTopic] = useAddress('topic');
  const topic = NOTIFICATION_TOPICS.find(known => known === topicText);
  const queries = useQueryClient();
  const found = useInfiniteQuery({
    queryKey: ['notifications', show, topic ?? ''],
    queryFn: ({ signal, pageParam }) =>
      call(listNotifications, {
        query: { show: show === 'unread' ? 'unread' : 'all', topic, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  });
  const rows = found.data?.pages.flatMap(page => page.notifications) ?? [];
  const unread = found.data?.pages[0]?.unread ?? 0;
  const refresh = () =>
    Promise.all(['notifications', 'unread'].map(key => queries.invalidateQueries({ queryKey: [key] })));
  const [newest] = rows;
  const markingAll = useMutation({
    // All that this page can have shown: what came after it was loaded stays unread.
    mutationFn: () => call(markAllNotifications, { body: { readUntil: newest?.at ?? new Date().toISOString() } }),
    onSuccess: refresh,
  });
  const errors = useFieldErrors(markingAll.error, []);
  return (
    <>
      <PageHead
        title="Notifications"
        line={found.data && (unread === 0 ? 'You have read everything.' : `${counted(unread, 'notification')} unread.`)}
        actions={
          <>
            <ActionButton to="/notifications/settings" icon={<IconSettings stroke={1.75} />}>
              What reaches you
            </ActionButton>
            <ActionButton
              because={unread === 0 ? 'Nothing is unread.' : null}
              isWorking={markingAll.isPending}
              onClick={() => markingAll.mutate()}
            >
              Mark all as read
            </ActionButton>
          </>
        }
      />
      <Filters show={show} topic={topic ?? ''} onShow={setShow} onTopic={setTopic} />
      <FormProblem problem={markingAll.error} errors={errors} />
      {found.isError && <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading shape="lines" />}
      {found.data && rows.length === 0 && <Nothing isFiltered={show === 'unread' || topic !== undefined} />}
      <ul className={styles.list}>
        {rows.map(row => (
          <NotificationRow key={row.notificationId} notification={row} onChange={refresh} />
        ))}
      </ul>
      {found.hasNextPage && (
        <ActionButton isWorking={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Show older ones
        </ActionButton>
      )}
    </>
  );
}

function Filters({
  show,
  topic,
  onShow,
  onTopic,
}: {
  show: string;
  topic: NotificationTopic | '';
  onShow: (next: string) => void;
  onTopic: (next: string) => void;
}) {
  return (
    <div className={styles.filters}>
      <Select
        aria-label="Which ones"
        data={[
          { value: 'all', label: 'All' },
          { value: 'unread', label: 'Unread' },
        ]}
        value={show === 'unread' ? 'unread' : 'all'}
        allowDeselect={false}
        onChange={next => onShow(next ?? 'all')}
      />
      <Select
        aria-label="About what"
        placeholder="About anything"
        clearable
        data={NOTIFICATION_TOPICS.map(value => ({ value, label: TOPIC_WORDS[value].name }))}
        value={topic === '' ? null : topic}
        onChange={next => onTopic(next ?? '')}
      />
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <p className="muted">None of this kind.</p>;
  return (
    <EmptyState drawing="way" title="Nothing has happened yet">
      Offers, answers to your applications, records given to you, check-ins and messages will be told here, and by
      e-mail where you choose so.
    </EmptyState>
  );
}
