import { IconQuote } from '@tabler/icons-react';
import { LinkButton } from '../LinkButton.tsx';
import type { QuoteChosen } from '../pdf/PdfReader.tsx';
import styles from './HeldQuote.module.css';

/** The passage that waits: it goes to the place that is pressed next. */
export function HeldQuote({
  held,
  noun,
  isInFoot = false,
  onLetGo,
}: {
  held: QuoteChosen;
  /** What is pressed: "field", "question". */
  noun: string;
  /** It stands in a foot that stays in sight itself. */
  isInFoot?: boolean;
  onLetGo: () => void;
}) {
  const words = held.quote.length > 60 ? `${held.quote.slice(0, 58)}…` : held.quote;
  return (
    <div className={styles.bar} data-in-foot={isInFoot || undefined} role="status">
      <IconQuote size={16} stroke={1.75} aria-hidden="true" />
      <p className={styles.words}>
        <strong>Press the {noun} that it belongs to.</strong>{' '}
        <span className={styles.quote}>
          “{words}”, p. {held.page}
        </span>
      </p>
      <LinkButton onClick={onLetGo}>Let it go</LinkButton>
    </div>
  );
}
