import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useUnread } from '../queries/useUnread.ts';
import styles from './Bell.module.css';

const MOST_SHOWN = 99;

/** In the page's head: the way to notifications, with how many are unread. */
export function Bell() {
  const unread = useUnread().data?.notifications ?? 0;
  return (
    <Link
      to="/notifications"
      className={styles.bell}
      title="Notifications"
      aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
    >
      <IconBell size={20} stroke={1.75} />
      {unread > 0 && (
        <span className={styles.unread} aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  );
}
