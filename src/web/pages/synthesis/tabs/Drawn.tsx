import { useMemo } from 'react';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { Figure } from '../../../parts/Figure.tsx';
import { useFigurePalette } from '../../../parts/useFigurePalette.ts';

/** A figure drawn with the page's palette and, for the download, with that of print. Keep `draw` while it draws the same. */
export function Drawn({
  draw,
  caption,
  fileName,
}: {
  draw: (palette: Palette) => string;
  caption: string;
  fileName: string;
}) {
  const name = useFigurePalette();
  const svg = useMemo(() => draw(PALETTES[name]), [draw, name]);
  const print = useMemo(() => draw(PALETTES.print), [draw]);
  return <Figure svg={svg} caption={caption} print={print} fileName={fileName} />;
}
