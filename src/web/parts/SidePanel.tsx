import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './SidePanel.module.css';
import { useNarrow } from './useNarrow.ts';

export interface SidePanelProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The panel's deed, at its lower end. */
  readonly foot?: ReactNode;
  /** On a narrow window the panel opens over the page; closed, it is only a button of the page. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** It opens over the page on a wide window too, where something else takes the room. */
  readonly isOver?: boolean;
  /** 268 to 388 px. */
  readonly width?: number;
}

/** Settings, criteria, what one writes: beside the page where there is room, over it from 1099 px, a sheet on the phone. */
export function SidePanel({ title, children, foot, isOpen, onClose, isOver = false, width = 268 }: SidePanelProps) {
  const isNarrow = useNarrow() || isOver;
  const inside = (
    <>
      <div className={styles.body}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </>
  );
  if (isNarrow) {
    return isOpen ? (
      <Dialog title={title} place="side" onClose={onClose}>
        <span className={styles.close}>
          <IconButton label="Close" icon={<IconX size={18} stroke={1.75} />} onClick={onClose} />
        </span>
        {inside}
      </Dialog>
    ) : null;
  }
  if (!isOpen) return null;
  return (
    <aside className={styles.panel} style={{ width }} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {inside}
    </aside>
  );
}
