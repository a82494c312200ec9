import styles from './KeyCap.module.css';

/** A key as it looks on the keyboard; hidden where there is none. Say the key to screen readers with aria-keyshortcuts. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className={styles.cap}>
      <span aria-hidden="true">{children}</span>
    </kbd>
  );
}
