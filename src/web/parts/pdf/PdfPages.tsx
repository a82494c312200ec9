import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ErrorNote } from '../ErrorNote.tsx';
import { Loading } from '../Loading.tsx';
import { drawMarks, type Marking, markAt } from './drawMarks.ts';
import { type OpenPdf, openPdf, type PdfState } from './openPdf.ts';
import styles from './PdfPages.module.css';
import { PdfToolbar } from './PdfToolbar.tsx';
import { type Passage, selectedPassage } from './passages.ts';

/** A point of the window at which something is offered. */
export interface Spot {
  readonly left: number;
  readonly top: number;
}

export interface PdfPagesProps extends Marking {
  readonly address: string;
  readonly fileName: string;
  readonly onSelect: (passage: Passage | null, at: Spot) => void;
  readonly onMark: (markId: string, at: Spot) => void;
}

const CLOSED: PdfState = { page: 1, pages: 0, percent: 100, hits: null };
/** A selection is offered something when it has come to rest; one that is gone is offered nothing at once. */
const REST_MS = 250;

/** A PDF's pages one below the other, with its text to be selected and searched, and what is marked in it. */
export function PdfPages({ address, fileName, marks, words, shownId, onSelect, onMark }: PdfPagesProps) {
  const container = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<OpenPdf | null>(null);
  const [state, setState] = useState(CLOSED);
  const [problem, setProblem] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);

  const draw = useEffectEvent((page: number, element: HTMLElement) =>
    drawMarks(element, page, { marks, words, shownId }, styles.marks ?? ''),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn opens the same address again.
  useEffect(() => {
    if (!container.current || !pages.current) return;
    const ended = new AbortController();
    let opened: OpenPdf | null = null;
    setState(CLOSED);
    setProblem(null);
    openPdf(
      {
        ...{ container: container.current, pages: pages.current, address },
        onState: change => setState(before => ({ ...before, ...change })),
        onPage: draw,
      },
      ended.signal,
    ).then(
      pdf => {
        opened = pdf;
        setOpen(pdf);
      },
      error => {
        if (!ended.signal.aborted) setProblem(error);
      },
    );
    return () => {
      ended.abort();
      opened?.close();
      setOpen(null);
    };
  }, [address, turn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is marked has changed, so every page is drawn anew.
  useEffect(() => {
    for (const element of pages.current?.querySelectorAll<HTMLElement>('.page[data-loaded]') ?? []) {
      draw(Number(element.dataset.pageNumber), element);
    }
  }, [marks, words, shownId]);

  const show = useEffectEvent((id: string) => {
    const mark = marks.find(one => one.id === id);
    if (mark) open?.goTo(mark.page);
  });
  useEffect(() => {
    if (shownId !== null && open && state.pages > 0) show(shownId);
  }, [shownId, open, state.pages]);

  useRestingSelection(pages, onSelect);
  useFitWidth(container, open);

  return (
    <div className={styles.reader}>
      <PdfToolbar open={open} state={state} address={address} fileName={fileName} />
      <div className={styles.window}>
        {/* biome-ignore lint/a11y/useSemanticElements: pdf.js takes nothing but a div. */}
        <div
          ref={container}
          className={styles.container}
          role="region"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
          tabIndex={0}
          aria-label={`Pages of ${fileName}`}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: marks are offered by the list beside it too. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same. */}
          <div
            ref={pages}
            className={`pdfViewer ${styles.pages}`}
            onClick={event => {
              const page = (event.target as HTMLElement).closest<HTMLElement>('.page'); // a click meets an element
              const id = page ? markAt(page, styles.marks ?? '', event.clientX, event.clientY) : null;
              if (id && window.getSelection()?.isCollapsed !== false) {
                onMark(id, { left: event.clientX, top: event.clientY + 12 });
              }
            }}
          />
        </div>
        {problem !== null && (
          <div className={styles.problem}>
            <ErrorNote problem={problem} onRetry={() => setTurn(turn + 1)} />
          </div>
        )}
        {problem === null && state.pages === 0 && (
          <div className={styles.problem}>
            <Loading shape="lines" />
          </div>
        )}
      </div>
    </div>
  );
}

/** Tells what is selected once the selection rests. */
function useRestingSelection(
  pages: React.RefObject<HTMLDivElement | null>,
  onSelect: (passage: Passage | null, at: Spot) => void,
): void {
  const tell = useEffectEvent(() => {
    const passage = pages.current && selectedPassage(pages.current);
    const rect = passage && window.getSelection()?.getRangeAt(0).getBoundingClientRect();
    onSelect(passage, rect ? { left: rect.left, top: rect.bottom + 8 } : { left: 0, top: 0 });
  });
  useEffect(() => {
    let timer: number | undefined;
    const changed = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(tell, window.getSelection()?.isCollapsed === false ? REST_MS : 0);
    };
    document.addEventListener('selectionchange', changed);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', changed);
    };
  }, []);
}

/** A page as wide as its window stays so when the window changes. */
function useFitWidth(container: React.RefObject<HTMLDivElement | null>, open: OpenPdf | null): void {
  useEffect(() => {
    if (!container.current || !open) return;
    let width = container.current.clientWidth;
    const watch = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? width;
      if (Math.abs(now - width) > 4) open.refit();
      width = now;
    });
    watch.observe(container.current);
    return () => watch.disconnect();
  }, [container, open]);
}
