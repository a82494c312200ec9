import {
  IconArrowBackUp,
  IconChevronDown,
  IconChevronUp,
  IconFileOff,
  IconFileText,
  IconHighlight,
  IconListCheck,
  IconNote,
  IconTag,
} from '@tabler/icons-react';
import { ToolButton } from '../../parts/ToolButton.tsx';
import styles from './ScreeningPage.module.css';
import { capOf, type KeyMap } from './screeningKeys.ts';

export interface FocusDeeds {
  readonly undo: () => void;
  readonly back: () => void;
  readonly next: () => void;
  readonly note: () => void;
  /** Labels belong to a review. */
  readonly label?: () => void;
  readonly criteria: () => void;
  readonly highlights: () => void;
  readonly fullText: () => void;
  /** Only at full text. */
  readonly retrieval?: () => void;
}

/** Left of the decision buttons: the way back and forth. On the phone undo and the criteria. */
export function BackTools({
  deeds,
  keys,
  canUndo,
  canGoBack,
  hasCurrent,
  isFullText,
  panel,
}: {
  deeds: FocusDeeds;
  keys: KeyMap;
  canUndo: boolean;
  canGoBack: boolean;
  hasCurrent: boolean;
  isFullText: boolean;
  panel: boolean;
}) {
  return (
    <div className={styles.tools}>
      <ToolButton
        icon={<IconArrowBackUp stroke={1.75} />}
        keyCap={capOf(keys.undo)}
        onClick={deeds.undo}
        isOff={!canUndo}
      >
        Undo
      </ToolButton>
      <span className={styles.wideOnly}>
        <ToolButton
          icon={<IconChevronUp stroke={1.75} />}
          keyCap={capOf(keys.back)}
          onClick={deeds.back}
          isOff={!canGoBack}
        >
          Back
        </ToolButton>
        <ToolButton
          icon={<IconChevronDown stroke={1.75} />}
          keyCap={capOf(keys.next)}
          onClick={deeds.next}
          isOff={!hasCurrent}
        >
          Next
        </ToolButton>
        <ToolButton
          icon={<IconListCheck stroke={1.75} />}
          keyCap={capOf(keys.criteria)}
          onClick={deeds.criteria}
          isPressed={panel}
        >
          {isFullText ? 'Reasons' : 'Criteria'}
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
  keys,
  hasCurrent,
  isFullText,
}: {
  deeds: FocusDeeds;
  keys: KeyMap;
  hasCurrent: boolean;
  isFullText: boolean;
}) {
  return (
    <div className={styles.tools}>
      <ToolButton icon={<IconNote stroke={1.75} />} keyCap={capOf(keys.note)} onClick={deeds.note} isOff={!hasCurrent}>
        Note
      </ToolButton>
      <span className={styles.wideOnly}>
        {deeds.label && (
          <ToolButton
            icon={<IconTag stroke={1.75} />}
            keyCap={capOf(keys.label)}
            onClick={deeds.label}
            isOff={!hasCurrent}
          >
            Label
          </ToolButton>
        )}
        <ToolButton icon={<IconHighlight stroke={1.75} />} keyCap={capOf(keys.highlights)} onClick={deeds.highlights}>
          Highlights
        </ToolButton>
      </span>
      {!isFullText && (
        <ToolButton
          icon={<IconFileText stroke={1.75} />}
          keyCap={capOf(keys.fullText)}
          onClick={deeds.fullText}
          isOff={!hasCurrent}
        >
          Full text
        </ToolButton>
      )}
      {isFullText && deeds.retrieval && (
        <ToolButton
          icon={<IconFileOff stroke={1.75} />}
          keyCap={capOf(keys.retrieval)}
          onClick={deeds.retrieval}
          isOff={!hasCurrent}
        >
          Not retrieved
        </ToolButton>
      )}
    </div>
  );
}
