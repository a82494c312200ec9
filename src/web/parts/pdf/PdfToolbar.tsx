import {
  IconArrowsHorizontal,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronUp,
  IconDownload,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { IconButton } from '../IconButton.tsx';
import { useKeys } from '../useKeys.ts';
import type { OpenPdf, PdfState } from './openPdf.ts';
import styles from './PdfToolbar.module.css';

const icon = { size: 18, stroke: 1.75 };

/** Page, zoom, search and download of an open PDF. Keys: + and − zoom, / searches. */
export function PdfToolbar({
  open,
  state,
  address,
  fileName,
}: {
  open: OpenPdf | null;
  state: PdfState;
  address: string;
  fileName: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useKeys({
    '+': () => open?.zoom('in'),
    '-': () => open?.zoom('out'),
    '/': () => search.current?.focus(),
  });
  const goTo = () => {
    const page = Number(typed);
    if (typed !== null && Number.isInteger(page) && page > 0) open?.goTo(page);
    setTyped(null);
  };
  const find = (way: 'next' | 'before') => open?.find(wanted, way);
  const { hits } = state;
  return (
    <div className={styles.bar}>
      <div className={styles.group}>
        <IconButton
          label="Page before"
          icon={<IconChevronLeft {...icon} />}
          onClick={() => open?.goTo(state.page - 1)}
        />
        <label className={styles.page}>
          <span className="for-screen-readers">Page</span>
          <input
            className={styles.number}
            inputMode="numeric"
            value={typed ?? String(state.page)}
            onFocus={event => event.currentTarget.select()}
            onChange={event => setTyped(event.currentTarget.value)}
            onBlur={goTo}
            onKeyDown={event => {
              if (event.key === 'Enter') goTo();
            }}
          />
          <span className={styles.of}>of {state.pages || '…'}</span>
        </label>
        <IconButton
          label="Next page"
          icon={<IconChevronRight {...icon} />}
          onClick={() => open?.goTo(state.page + 1)}
        />
      </div>
      <div className={styles.group}>
        <IconButton label="Smaller" icon={<IconZoomOut {...icon} />} onClick={() => open?.zoom('out')} />
        <span className={styles.percent}>{state.percent} %</span>
        <IconButton label="Larger" icon={<IconZoomIn {...icon} />} onClick={() => open?.zoom('in')} />
        <span className={styles.wideOnly}>
          <IconButton
            label="As wide as the window"
            icon={<IconArrowsHorizontal {...icon} />}
            onClick={() => open?.zoom('width')}
          />
        </span>
      </div>
      <search className={styles.search}>
        <IconSearch {...icon} aria-hidden="true" />
        <input
          ref={search}
          className={styles.words}
          type="search"
          aria-label="Search in the text"
          placeholder="Search in the text"
          value={wanted}
          onChange={event => {
            setWanted(event.currentTarget.value);
            open?.find(event.currentTarget.value);
          }}
          onKeyDown={event => {
            if (event.key === 'Enter') find(event.shiftKey ? 'before' : 'next');
            if (event.key !== 'Escape') return;
            // It leaves the search, and not what the reader stands in.
            event.stopPropagation();
            event.preventDefault();
            event.currentTarget.blur();
          }}
        />
        {wanted !== '' && (
          <>
            <span className={styles.hits} role="status">
              {hits && hits.of > 0 ? `${hits.at} of ${hits.of}` : 'no hit'}
            </span>
            <IconButton label="Hit before" icon={<IconChevronUp {...icon} />} onClick={() => find('before')} />
            <IconButton label="Next hit" icon={<IconChevronDown {...icon} />} onClick={() => find('next')} />
          </>
        )}
      </search>
      <a className={styles.download} href={address} download={fileName}>
        <IconDownload {...icon} aria-hidden="true" /> PDF
      </a>
    </div>
  );
}
