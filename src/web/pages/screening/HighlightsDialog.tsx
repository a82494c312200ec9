import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { byKind, HIGHLIGHT_KINDS, type HighlightKind, KIND_WORDS } from './highlightKinds.ts';
import styles from './NoteDialog.module.css';
import type { OwnHighlights } from './useHighlights.ts';

/** One's own words to mark, by what they speak of. */
export function HighlightsDialog({ highlights, onClose }: { highlights: OwnHighlights; onClose: () => void }) {
  const [texts, setTexts] = useState(() => byKind(kind => highlights.own[kind].join(', ')));
  const keep = () => {
    highlights.setOwn(
      byKind(kind =>
        texts[kind]
          .split(/[,;\n]/)
          .map(word => word.trim())
          .filter(Boolean),
      ),
    );
    onClose();
  };
  return (
    <Dialog title="My highlights" onClose={keep}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          keep();
        }}
      >
        <p className="muted">
          Words and phrases, with commas between them. A star takes all endings: random* marks randomised and randomly.
          Only you see them, on every device of yours.
        </p>
        {HIGHLIGHT_KINDS.map(kind => (
          <TextInput
            key={kind}
            label={KIND_WORDS[kind]}
            placeholder={EXAMPLES[kind]}
            value={texts[kind]}
            onChange={event => setTexts({ ...texts, [kind]: event.currentTarget.value })}
          />
        ))}
        <Switch
          label="Mark the words of the question too"
          checked={highlights.hasQuestion}
          onChange={event => highlights.setHasQuestion(event.currentTarget.checked)}
        />
        <ActionButton kind="primary" type="submit">
          Keep my highlights
        </ActionButton>
      </form>
    </Dialog>
  );
}

const EXAMPLES: Readonly<Record<HighlightKind, string>> = {
  include: 'random*, placebo',
  exclude: 'case report, mice',
  population: 'children, infant*',
  intervention: 'BCG, vaccin*',
  comparator: 'no vaccin*',
  outcome: 'tuberculosis, mortality',
};
