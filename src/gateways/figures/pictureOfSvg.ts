import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { withResolution } from '#core/reporting/withResolution';
import { drawSvg, sizeOf } from '#gateways/figures/drawSvg';

/** A unit of a figure is a pixel of CSS, 1/96 inch: so its size on paper is the same in all formats. */
export const UNITS_PER_INCH = 96;
const DOTS_PER_INCH = 300;
const SHARPNESS = DOTS_PER_INCH / UNITS_PER_INCH;
/** No longer edge than this: what is larger is drawn less sharply rather than not at all. */
const MOST_DOTS = 12_000;

/** Whether this machine can write letters. */
export function hasFonts(): boolean {
  return GlobalFonts.families.length > 0;
}

/** A figure as a PNG of 300 dots an inch. */
export function pictureOfSvg(svg: string): Uint8Array {
  const { width, height } = sizeOf(svg);
  const sharpness = Math.min(SHARPNESS, MOST_DOTS / Math.max(width, height));
  const canvas = createCanvas(Math.round(width * sharpness), Math.round(height * sharpness));
  const context = canvas.getContext('2d');
  context.scale(sharpness, sharpness);
  drawSvg(context, svg);
  return withResolution(canvas.toBuffer('image/png'), sharpness * UNITS_PER_INCH);
}
