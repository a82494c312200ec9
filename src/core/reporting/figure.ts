import type { Palette } from '#core/reporting/palette';
import { coordinate, element, escapeSvg } from '#core/reporting/svg';

/** How a figure is drawn: print where nothing is said. */
export interface FigureOptions {
  readonly palette?: Palette;
  /** On a phone: no wider than `NARROW_WIDTH`, its text as large as ever. Downloads never are. */
  readonly isNarrow?: boolean | undefined;
}

/** How wide a figure on a phone is, margin and all: what a page of 390 pixels leaves between its edges. */
export const NARROW_WIDTH = 358;

export interface FigureFrame {
  /** Size of the drawing itself; the same margin goes around it. */
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Read aloud in place of the picture. */
  readonly title: string;
  readonly description: string;
}

/** The whole SVG document: frame, words for screen readers, background, font, and the drawing from (0, 0). */
export function figure(frame: FigureFrame, palette: Palette, drawing: readonly string[]): string {
  const { width, height, margin } = frame;
  const outerWidth = width + 2 * margin;
  const outerHeight = height + 2 * margin;
  const background = element('rect', {
    x: -margin,
    y: -margin,
    width: outerWidth,
    height: outerHeight,
    fill: palette.background,
  });
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [-margin, -margin, outerWidth, outerHeight].map(coordinate).join(' '),
      width: outerWidth,
      height: outerHeight,
      role: 'img',
      'font-family': palette.fontFamily,
      'font-size': 13,
      fill: palette.ink,
    },
    `\n${element('title', {}, escapeSvg(frame.title))}`,
    `\n${element('desc', {}, escapeSvg(frame.description))}`,
    `\n${background}\n`,
    `${drawing.filter(part => part !== '').join('\n')}\n`,
  )}\n`;
}
