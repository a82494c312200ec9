import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';
import type { FrameSlot } from '#core/protocol/frames';
import { type DraftSlot, isEmpty } from './questionDraft.ts';
import { SlotFields } from './SlotFields.tsx';
import styles from './SlotRow.module.css';

export interface SlotRowProps {
  readonly reviewId: string;
  readonly slot: DraftSlot;
  /** What the frame asks for here; null for a slot that the frame doesn't have. */
  readonly asked: FrameSlot | null;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly onToggle: () => void;
  readonly onChange: (slot: DraftSlot) => void;
}

/** One slot of the frame: its words as chips, and the fields when it is opened. */
export function SlotRow({ reviewId, slot, asked, isOpen, isReadOnly, onToggle, onChange }: SlotRowProps) {
  const fieldsId = useId();
  const chips = [...slot.meshHeadings.map(name => `${name}, MeSH`), ...slot.synonyms];
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <li className={styles.slot}>
      <button type="button" className={styles.head} aria-expanded={isOpen} aria-controls={fieldsId} onClick={onToggle}>
        <span className={styles.letter} aria-hidden="true">
          {slot.slot.charAt(0).toUpperCase()}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>{slot.slot.charAt(0).toUpperCase() + slot.slot.slice(1)}</span>
          <span className={styles.text}>
            {slot.text || <span className="muted">{asked?.asks ?? 'not a slot of this frame'}</span>}
          </span>
        </span>
        <Chevron size={18} stroke={1.75} aria-hidden="true" className={styles.chevron} />
      </button>
      <div id={fieldsId} className={styles.below}>
        {isOpen ? (
          <fieldset disabled={isReadOnly} className={styles.fields}>
            <SlotFields reviewId={reviewId} slot={slot} asks={asked?.asks ?? ''} onChange={onChange} />
          </fieldset>
        ) : (
          (chips.length > 0 || (!slot.inSearch && !isEmpty(slot))) && (
            <ul className={styles.chips}>
              {chips.map(chip => (
                <li key={chip}>{chip}</li>
              ))}
              {!slot.inSearch && <li className={styles.left}>not searched for</li>}
            </ul>
          )
        )}
      </div>
    </li>
  );
}
