import { IconFileText } from '@tabler/icons-react';
import { use } from 'react';
import { ReadingContext } from '../../parts/reading/reading.ts';
import { sourceOfAnswer } from './answerQuotes.ts';
import type { AnswerGiven } from './appraisal.ts';
import styles from './Desk.module.css';

/** What an answer rests on, as words. Pressing the page goes there. */
export function AnswerWords({ given, place, whose }: { given: AnswerGiven; place: string; whose: string }) {
  const reading = use(ReadingContext);
  const { quote, page, note } = given;
  if (quote === '' && page === '' && note === '') return null;
  const source = sourceOfAnswer(given);
  const words = /^\d/.test(page) ? `p. ${page}` : page;
  return (
    <span className={styles.sourceWords}>
      {quote !== '' && <q className={styles.quote}>{quote}</q>}{' '}
      {words !== '' &&
        (source && source.page !== null && reading.canShow ? (
          <button
            type="button"
            className={styles.at}
            aria-label={`Go to where ${whose} was read: ${words}`}
            onClick={() => reading.show(place, source)}
          >
            <IconFileText size={14} stroke={1.75} aria-hidden="true" />
            {words}
          </button>
        ) : (
          <span className={styles.page}>{words}</span>
        ))}{' '}
      {note !== '' && <span>{note}</span>}
    </span>
  );
}
