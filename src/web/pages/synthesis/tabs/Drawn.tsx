import { useMemo } from 'react';
import type { FigureOptions } from '#core/reporting/figure';
import { PALETTES } from '#core/reporting/palette';
import { Figure } from '../../../parts/Figure.tsx';
import { useFigurePalette } from '../../../parts/useFigurePalette.ts';
import { usePhone } from '../../../parts/usePhone.ts';

/**
 * A figure drawn with the page's palette, narrow on a phone, and for the download with that of print, always wide. Keep
 * `draw` while it draws the same.
 */
export function Drawn({
  draw,
  caption,
  fileName,
}: {
  draw: (options: FigureOptions) => string;
  caption: string;
  fileName: string;
}) {
  const name = useFigurePalette();
  const isNarrow = usePhone();
  const svg = useMemo(() => draw({ palette: PALETTES[name], isNarrow }), [draw, name, isNarrow]);
  const print = useMemo(() => draw({ palette: PALETTES.print }), [draw]);
  return <Figure svg={svg} caption={caption} print={print} fileName={fileName} />;
}
