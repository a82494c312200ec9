import {
  IconArrowBackUp,
  IconChevronDown,
  IconChevronUp,
  IconFileText,
  IconHighlight,
  IconListCheck,
  IconNote,
} from '@tabler/icons-react';
import { ToolButton } from '../../parts/ToolButton.tsx';
import styles from './ScreeningPage.module.css';

export interface FocusDeeds {
  readonly undo: () => void;
  readonly back: () => void;
  readonly next: () => void;
  readonly note: () => void;
  readonly criteria: () => void;
  readonly highlights: () => void;
  readonly fullText: () => void;
}

/** Left of the decision buttons: the way back and forth. On the phone undo and the criteria. */
export function BackTools({
  deeds,
  canUndo,
  canGoBack,
  hasCurrent,
}: {
  deeds: FocusDeeds;
  canUndo: boolean;
  canGoBack: boolean;
  hasCurrent: boolean;
}) {
  return (
    <div className={styles.tools}>
      <ToolButton icon={<IconArrowBackUp stroke={1.75} />} keyCap="Z" onClick={deeds.undo} isOff={!canUndo}>
        Undo
      </ToolButton>
      <span className={styles.wideOnly}>
        <ToolButton icon={<IconChevronUp stroke={1.75} />} keyCap="K" onClick={deeds.back} isOff={!canGoBack}>
          Back
        </ToolButton>
        <ToolButton icon={<IconChevronDown stroke={1.75} />} keyCap="J" onClick={deeds.next} isOff={!hasCurrent}>
          Next
        </ToolButton>
      </span>
      <span className={styles.phoneOnly}>
        <ToolButton icon={<IconListCheck stroke={1.75} />} onClick={deeds.criteria}>
          Criteria
        </ToolButton>
      </span>
    </div>
  );
}

/** Right of the decision buttons: what helps to read. */
export function ReadingTools({
  deeds,
  hasCurrent,
  isFullText,
  panel,
}: {
  deeds: FocusDeeds;
  hasCurrent: boolean;
  isFullText: boolean;
  panel: boolean;
}) {
  return (
    <div className={styles.tools}>
      <ToolButton icon={<IconNote stroke={1.75} />} keyCap="N" onClick={deeds.note} isOff={!hasCurrent}>
        Note
      </ToolButton>
      <span className={styles.wideOnly}>
        <ToolButton icon={<IconListCheck stroke={1.75} />} keyCap="C" onClick={deeds.criteria} isPressed={panel}>
          {isFullText ? 'Reasons' : 'Criteria'}
        </ToolButton>
        <ToolButton icon={<IconHighlight stroke={1.75} />} keyCap="H" onClick={deeds.highlights}>
          Highlights
        </ToolButton>
      </span>
      <ToolButton icon={<IconFileText stroke={1.75} />} keyCap="F" onClick={deeds.fullText} isOff={!hasCurrent}>
        Full text
      </ToolButton>
    </div>
  );
}
