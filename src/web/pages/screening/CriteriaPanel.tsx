import { Switch } from '@mantine/core';
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import { IconButton } from '../../parts/IconButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Mark } from '../../parts/Mark.tsx';
import styles from './CriteriaPanel.module.css';
import { HIGHLIGHT_KINDS } from './highlightKinds.ts';
import type { OwnHighlights } from './useHighlights.ts';
import type { MyScreening } from './useMyScreening.ts';

export interface CriteriaPanelProps {
  readonly criteria: MyScreening['criteria'];
  readonly highlights: OwnHighlights;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** The criteria of eligibility by the question's slots, and the words that are marked in the text. */
export function CriteriaPanel({ criteria, highlights, onEdit, onClose }: CriteriaPanelProps) {
  return (
    <aside aria-label="Criteria">
      <div className={styles.head}>
        <h2 className={styles.title}>Criteria</h2>
        <IconButton label="Close the criteria" icon={<IconX size={18} stroke={1.75} />} onClick={onClose} />
      </div>
      <CriteriaList criteria={criteria} />
      <div className={styles.highlights}>
        <div className={styles.head}>
          <h2 className={styles.title}>My highlights</h2>
          {!highlights.isEmpty && (
            <Switch
              size="sm"
              labelPosition="left"
              label={highlights.isOn ? 'on' : 'off'}
              aria-label="Mark my words in the text"
              checked={highlights.isOn}
              onChange={highlights.toggle}
            />
          )}
        </div>
        <p className={styles.words}>
          {HIGHLIGHT_KINDS.flatMap(kind =>
            highlights.shown[kind].map(word => (
              <Mark key={`${kind} ${word}`} kind={kind}>
                {word}
              </Mark>
            )),
          )}
          <LinkButton onClick={onEdit}>{highlights.isEmpty ? 'Write words to be marked' : 'Edit'}</LinkButton>
        </p>
      </div>
    </aside>
  );
}

/** What speaks for a study has a plus, what speaks against it a minus, and both have a word for screen readers. */
export function CriteriaList({ criteria }: { criteria: MyScreening['criteria'] }) {
  if (criteria.length === 0) {
    return <p className="muted">The team has not written its criteria yet. They stand with the question.</p>;
  }
  const slots = [...new Set(criteria.map(one => one.slot ?? ''))];
  return slots.map(slot => (
    <section key={slot} className={styles.group}>
      <h3 className={styles.slot}>{slot === '' ? 'In general' : slot}</h3>
      <ul>
        {criteria
          .filter(one => (one.slot ?? '') === slot)
          .map(one => (
            <li key={one.criterionId} className={styles.criterion} data-kind={one.kind}>
              {one.kind === 'include' ? (
                <IconPlus size={14} stroke={2} aria-label="For inclusion:" />
              ) : (
                <IconMinus size={14} stroke={2} aria-label="For exclusion:" />
              )}
              <span>{one.text}</span>
            </li>
          ))}
      </ul>
    </section>
  ));
}
