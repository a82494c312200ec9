import { IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './AnswerSentence.module.css';

/** A page that computes answers first: a bold claim, then the numbers and what they don't show. Made from data. */
export function AnswerSentence({ claim, children }: { claim: ReactNode; children: ReactNode }) {
  return (
    <p className={styles.answer}>
      <IconBulb size={18} stroke={1.75} aria-hidden="true" />
      <span>
        <strong>{claim}</strong> {children}
      </span>
    </p>
  );
}
