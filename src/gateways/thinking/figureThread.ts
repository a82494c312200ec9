import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '#core/problem';
import { pdfOfSvg } from '#gateways/figures/pdfOfSvg';
import type { FigureReport } from '#gateways/thinking/drawPdfInThread';

/** The thread's side: draws one figure and ends. */
function report(svg: string): FigureReport {
  try {
    return { pdf: pdfOfSvg([svg]) };
  } catch (error) {
    if (error instanceof Problem) return { kind: error.kind, refusal: error.message };
    throw error;
  }
}

parentPort?.postMessage(report((workerData as { svg: string }).svg)); // from drawPdfInThread
