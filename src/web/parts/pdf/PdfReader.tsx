import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { getFullTextFile } from '#contract/fullTexts';
import type { LabelTint } from '#core/vocabulary';
import { addressOf } from '../../call.ts';
import { ErrorNote } from '../ErrorNote.tsx';
import { Loading } from '../Loading.tsx';
import { toast } from '../toast.ts';
import type { ShownMark } from './drawMarks.ts';
import { MarkBox } from './MarkBox.tsx';
import type { Spot } from './PdfPages.tsx';
import styles from './PdfReader.module.css';
import type { Passage, WordPart } from './passages.ts';
import { type ReportFile, useReportFiles } from './reportFiles.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { UploadBox } from './UploadBox.tsx';
import { useMarks } from './useMarks.ts';

const PdfPages = lazy(() => import('./PdfPages.tsx').then(module => ({ default: module.PdfPages })));

/** A passage that somebody chose as the source of something: an extracted value, an answer, a reason. */
export interface QuoteChosen extends Passage {
  /** A report is known by its record's id. */
  readonly reportId: string;
  readonly fullTextId: string;
}

/** A passage that a form's field rests on, drawn on its page. Without rects the quote is looked for in the page's text. */
export interface QuoteKept {
  readonly id: string;
  readonly page: number;
  readonly quote: string;
  readonly rects?: Passage['rects'];
}

export interface PdfReaderProps {
  readonly reviewId: string;
  readonly reportId: string;
  /** What the button at a selection says that hands it over; without it nobody asks for a quote. */
  readonly quoteWord?: string;
  readonly onQuote?: (quote: QuoteChosen) => void;
  /** Tells what is selected while it is; null once it is not any more. */
  readonly onSelection?: (quote: QuoteChosen | null) => void;
  /** Quotes that stay on the page. */
  readonly quotes?: readonly QuoteKept[];
  /** The id of the quote to go to, and to frame. */
  readonly shownQuote?: string | null;
  /** A quote on the page was pressed. */
  readonly onQuotePressed?: (id: string) => void;
  /** Cuts a text at the words to be marked wherever they stand. */
  readonly words?: ((text: string) => readonly WordPart[]) | null;
  /** Whether one's marks are for the team, as far as blinding lets it see: at screening. Elsewhere they are one's own. */
  readonly isShared?: boolean;
  /** What stands where a report has no file yet, above the box for one: links to find it, say. */
  readonly whenNone?: ReactNode;
}

const NO_QUOTES: readonly QuoteKept[] = [];

/** The full text of a report: its PDF to be read, searched, marked and quoted, or the way to bring one. */
export function PdfReader(props: PdfReaderProps) {
  const { reviewId, reportId, whenNone } = props;
  const known = useReportFiles(reviewId, reportId);
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (known.isError) {
    return (
      <div className={styles.note}>
        <ErrorNote problem={known.error} onRetry={() => void known.refetch()} />
      </div>
    );
  }
  if (known.isPending) return <Loading shape="lines" />;
  const { files, may } = known.data;
  const file = files.find(one => one.fullTextId === chosenId) ?? files[0];
  if (!file) {
    return (
      <div className={styles.note}>
        {whenNone}
        <UploadBox reviewId={reviewId} recordId={reportId} because={may.retrieve} />
      </div>
    );
  }
  return (
    <div className={styles.reader}>
      {files.length > 1 && (
        <label className={styles.files}>
          File{' '}
          <select value={file.fullTextId} onChange={event => setChosenId(event.currentTarget.value)}>
            {files.map(one => (
              <option key={one.fullTextId} value={one.fullTextId}>
                {one.fileName}
              </option>
            ))}
          </select>
        </label>
      )}
      <OneFile key={file.fullTextId} {...props} file={file} />
    </div>
  );
}

/** What is offered at a point of the window: something for the selection, or a mark that was pressed. */
type Offer = { readonly at: Spot } & ({ readonly passage: Passage } | { readonly markId: string });

function OneFile({
  reviewId,
  reportId,
  file,
  quoteWord = 'Use as quote',
  onQuote,
  onSelection,
  onQuotePressed,
  quotes = NO_QUOTES,
  shownQuote = null,
  words = null,
  isShared = false,
}: PdfReaderProps & { file: ReportFile }) {
  const { fullTextId, fileName } = file;
  const own = useMarks(reviewId, fullTextId);
  const [offer, setOffer] = useState<Offer | null>(null);
  const marks = useMemo<readonly ShownMark[]>(
    () => [
      ...own.marks.map(({ markId, page, quote, rects, tint }) => ({ id: markId, page, quote, rects, tint })),
      ...quotes.map(({ id, page, quote, rects = [] }) => ({ id, page, quote, rects, tint: 'quote' as const })),
    ],
    [own.marks, quotes],
  );
  const pressed = offer && 'markId' in offer ? own.marks.find(mark => mark.markId === offer.markId) : undefined;
  const mark = (passage: Passage, tint: LabelTint) => {
    own.add.mutate(
      { ...passage, rects: [...passage.rects], tint, audience: isShared ? 'shared' : 'own' },
      { onError: error => toast({ text: `The mark was not kept. ${error.message}` }) },
    );
    leaveSelection();
  };
  const leaveSelection = () => {
    window.getSelection()?.removeAllRanges();
    setOffer(null);
  };
  return (
    <>
      <Suspense fallback={<Loading shape="lines" />}>
        <PdfPages
          address={addressOf(getFullTextFile, { params: { reviewId, fullTextId } })}
          fileName={fileName}
          marks={marks}
          words={words}
          shownId={shownQuote}
          onSelect={(passage, at) => {
            setOffer(before => (passage ? { passage, at } : before && 'markId' in before ? before : null));
            onSelection?.(passage && { reportId, fullTextId, ...passage });
          }}
          onMark={(markId, at) => {
            setOffer({ markId, at });
            if (quotes.some(quote => quote.id === markId)) onQuotePressed?.(markId);
          }}
        />
      </Suspense>
      {offer && 'passage' in offer && (
        <SelectionBar
          at={offer.at}
          quoteWord={onQuote ? quoteWord : null}
          onQuote={() => {
            onQuote?.({ reportId, fullTextId, ...offer.passage });
            leaveSelection();
          }}
          onMark={own.because === null ? tint => mark(offer.passage, tint) : null}
        />
      )}
      {offer && pressed && (
        <MarkBox
          key={pressed.markId}
          mark={pressed}
          marks={own}
          at={offer.at}
          mayShare={isShared}
          onClose={() => setOffer(null)}
        />
      )}
    </>
  );
}
