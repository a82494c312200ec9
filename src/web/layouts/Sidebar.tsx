import { Link } from '@tanstack/react-router';
import { useUnread } from '../queries/useUnread.ts';
import { Brand } from './Brand.tsx';
import { DESTINATIONS } from './destinations.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { ReviewPlaces } from './ReviewPlaces.tsx';
import styles from './Sidebar.module.css';
import { useHasPage } from './useHasPage.ts';

export function Sidebar({ reviewId }: { reviewId: string | null }) {
  const hasPage = useHasPage();
  const messages = useUnread().data?.messages ?? 0;
  return (
    <div className={styles.sidebar}>
      <div className={styles.brand}>
        <Brand to="/home" />
      </div>
      <nav aria-label="Pooled" className={styles.places}>
        <ul>
          {DESTINATIONS.filter(place => hasPage(place.to)).map(place => (
            <li key={place.to}>
              <Link
                to={place.to}
                title={place.name}
                className={styles.row}
                activeOptions={{ exact: reviewId !== null }}
                activeProps={{ 'data-here': true }}
              >
                <place.icon size={18} stroke={1.75} />
                <span className={styles.name}>{place.name}</span>
                {place.to === '/messages' && messages > 0 && (
                  <span className={styles.count}>
                    {messages} <span className="for-screen-readers">unread</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {reviewId && <ReviewPlaces reviewId={reviewId} />}
      <PersonMenu />
    </div>
  );
}
