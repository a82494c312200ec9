import { IconBlockquote, IconHighlight } from '@tabler/icons-react';
import { LABEL_TINTS, type LabelTint } from '#core/vocabulary';
import { ActionButton } from '../ActionButton.tsx';
import styles from './MarkBars.module.css';
import type { Spot } from './PdfPages.tsx';
import { spotStyle } from './spotStyle.ts';

export const TINT_WORDS: Readonly<Record<LabelTint, string>> = {
  plain: 'Yellow, full line',
  blue: 'Blue, double line',
  orange: 'Orange, dashed line',
  violet: 'Violet, dotted line',
};

/** What can be done with the text that is selected: use it where a quote is asked for, or mark it. */
export function SelectionBar({
  at,
  quoteWord,
  onQuote,
  onMark,
}: {
  at: Spot;
  quoteWord: string | null;
  onQuote: () => void;
  onMark: ((tint: LabelTint) => void) | null;
}) {
  return (
    // The selection must live until the button is pressed.
    <div
      role="toolbar"
      aria-label="The selected text"
      className={styles.bar}
      style={spotStyle(at, 150)}
      onPointerDown={event => event.preventDefault()}
    >
      {quoteWord !== null && (
        <ActionButton kind="primary" size="small" icon={<IconBlockquote size={16} stroke={1.75} />} onClick={onQuote}>
          {quoteWord}
        </ActionButton>
      )}
      {onMark && (
        <span className={styles.tints}>
          <IconHighlight size={16} stroke={1.75} aria-hidden="true" />
          {LABEL_TINTS.map(tint => (
            <button
              key={tint}
              type="button"
              className={styles.tint}
              data-tint={tint}
              aria-label={`Mark: ${TINT_WORDS[tint]}`}
              title={TINT_WORDS[tint]}
              onClick={() => onMark(tint)}
            >
              a
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
