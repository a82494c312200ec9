import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { hasPdfTail, isPdfHead, type PdfReading } from '#core/screening/pdfReading';

const PAGES_READ = 3;

/** Opens a PDF and reads the text of its first pages. It takes the thread that it runs in: call it in one of its own. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  if (bytes.length === 0) return { isReadable: false, because: 'empty' };
  if (!isPdfHead(bytes)) return { isReadable: false, because: 'no-pdf' };
  if (!hasPdfTail(bytes)) return { isReadable: false, because: 'cut-off' };
  // Loaded when it is wanted: it is large, and most processes never read a PDF.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
  });
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= Math.min(PAGES_READ, document.numPages); number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.filter((one): one is TextItem => 'str' in one);
      texts.push(pieces.map(piece => piece.str + (piece.hasEOL ? '\n' : '')).join(''));
    }
    return { isReadable: true, pages: document.numPages, title: await titleOf(document), texts };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { isReadable: false, because: isLocked ? 'encrypted' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

async function titleOf(document: { getMetadata(): Promise<{ info: object }> }): Promise<string | null> {
  const { info } = await document.getMetadata();
  const title = (info as { Title?: unknown }).Title; // what the file says of itself, of any kind
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}
