import { IconArrowBackUp, IconNote } from '@tabler/icons-react';
import { ToolButton } from '../../parts/ToolButton.tsx';
import styles from './ScreeningPage.module.css';
import type { Screening } from './useScreening.ts';

/** Beside the list: undo and the note. */
export function ListTools({ screening, onNote }: { screening: Screening; onNote: () => void }) {
  return (
    <div className={styles.tools}>
      <ToolButton
        icon={<IconArrowBackUp stroke={1.75} />}
        keyCap="Z"
        onClick={screening.undo}
        isOff={!screening.canUndo}
      >
        Undo
      </ToolButton>
      <ToolButton icon={<IconNote stroke={1.75} />} keyCap="N" onClick={onNote} isOff={screening.current === null}>
        Note
      </ToolButton>
    </div>
  );
}
