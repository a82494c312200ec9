import { IconTransform } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Provenance } from '#core/extraction/convert';
import type { Question, ResultQuestion } from '#core/extraction/questionableResult';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import styles from './BesideNumbers.module.css';

/** What stands below numbers: where they come from if not from the report, what is asked about them, and Convert. */
export function BesideNumbers({
  whose,
  conversion,
  questions,
  because,
  source,
  isWorking,
  onConvert,
  onAnswer,
}: {
  whose: string;
  conversion: Provenance | null;
  /** Those that nobody has answered yet. */
  questions: readonly Question[];
  because: string | null;
  /** Where they were read. */
  source: ReactNode;
  isWorking: boolean;
  /** None where there is nothing that these numbers could be converted from. */
  onConvert: (() => void) | null;
  onAnswer: (question: ResultQuestion) => void;
}) {
  return (
    <div className={styles.beside}>
      <div className={styles.line}>
        {conversion && (
          <p className={styles.converted} title={titleOf(conversion)}>
            <IconTransform size={16} stroke={1.75} aria-hidden="true" />
            <span>
              <span className={styles.sign}>Converted</span> {conversion.sentence}
              {conversion.assumptions.length > 0 && (
                <span className={styles.small}> Takes for granted: {conversion.assumptions.join('; ')}.</span>
              )}
            </span>
          </p>
        )}
        {source}
        {because === null && onConvert && (
          <ActionButton
            kind="quiet"
            size="small"
            label={`${conversion ? 'Change the conversion' : 'Convert'}, ${whose}`}
            onClick={onConvert}
          >
            {conversion ? 'Change…' : 'Convert…'}
          </ActionButton>
        )}
      </div>
      {questions.map(({ question, words }) => (
        <Note
          key={question}
          kind="warn"
          action={
            because === null && (
              <ActionButton
                size="small"
                isWorking={isWorking}
                label={`It is so, ${whose}: ${words}`}
                onClick={() => onAnswer(question)}
              >
                It is so
              </ActionButton>
            )
          }
        >
          {words}
        </Note>
      ))}
    </div>
  );
}

function titleOf({ sentence, assumptions, source }: Provenance): string {
  return [sentence, ...assumptions, source].join('. ');
}
