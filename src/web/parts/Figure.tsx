import { IconDownload } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef } from 'react';
import { ActionButton } from './ActionButton.tsx';
import styles from './Figure.module.css';
import { onlyDrawing } from './onlyDrawing.ts';
import { pdfOf } from './pdfOf.ts';
import { pictureOf } from './pictureOf.ts';
import { saveFile } from './saveFile.ts';

export interface FigureProps {
  /** SVG text, as the functions of core/reporting give it. */
  readonly svg: string;
  /** What the figure shows, in a sentence: its words for those who don't see it. */
  readonly caption: string;
  readonly isCaptionShown?: boolean;
  /** The same figure in the palette for print; downloads take it. Without it there is nothing to download. */
  readonly print?: string;
  readonly fileName?: string;
}

/**
 * Shows a figure. Its text passes a parser and only drawing survives: names of studies come from files of strangers, and
 * a figure must be no door for a script. A figure wider than its place scrolls inside its own frame.
 */
export function Figure({ svg, caption, isCaptionShown = false, print, fileName = 'figure' }: FigureProps) {
  const captionId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => onlyDrawing(svg), [svg]);
  useEffect(() => {
    if (drawing) frame.current?.replaceChildren(document.importNode(drawing, true));
  }, [drawing]);
  return (
    <figure aria-labelledby={captionId}>
      {drawing ? <div ref={frame} className={styles.frame} /> : <p className="muted">The figure could not be drawn.</p>}
      <div className={styles.foot}>
        <figcaption id={captionId} className={isCaptionShown ? styles.caption : 'for-screen-readers'}>
          {caption}
        </figcaption>
        {print && (
          <span className={styles.downloads}>
            <ActionButton
              size="small"
              icon={<IconDownload stroke={1.75} />}
              onClick={() => saveFile(new Blob([print], { type: 'image/svg+xml' }), `${fileName}.svg`)}
            >
              SVG
            </ActionButton>
            <ActionButton
              size="small"
              icon={<IconDownload stroke={1.75} />}
              onClick={() => void pictureOf(print).then(picture => saveFile(picture, `${fileName}.png`))}
            >
              PNG
            </ActionButton>
            <ActionButton
              size="small"
              icon={<IconDownload stroke={1.75} />}
              onClick={() => void pdfOf(print).then(page => saveFile(page, `${fileName}.pdf`))}
            >
              PDF
            </ActionButton>
          </span>
        )}
      </div>
    </figure>
  );
}
