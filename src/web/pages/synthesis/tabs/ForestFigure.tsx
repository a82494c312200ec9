import { useMemo } from 'react';
import { forestCompactFigure } from '#core/reporting/forestCompactFigure';
import type { ForestData } from '#core/reporting/forestData';
import { forestFigure } from '#core/reporting/forestFigure';
import { PALETTES } from '#core/reporting/palette';
import { Figure } from '../../../parts/Figure.tsx';
import { useFigurePalette } from '../../../parts/useFigurePalette.ts';
import { usePhone } from '../../../parts/usePhone.ts';
import styles from './ForestTab.module.css';

/** A forest plot as wide as the page; on the phone the compact one. Keep `data` while it shows the same. */
export function ForestFigure({ data, caption, fileName }: { data: ForestData; caption: string; fileName?: string }) {
  const name = useFigurePalette();
  const isPhone = usePhone();
  const svg = useMemo(() => {
    const palette = PALETTES[name];
    return isPhone ? forestCompactFigure(data, { palette }) : forestFigure(data, { palette });
  }, [data, name, isPhone]);
  const print = useMemo(() => (fileName ? forestFigure(data, { palette: PALETTES.print }) : null), [data, fileName]);
  return (
    <div className={styles.figure}>
      <Figure svg={svg} caption={caption} {...(print && fileName ? { print, fileName } : {})} />
    </div>
  );
}
