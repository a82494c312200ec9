import type { Judgement } from '#core/appraisal/judgements';
import { JUDGEMENT_MARKS, judgementMark } from '#core/reporting/judgementMark';
import { PALETTES } from '#core/reporting/palette';
import styles from './JudgementSign.module.css';

/** A disc with the sign of a judgement, as in the figures; an open ring where there is none yet. */
export function JudgementSign({ judgement, size = 21 }: { judgement: Judgement | null; size?: number }) {
  if (judgement === null) {
    return (
      <svg className={styles.ring} width={size} height={size} viewBox="-10.5 -10.5 21 21" aria-hidden="true">
        <circle r="9.5" />
      </svg>
    );
  }
  return (
    <svg
      className={styles.sign}
      width={size}
      height={size}
      viewBox="-10.5 -10.5 21 21"
      aria-hidden="true"
      // The figures' own drawing of a closed list of judgements: no text of anybody is in it.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by core/reporting from a word of the vocabulary
      dangerouslySetInnerHTML={{ __html: judgementMark(judgement, 0, 0, 10.5, { palette: PALETTES.print }) }}
    />
  );
}

export function judgementWord(judgement: Judgement | null): string {
  return judgement === null ? 'not judged yet' : JUDGEMENT_MARKS[judgement].word;
}
