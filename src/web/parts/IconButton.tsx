import type { ReactNode } from 'react';
import styles from './IconButton.module.css';

/** A button that is only an icon: its label is read out and shown when one points at it. */
export function IconButton({
  label,
  icon,
  onClick,
  isPressed,
}: {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  isPressed?: boolean;
}) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
