import { IconArrowBackUp, IconNote, IconTag } from '@tabler/icons-react';
import { ToolButton } from '../../parts/ToolButton.tsx';
import styles from './ScreeningPage.module.css';
import { capOf, type KeyMap } from './screeningKeys.ts';
import type { Screening } from './useScreening.ts';

/** Beside the list: undo and the note. */
export function ListTools({
  screening,
  keys,
  onNote,
  onLabel,
}: {
  screening: Screening;
  keys: KeyMap;
  onNote: () => void;
  onLabel: () => void;
}) {
  return (
    <div className={styles.tools}>
      <ToolButton
        icon={<IconArrowBackUp stroke={1.75} />}
        keyCap={capOf(keys.undo)}
        onClick={screening.undo}
        isOff={!screening.canUndo}
      >
        Undo
      </ToolButton>
      <ToolButton
        icon={<IconNote stroke={1.75} />}
        keyCap={capOf(keys.note)}
        onClick={onNote}
        isOff={screening.current === null}
      >
        Note
      </ToolButton>
      <ToolButton
        icon={<IconTag stroke={1.75} />}
        keyCap={capOf(keys.label)}
        onClick={onLabel}
        isOff={screening.current === null}
      >
        Label
      </ToolButton>
    </div>
  );
}
