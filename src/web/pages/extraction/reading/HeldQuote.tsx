import { IconQuote } from '@tabler/icons-react';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import type { QuoteChosen } from '../../../parts/pdf/PdfReader.tsx';
import styles from './HeldQuote.module.css';

/** The passage that waits: it goes to the field that is pressed next. */
export function HeldQuote({ held, onLetGo }: { held: QuoteChosen; onLetGo: () => void }) {
  const words = held.quote.length > 60 ? `${held.quote.slice(0, 58)}…` : held.quote;
  return (
    <div className={styles.bar} role="status">
      <IconQuote size={16} stroke={1.75} aria-hidden="true" />
      <p className={styles.words}>
        <strong>Press the field that it belongs to.</strong>{' '}
        <span className={styles.quote}>
          “{words}”, p. {held.page}
        </span>
      </p>
      <LinkButton onClick={onLetGo}>Let it go</LinkButton>
    </div>
  );
}
