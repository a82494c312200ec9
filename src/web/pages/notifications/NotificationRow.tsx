import { IconMail, IconMailOpened } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import { type listNotifications, markNotification } from '#contract/notifications';
import { call } from '../../call.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { since } from '../../words/since.ts';
import styles from './Notifications.module.css';
import { TOPIC_WORDS } from './topicWords.tsx';

type Notification = ReplyOf<typeof listNotifications>['notifications'][number];

/** One of them: what happened, when, and where it leads. Following it marks it as read. */
export function NotificationRow({ notification, onChange }: { notification: Notification; onChange: () => void }) {
  const { notificationId, title, line, link, at, isRead, topic } = notification;
  const marking = useMutation({
    mutationFn: (next: boolean) => call(markNotification, { params: { notificationId }, body: { isRead: next } }),
    onSettled: onChange,
  });
  const { name, icon } = TOPIC_WORDS[topic];
  const [path = '/', query = ''] = link.split('?');
  return (
    <li className={styles.row} data-unread={!isRead || undefined}>
      <span className={styles.icon} title={name}>
        {icon}
      </span>
      <div className={styles.words}>
        <Link
          to={path}
          search={Object.fromEntries(new URLSearchParams(query))}
          className={styles.title}
          onClick={() => !isRead && marking.mutate(true)}
        >
          {!isRead && <span className="for-screen-readers">Unread: </span>}
          {title}
        </Link>
        {line !== '' && <p className={styles.line}>{line}</p>}
        <p className={styles.when}>
          {name} · <time dateTime={at}>{since(at)}</time>
        </p>
      </div>
      <span className={styles.mark}>
        <IconButton
          label={isRead ? `Mark as unread: ${title}` : `Mark as read: ${title}`}
          icon={isRead ? <IconMail size={18} stroke={1.75} /> : <IconMailOpened size={18} stroke={1.75} />}
          onClick={() => marking.mutate(!isRead)}
        />
      </span>
    </li>
  );
}
