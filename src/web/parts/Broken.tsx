import { useRouter } from '@tanstack/react-router';
import styles from './Broken.module.css';
import { ErrorNote } from './ErrorNote.tsx';

/** In the place of a page whose drawing threw. What was stored is on the server and not touched by it. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  return (
    <div className={styles.broken}>
      <ErrorNote
        problem={error}
        safe="Everything you saved. Only this page could not be drawn."
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
