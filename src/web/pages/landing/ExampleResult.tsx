import { IconLock } from '@tabler/icons-react';
import { PALETTES } from '#core/reporting/palette';
import { Badge } from '../../parts/Badge.tsx';
import { compactForest } from '../../parts/compactForest.ts';
import { Figure } from '../../parts/Figure.tsx';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { usePhone } from '../../parts/usePhone.ts';
import { EXAMPLE_FOREST } from './exampleAnalysis.ts';
import styles from './Landing.module.css';

/** The synthesis page in small, with the figure that it draws. */
export function ExampleResult() {
  const palette = PALETTES[useFigurePalette()];
  const isPhone = usePhone();
  const isNarrow = useNarrow();
  const width = isPhone ? 300 : isNarrow ? 640 : 704;
  return (
    <section className={styles.piece} aria-label="An example of a result">
      <header className={styles.pieceHead}>
        <span className={styles.pieceName}>Tuberculosis, all follow-up</span>
        {!isPhone && (
          <Badge kind="accent" icon={<IconLock size={14} stroke={1.75} />}>
            Analysis of the protocol
          </Badge>
        )}
        <span className={styles.pieceFact}>random effects{isPhone ? '' : ', REML'}</span>
      </header>
      <div className={styles.figure}>
        <Figure
          svg={compactForest(EXAMPLE_FOREST, { width, palette })}
          caption="Risk of tuberculosis with BCG against no vaccine: thirteen trials and their pooled ratio"
        />
      </div>
    </section>
  );
}
