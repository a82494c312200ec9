import { Textarea, TextInput } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { lazy, Suspense, use, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import type { AnswerGiven } from './appraisal.ts';
import { AppraisedReportsContext } from './appraisedReports.ts';
import styles from './Desk.module.css';

const QuoteDialog = lazy(() => import('./QuoteDialog.tsx').then(module => ({ default: module.QuoteDialog })));

/** What an answer rests on: the report's words, where they stand, and a remark. */
export function AnswerSource({
  given,
  onSave,
  onCancel,
}: {
  given: AnswerGiven;
  onSave: (given: AnswerGiven) => void;
  onCancel: () => void;
}) {
  const [fields, setFields] = useState(given);
  const [isReading, setIsReading] = useState(false);
  const from = use(AppraisedReportsContext);
  const set = (part: Partial<AnswerGiven>) => setFields(before => ({ ...before, ...part }));
  return (
    <>
      <form
        className={styles.sourceForm}
        onSubmit={event => {
          event.preventDefault();
          const { answer, quote, page, note } = fields;
          onSave({ answer, quote: quote.trim(), page: page.trim(), note: note.trim() });
        }}
      >
        <div className={styles.sourcePair}>
          <Textarea
            label="Quote"
            autosize
            minRows={1}
            maxLength={5000}
            data-autofocus
            value={fields.quote}
            onChange={event => set({ quote: event.currentTarget.value })}
          />
          <TextInput
            label="Page"
            placeholder="3, Methods"
            maxLength={100}
            value={fields.page}
            onChange={event => set({ page: event.currentTarget.value })}
          />
        </div>
        <TextInput
          label="Note"
          maxLength={5000}
          value={fields.note}
          onChange={event => set({ note: event.currentTarget.value })}
        />
        <div className={styles.buttons}>
          {from && from.reports.length > 0 && (
            <ActionButton
              size="small"
              kind="quiet"
              icon={<IconFileText size={16} stroke={1.75} />}
              onClick={() => setIsReading(true)}
            >
              Take it from the PDF
            </ActionButton>
          )}
          <ActionButton size="small" onClick={onCancel}>
            Not now
          </ActionButton>
          <ActionButton size="small" type="submit">
            Keep it
          </ActionButton>
        </div>
      </form>
      {isReading && from && (
        <Suspense fallback={null}>
          <QuoteDialog
            from={from}
            onQuote={({ quote, page }) => {
              set({ quote: quote.slice(0, 5000), page: String(page) });
              setIsReading(false);
            }}
            onClose={() => setIsReading(false)}
          />
        </Suspense>
      )}
    </>
  );
}
