import { PDFDocument } from '@napi-rs/canvas';
import { Problem } from '#core/problem';
import { drawSvg, type Pen, sizeOf } from '#gateways/figures/drawSvg';
import { hasFonts, UNITS_PER_INCH } from '#gateways/figures/pictureOfSvg';

const POINTS_PER_UNIT = 72 / UNITS_PER_INCH;
/** The longest edge that a page of a PDF document may have: 200 inches. */
const MOST_POINTS = 14_400;

/**
 * Figures as the pages of one PDF document, each page as large as its figure: lines and letters, no picture of them.
 * Throws Problem: 'unavailable' where the machine has no font, 'invalid' for what isn't one of our figures.
 */
export function pdfOfSvg(pages: readonly string[]): Buffer {
  if (!hasFonts()) {
    throw new Problem('unavailable', 'this machine has no font, which PNG and PDF need; install one, or write SVG');
  }
  const document = new PDFDocument({
    title: /<title>([^<]*)/.exec(pages[0] ?? '')?.[1] ?? 'Figure',
    creator: 'Pooled',
  });
  for (const svg of pages) {
    const { width, height } = sizeOf(svg);
    const edges = [width, height].map(edge => edge * POINTS_PER_UNIT);
    if (!edges.every(edge => edge > 0 && edge <= MOST_POINTS))
      throw new Problem('invalid', 'A figure states its width and height, at most 200 inches each.');
    const page = document.beginPage(width * POINTS_PER_UNIT, height * POINTS_PER_UNIT);
    page.scale(POINTS_PER_UNIT, POINTS_PER_UNIT);
    draw(page, svg);
    document.endPage();
  }
  return document.close();
}

function draw(page: Pen, svg: string): void {
  try {
    drawSvg(page, svg);
  } catch {
    // What the parser says of a text that isn't a figure.
    throw new Problem('invalid', 'This is no figure that can be drawn.');
  }
}
