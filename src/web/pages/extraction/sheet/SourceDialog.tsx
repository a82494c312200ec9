import { NumberInput, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import type { Study } from '../extraction.ts';
import styles from '../Rows.module.css';
import { reportOptions } from '../reportOptions.ts';
import type { Source } from './sheet.ts';

/** In which report, on which page and in which words a value was read. */
export function SourceDialog({
  whose,
  reports,
  source,
  onKeep,
  onClose,
}: {
  whose: string;
  reports: Study['reports'];
  source: Source | null;
  onKeep: (source: Source | null) => void;
  onClose: () => void;
}) {
  const only = reports.length === 1 ? (reports[0]?.recordId ?? null) : null;
  const [fields, setFields] = useState(source ?? { recordId: only, page: null, quote: '', rects: [] });
  const { recordId, page, quote } = fields;
  const isEmpty = page === null && quote.trim() === '';
  const keep = () => {
    // A mark on the page belongs to the very words and page that were marked.
    const isMarked = source !== null && source.page === page && source.quote === quote && source.recordId === recordId;
    onKeep(isEmpty ? null : { ...fields, quote: quote.trim(), rects: isMarked ? source.rects : [] });
  };
  return (
    <Dialog title={`Where was it read? ${whose}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          keep();
        }}
      >
        <div className={styles.pair}>
          <Select
            label="Report"
            name="recordId"
            clearable
            placeholder={reports.length === 0 ? 'No report is linked' : 'Which one'}
            data={reportOptions(reports)}
            value={recordId}
            comboboxProps={{ withinPortal: false }}
            onChange={next => setFields({ ...fields, recordId: next })}
          />
          <NumberInput
            label="Page"
            name="page"
            hideControls
            allowDecimal={false}
            min={1}
            value={page ?? ''}
            onChange={next => setFields({ ...fields, page: typeof next === 'number' ? next : null })}
          />
        </div>
        <Textarea
          label="In these words"
          name="quote"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={quote}
          onChange={event => setFields({ ...fields, quote: event.currentTarget.value })}
        />
        <div className={styles.buttons}>
          {source && <ActionButton onClick={() => onKeep(null)}>Take it away</ActionButton>}
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit">
            Keep it
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
