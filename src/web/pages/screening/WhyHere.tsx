import { useMyReasons } from './rankingQueries.ts';
import { LESSON_WORDS } from './rankingWords.ts';
import type { ScreeningPlace } from './useScreening.ts';
import styles from './WhyHere.module.css';
import { WordBars } from './WordBars.tsx';

/** Why a record comes now, closed until somebody asks; nothing where records are not ranked. */
export function WhyHere({ place, recordId }: { place: ScreeningPlace; recordId: string }) {
  const reasons = useMyReasons(place.reviewId, place.stage).data;
  if (!reasons?.learnsFrom) return null;
  const words = reasons.reasons.find(one => one.recordId === recordId);
  return (
    <details className={styles.why}>
      <summary className={styles.ask}>Why this record is here</summary>
      {words ? (
        <WordBars words={words} />
      ) : (
        <p className="muted">
          Its words are no longer kept: the order has been learned anew since this record came up, or it is not ranked
          yet.
        </p>
      )}
      <p className={styles.from}>
        Learned from: {LESSON_WORDS[reasons.learnsFrom].name.toLowerCase()}. The order never decides.
      </p>
    </details>
  );
}
