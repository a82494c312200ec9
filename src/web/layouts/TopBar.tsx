import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { KeyCap } from '../parts/KeyCap.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { Bell } from './Bell.tsx';
import { PathLine } from './PathLine.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import styles from './TopBar.module.css';

const JumpDialog = lazy(() => import('./JumpDialog.tsx').then(module => ({ default: module.JumpDialog })));

/** Where one is on the left, search or jump on the right. */
export function TopBar({ reviewId }: { reviewId: string | null }) {
  const [isJumping, setIsJumping] = useState(false);
  const jump = () => setIsJumping(true);
  useKeys({ 'mod+k': jump }, { whileTyping: true });
  return (
    <header className={styles.bar}>
      <PathLine reviewId={reviewId} />
      <button
        type="button"
        className={styles.jump}
        onClick={jump}
        aria-label="Search or jump to"
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} stroke={1.75} />
        <span className={styles.words}>Search or jump to</span>
        <KeyCap>Ctrl K</KeyCap>
      </button>
      <Bell />
      <span className={styles.person}>
        <PersonMenu isCompact />
      </span>
      {isJumping && (
        <Suspense fallback={null}>
          <JumpDialog reviewId={reviewId} onClose={() => setIsJumping(false)} />
        </Suspense>
      )}
    </header>
  );
}
