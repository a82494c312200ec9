import type { Estimable } from '#core/estimable';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { becauseWords } from '#core/reporting/becauseWords';
import { valueWriter } from '#core/reporting/displayScale';
import { MEASURE_WORDS } from '#core/reporting/measureWords';
import { outcomeMeasure } from '#core/reporting/outcomeMeasure';
import { PALETTES } from '#core/reporting/palette';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS, usualZeroCells } from '#core/synthesis/analysisSpec';
import { Figure } from '../../parts/Figure.tsx';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import styles from './EffectPreview.module.css';
import { effectLine } from './effectLine.ts';
import type { Outcome } from './extraction.ts';

/** The study's effect from the numbers in the fields, by what pools it later. Null where its kind has a model of its own. */
export function EffectPreview({
  outcome,
  numbers,
  isRatio = null,
}: {
  outcome: Outcome;
  numbers: Estimable<Readonly<Record<string, number>>>;
  /** Of an estimate. */
  isRatio?: boolean | null;
}) {
  const palette = PALETTES[useFigurePalette()];
  const { takes, measures } = kindOfOutcome(outcome.kind);
  const [measure] = measures;
  if (takes === 'own-model' || !measure) return null;
  const words = outcomeMeasure(outcome, isRatio, 1) ?? MEASURE_WORDS[measure];
  const { title, scale, noEffect } = words;
  const spec = { ...DEFAULT_ANALYSIS, measure, zeroCells: usualZeroCells(measure) };
  const result = numbers.estimable
    ? analyse(spec, [{ studyId: 'this', label: '', numbers: numbers.value }]).studies[0]?.effect
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
        svg={effectLine({ estimate: yi, lower, upper }, { scale, title, noEffect, palette })}
        caption={`${title} ${write(yi)}, 95 % CI ${write(lower)} to ${write(upper)}`}
      />
    </div>
  );
}
