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
}: {
  icon: ReactNode;
  children: string;
  keyCap?: string;
  onClick: () => void;
  isPressed?: boolean;
}) {
  return (
    <button type="button" className={styles.tool} onClick={onClick} aria-pressed={isPressed} aria-keyshortcuts={keyCap}>
      {icon}
      {children}
      {keyCap && <KeyCap>{keyCap}</KeyCap>}
    </button>
  );
}
