import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { count } from '../words/count.ts';
import { IconButton } from './IconButton.tsx';
import { LinkButton } from './LinkButton.tsx';
import styles from './SelectionBar.module.css';

export interface SelectionBarProps {
  readonly selected: number;
  /** All that could be selected; offers to select them. */
  readonly all?: number;
  readonly onSelectAll?: () => void;
  readonly onClose: () => void;
  /** Deeds, one of them primary. */
  readonly children: ReactNode;
}

/** At the lower edge from the first ticked row on. Nothing above moves. */
export function SelectionBar({ selected, all, onSelectAll, onClose, children }: SelectionBarProps) {
  if (selected === 0) return null;
  return (
    <section className={styles.place} aria-label="What is selected">
      <div className={styles.bar}>
        <span className={styles.count} role="status">
          {count(selected)} selected
        </span>
        {all !== undefined && onSelectAll && selected < all && (
          <LinkButton onClick={onSelectAll}>{`Select all ${count(all)}`}</LinkButton>
        )}
        <span className={styles.deeds}>{children}</span>
        <IconButton label="Select nothing" icon={<IconX size={18} stroke={1.75} />} onClick={onClose} />
      </div>
    </section>
  );
}
