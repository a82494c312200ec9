import { useEffect, useState } from 'react';
import styles from './Loading.module.css';

export const LOADING_SHAPES = ['page', 'table', 'lines', 'figure'] as const;
export type LoadingShape = (typeof LOADING_SHAPES)[number];

const WAIT_MS = 200;

/** Grey bars in the shape of what comes, but only after 200 ms: what is quick should not flicker. */
export function Loading({ shape = 'page', rows = 5 }: { shape?: LoadingShape; rows?: number }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setIsShown(true), WAIT_MS);
    return () => clearTimeout(waiting);
  }, []);
  if (!isShown) return null;
  return (
    <div className={styles.loading} data-shape={shape} role="status">
      <span className="for-screen-readers">Loading</span>
      {shape === 'page' && (
        <>
          <span className={styles.title} />
          <span className={styles.line} />
        </>
      )}
      {shape === 'figure' ? (
        <span className={styles.figure} />
      ) : (
        Array.from({ length: rows }, (_, row) => <span key={String(row)} className={styles.bar} />)
      )}
    </div>
  );
}
