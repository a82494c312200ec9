import { Problem } from '#core/problem';
import { hasFonts, pictureOfSvg } from '#gateways/figures/pictureOfSvg';

/** A figure as a PNG of 300 dots an inch. Throws Problem 'unavailable' where the machine has no font. */
export function drawPicture(svg: string): Uint8Array {
  if (!hasFonts()) {
    throw new Problem(
      'unavailable',
      'The server has no font, which pictures need. Whoever runs it can install one, such as fonts-liberation; SVG works without.',
    );
  }
  return pictureOfSvg(svg);
}
