import { Link } from '@tanstack/react-router';
import styles from './Brand.module.css';

/** The mark is a pooled estimate: a diamond on the line of no effect. */
export function Brand({ to }: { to: string }) {
  return (
    <Link to={to} className={styles.brand} aria-label="Pooled, home">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M10 1v18" className={styles.line} />
        <path d="M0.5 10 10 6.2 19.5 10 10 13.8Z" className={styles.diamond} />
      </svg>
      <span className={styles.word}>Pooled</span>
    </Link>
  );
}
