import { forestCompactFigure } from '#core/reporting/forestCompactFigure';
import { forestFigure } from '#core/reporting/forestFigure';
import { PALETTES } from '#core/reporting/palette';
import { Figure } from '../../parts/Figure.tsx';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import { usePhone } from '../../parts/usePhone.ts';
import styles from './ForestTab.module.css';
import { fourNumbers } from './fourNumbers.ts';
import { forestOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';

/** The figure first, then four numbers with one plain sentence each. */
export function ForestTab({
  result,
  data,
  name,
  isStale,
}: {
  result: Result;
  data: OutcomeData;
  name: string;
  isStale: boolean;
}) {
  const palette = PALETTES[useFigurePalette()];
  const isPhone = usePhone();
  const forest = forestOf(result, data, isStale);
  return (
    <>
      <div className={styles.figure}>
        <Figure
          svg={isPhone ? forestCompactFigure(forest, { palette }) : forestFigure(forest, { palette })}
          caption={`Forest plot of ${name}: ${forest.measure.toLowerCase()}, ${result.k} studies`}
        />
      </div>
      <dl className={styles.numbers}>
        {fourNumbers(result, data).map(number => (
          <div key={number.name}>
            <dt className={styles.name}>{number.name}</dt>
            <dd className={styles.value}>
              {number.value} {number.beside && <span className={styles.beside}>{number.beside}</span>}
            </dd>
            <dd className={styles.sentence}>{number.sentence}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
