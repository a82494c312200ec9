import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '#core/problem';
import { drawPicture } from '#gateways/figures/drawPicture';
import type { DocumentAsked, DocumentReport } from '#gateways/thinking/writeDocumentInThread';
import { writeWordDocument } from '#gateways/wordDocument';

const asked = workerData as DocumentAsked; // from writeDocumentInThread

async function made(): Promise<DocumentReport> {
  try {
    return { files: 'document' in asked ? [await writeWordDocument(asked.document)] : asked.svgs.map(drawPicture) };
  } catch (error) {
    if (error instanceof Problem) return { kind: error.kind, refusal: error.message };
    throw error;
  }
}

parentPort?.postMessage(await made());
