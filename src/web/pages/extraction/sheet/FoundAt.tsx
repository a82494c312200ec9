import { IconFileText } from '@tabler/icons-react';
import { use } from 'react';
import { ReadingContext } from '../../../parts/reading/reading.ts';
import styles from './CompareTab.module.css';
import { type Sheet, sourceWords } from './sheet.ts';

type Found = NonNullable<Sheet['comparison']>['places'][number]['found'][number];

/** Where one of two extractors read what they wrote: pressing it goes there. */
export function FoundAt({ found, place, whose }: { found: Found | undefined; place: string; whose: string }) {
  const reading = use(ReadingContext);
  const source = found?.source ?? null;
  const words = sourceWords(source) || (found?.foundAt ?? '');
  if (words === '') return <span className={styles.found}>no source</span>;
  if (!source || source.page === null || !reading.canShow) return <span className={styles.found}>{words}</span>;
  return (
    <button
      type="button"
      className={styles.foundAt}
      aria-label={`Go to where ${whose} was read: ${words}`}
      onClick={() => reading.show(place, source)}
    >
      <IconFileText size={14} stroke={1.75} aria-hidden="true" />
      {words}
    </button>
  );
}
