import { type ExtractedStudy, studyNumbers } from '#core/extraction/studyNumbers';
import { becauseWords } from '#core/reporting/becauseWords';
import { valueWriter } from '#core/reporting/displayScale';
import { MEASURE_WORDS } from '#core/reporting/measureWords';
import { PALETTES } from '#core/reporting/palette';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { Figure } from '../../parts/Figure.tsx';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import styles from './EffectPreview.module.css';
import { effectLine } from './effectLine.ts';
import type { Outcome } from './extraction.ts';

const USUAL_MEASURE = { dichotomous: 'RR', continuous: 'MD', generic: 'GEN' } as const;

/** The study's effect from the numbers in the fields, by what pools it later. */
export function EffectPreview({ outcome, study }: { outcome: Outcome; study: ExtractedStudy }) {
  const palette = PALETTES[useFigurePalette()];
  if (outcome.kind === 'accuracy' || outcome.kind === 'dose-response') return null;
  const measure = USUAL_MEASURE[outcome.kind];
  const isRatio = outcome.kind === 'generic' && study.estimate?.isRatio === true;
  const title = outcome.kind === 'generic' ? (isRatio ? 'Ratio' : 'Estimate') : MEASURE_WORDS[measure].title;
  const scale = isRatio ? 'log' : MEASURE_WORDS[measure].scale;
  const numbers = studyNumbers(outcome.kind, study);
  const result = numbers.estimable
    ? analyse({ ...DEFAULT_ANALYSIS, measure }, [{ studyId: 'this', label: '', numbers: numbers.value }]).studies[0]
        ?.effect
    : numbers;
  if (!result?.estimable) {
    return (
      <div className={styles.card}>
        <p className={styles.name}>{title} from these numbers</p>
        <p className="muted">{`Not yet: ${becauseWords(result?.because ?? 'numbers-missing')}.`}</p>
      </div>
    );
  }
  const { yi, lower, upper } = result.value;
  const write = valueWriter(scale, [yi, lower, upper]);
  return (
    <div className={styles.card}>
      <p className={styles.name}>
        {title} from these numbers
        <span className={styles.value}>
          <strong>{write(yi)}</strong> {write(lower)} to {write(upper)}
        </span>
      </p>
      <Figure
        svg={effectLine({ estimate: yi, lower, upper }, { scale, title, palette })}
        caption={`${title} ${write(yi)}, 95 % CI ${write(lower)} to ${write(upper)}`}
      />
    </div>
  );
}
