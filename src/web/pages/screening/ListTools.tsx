import {
  IconArrowBackUp,
  IconChevronDown,
  IconChevronUp,
  IconFileText,
  IconHighlight,
  IconNote,
  IconTag,
} from '@tabler/icons-react';
import { ToolButton } from '../../parts/ToolButton.tsx';
import type { FocusDeeds } from './FocusTools.tsx';
import styles from './ScreeningPage.module.css';
import { capOf, type KeyMap } from './screeningKeys.ts';

export type ListDeeds = Required<Omit<FocusDeeds, 'criteria' | 'retrieval'>>;

interface ListToolsProps {
  readonly deeds: ListDeeds;
  readonly keys: KeyMap;
  readonly hasCurrent: boolean;
}

/** Beside the list there is room for icons and keys; the words are their names. */
export function ListBackTools({ deeds, keys, hasCurrent, canUndo }: ListToolsProps & { readonly canUndo: boolean }) {
  return (
    <div className={styles.tools} data-bare>
      <ToolButton
        icon={<IconArrowBackUp stroke={1.75} />}
        keyCap={capOf(keys.undo)}
        onClick={deeds.undo}
        isOff={!canUndo}
      >
        Undo
      </ToolButton>
      <ToolButton
        icon={<IconChevronUp stroke={1.75} />}
        keyCap={capOf(keys.back)}
        onClick={deeds.back}
        isOff={!hasCurrent}
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
    </div>
  );
}

export function ListReadingTools({ deeds, keys, hasCurrent }: ListToolsProps) {
  const isOff = !hasCurrent;
  return (
    <div className={styles.tools} data-bare>
      <ToolButton icon={<IconNote stroke={1.75} />} keyCap={capOf(keys.note)} onClick={deeds.note} isOff={isOff}>
        Note
      </ToolButton>
      <ToolButton icon={<IconTag stroke={1.75} />} keyCap={capOf(keys.label)} onClick={deeds.label} isOff={isOff}>
        Label
      </ToolButton>
      <ToolButton icon={<IconHighlight stroke={1.75} />} keyCap={capOf(keys.highlights)} onClick={deeds.highlights}>
        Highlights
      </ToolButton>
      <ToolButton
        icon={<IconFileText stroke={1.75} />}
        keyCap={capOf(keys.fullText)}
        onClick={deeds.fullText}
        isOff={isOff}
      >
        Full text
      </ToolButton>
    </div>
  );
}
