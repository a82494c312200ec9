import type { ReactNode } from 'react';
import { KeyCap } from './KeyCap.tsx';
import styles from './ToolButton.module.css';

/** A quiet tool with its key, in the decision bar: Undo, Note, Full text. Its key is the page's business (useKeys). */
export function ToolButton({
  icon,
  children,
  keyCap,
  onClick,
  isPressed,
  isOff = false,
}: {
  icon: ReactNode;
  children: string;
  keyCap?: string;
  onClick: () => void;
  isPressed?: boolean;
  /** There is nothing to do with it now; it keeps its place. */
  isOff?: boolean;
}) {
  return (
    <button
      type="button"
      className={styles.tool}
      onClick={isOff ? undefined : onClick}
      aria-disabled={isOff || undefined}
      aria-pressed={isPressed}
      aria-keyshortcuts={keyCap}
      title={children}
    >
      {icon}
      <span>{children}</span>
      {keyCap && <KeyCap>{keyCap}</KeyCap>}
    </button>
  );
}
