import { drawFigure } from '#contract/figures';
import { CallProblem } from '../CallProblem.ts';
import { callForFile } from '../call.ts';
import { toast } from './toast.ts';

/** Figures of a review go to the server, where their numbers lie anyway; what a visitor pools stays on the device. */
function isOfReview(): boolean {
  return window.location.pathname.startsWith('/reviews/');
}

/**
 * SVG text as a PDF of one page of its own size. The server draws lines and letters; on the open page, without a network,
 * or where the server has no font, the browser makes it a picture of 600 dots an inch.
 */
export async function pdfOf(svg: string): Promise<Blob> {
  if (isOfReview()) {
    try {
      return (await callForFile(drawFigure, { body: { svg } })).blob;
    } catch (error) {
      if (!(error instanceof CallProblem)) throw error;
      toast({ text: 'Saved as a picture of 600 dots an inch: the server could not draw lines and letters.' });
    }
  }
  const { pdfPictureOf } = await import('./pdfPictureOf.ts');
  return pdfPictureOf(svg);
}
