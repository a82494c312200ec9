import { MantineThemeProvider } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Dialog.module.css';

export interface DialogProps {
  /** The question, or the name of what opened. */
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `centre` for questions, `top` for jumping, `side` for a panel over the page (a sheet on the phone), `wide` for a document. */
  readonly place?: 'centre' | 'top' | 'side' | 'wide';
  readonly label?: string;
}

/** What opens from a field stays inside: outside, the browser draws it below the dialog, and nobody can reach it. */
const INSIDE = {
  components: Object.fromEntries(
    ['Combobox', 'Menu', 'Popover', 'Tooltip'].map(name => [name, { defaultProps: { withinPortal: false } }]),
  ),
};

/** A field whose list is open: Escape closes the list first, and the dialog the next time. */
function hasOpenList(field: EventTarget): boolean {
  return field instanceof Element && field.getAttribute('aria-expanded') === 'true';
}

/**
 * A layer over the page, on the browser's own dialog: it keeps the focus inside, closes on Escape, gives the focus back,
 * and makes the page behind inert.
 */
export function Dialog({ title, isTitleHidden = false, onClose, children, place = 'centre' }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={styles.dialog}
      data-place={place}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => {
        if (event.target === box.current) onClose();
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (!hasOpenList(event.target)) onClose();
      }}
    >
      <div className={styles.inside}>
        <h2 id={titleId} className={isTitleHidden ? 'for-screen-readers' : styles.title}>
          {title}
        </h2>
        <MantineThemeProvider theme={INSIDE}>{children}</MantineThemeProvider>
      </div>
    </dialog>
  );
}
