import { Link } from '@tanstack/react-router';
import styles from './BottomBar.module.css';
import { DESTINATIONS } from './destinations.ts';
import { useHasPage } from './useHasPage.ts';

/** The phone's five places. */
export function BottomBar() {
  const hasPage = useHasPage();
  return (
    <nav aria-label="Pooled" className={styles.bar}>
      {DESTINATIONS.filter(place => place.isOnPhone && hasPage(place.to)).map(place => (
        <Link key={place.to} to={place.to} className={styles.place} activeProps={{ 'data-here': true }}>
          <place.icon size={22} stroke={1.75} />
          <span>{place.name}</span>
        </Link>
      ))}
    </nav>
  );
}
