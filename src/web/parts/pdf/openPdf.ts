import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { PDFPageView } from 'pdfjs-dist/types/web/pdf_page_view.js';
import type { PDFViewer as Viewer } from 'pdfjs-dist/types/web/pdf_viewer.js';

export interface PdfState {
  readonly page: number;
  readonly pages: number;
  readonly percent: number;
  /** Hits of the search: which one is shown, of how many; null while nothing is looked for. */
  readonly hits: { readonly at: number; readonly of: number } | null;
}

export interface OpenPdf {
  goTo(page: number): void;
  zoom(change: 'in' | 'out' | 'width'): void;
  /** The window has another width: a page that was fitted to it is fitted again. */
  refit(): void;
  /** Looks for a text; the same one again goes to the next hit, or the one before. */
  find(text: string, way?: 'next' | 'before'): void;
  pageElement(page: number): HTMLElement | null;
  close(): void;
}

export interface PdfPlace {
  /** The element that scrolls, and the one in it that takes the pages. */
  readonly container: HTMLDivElement;
  readonly pages: HTMLDivElement;
  readonly address: string;
  readonly onState: (change: Partial<PdfState>) => void;
  /** A page has been drawn, or its text laid over it: what is marked on it can be drawn. */
  readonly onPage: (page: number, element: HTMLElement) => void;
}

/** Opens a PDF in the page with pdf.js; all that it needs comes from our own server. */
export async function openPdf(place: PdfPlace, signal: AbortSignal): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist');
  // The viewer looks for the library where the line above has put it.
  const { EventBus, PDFFindController, PDFLinkService, PDFViewer } = await import('pdfjs-dist/web/pdf_viewer.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const own = `/assets/pdf-${pdfjs.version}`;
  const task = pdfjs.getDocument({
    url: place.address,
    cMapUrl: `${own}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${own}/standard_fonts/`,
    iccUrl: `${own}/iccs/`,
    wasmUrl: `${own}/wasm/`,
    // The policy of our pages lets nothing be compiled while it runs.
    useWasm: false,
    enableXfa: false,
    rangeChunkSize: 262_144,
  });
  signal.addEventListener('abort', () => void task.destroy(), { once: true });
  const bus = new EventBus();
  const links = new PDFLinkService({ eventBus: bus, externalLinkTarget: 2, externalLinkRel: 'noopener noreferrer' });
  const find = new PDFFindController({ eventBus: bus, linkService: links, updateMatchesCountOnProgress: true });
  const viewer = new PDFViewer({
    container: place.container,
    viewer: place.pages,
    eventBus: bus,
    linkService: links,
    findController: find,
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
  });
  links.setViewer(viewer);
  const document = await task.promise;
  if (signal.aborted) throw signal.reason;
  listen(bus, viewer, document, place);
  viewer.setDocument(document);
  links.setDocument(document, null);
  find.setDocument(document);
  return deedsOf(bus, viewer, () => {
    viewer.setDocument(null as unknown as PDFDocumentProxy); // how the library lets go of a document
    void task.destroy();
  });
}

interface Bus {
  on(name: string, listener: (event: never) => void): void;
  dispatch(name: string, data: object): void;
}

function listen(bus: Bus, viewer: Viewer, document: PDFDocumentProxy, place: PdfPlace): void {
  const { onState } = place;
  bus.on('pagesinit', () => {
    // As wide as the window, but not beyond what is good to read.
    viewer.currentScaleValue = 'auto';
    onState({ pages: document.numPages, page: 1 });
  });
  bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => onState({ page: pageNumber }));
  bus.on('scalechanging', ({ scale }: { scale: number }) => onState({ percent: Math.round(scale * 100) }));
  const drawn = ({ pageNumber, source }: { pageNumber: number; source: PDFPageView }) =>
    place.onPage(pageNumber, source.div);
  bus.on('pagerendered', drawn);
  bus.on('textlayerrendered', drawn);
  const count = ({ matchesCount }: { matchesCount: { current: number; total: number } }) =>
    onState({ hits: { at: matchesCount.current, of: matchesCount.total } });
  bus.on('updatefindmatchescount', count);
  bus.on('updatefindcontrolstate', count);
}

const STEP = 1.1;
const [SMALLEST, LARGEST] = [0.25, 5];

function deedsOf(bus: Bus, viewer: Viewer, close: () => void): OpenPdf {
  let last = '';
  return {
    goTo: page => {
      viewer.currentPageNumber = Math.max(1, Math.min(page, viewer.pagesCount));
    },
    zoom: change => {
      if (change === 'width') viewer.currentScaleValue = 'page-width';
      else {
        const next = viewer.currentScale * (change === 'in' ? STEP : 1 / STEP);
        viewer.currentScale = Math.max(SMALLEST, Math.min(LARGEST, next));
      }
    },
    refit: () => {
      const { currentScaleValue } = viewer;
      if (['auto', 'page-width'].includes(currentScaleValue)) viewer.currentScaleValue = currentScaleValue;
    },
    find: (text, way) => {
      // A star takes all endings, as in highlights; parts of words are found anyway.
      const query = text.trim().replace(/\*+$/, '');
      const type = query === last && way ? 'again' : '';
      last = query;
      bus.dispatch('find', {
        ...{ source: null, type, query, caseSensitive: false, entireWord: false, matchDiacritics: false },
        ...{ highlightAll: true, findPrevious: way === 'before' },
      });
    },
    pageElement: page => {
      const view: PDFPageView | undefined = viewer.getPageView(page - 1);
      return view?.div ?? null;
    },
    close,
  };
}
