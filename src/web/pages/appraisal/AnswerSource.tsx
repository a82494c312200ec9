import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import type { AnswerGiven } from './appraisal.ts';
import styles from './Desk.module.css';

/** What an answer rests on, typed: the report's words, where they stand, and a remark. */
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
  const set = (part: Partial<AnswerGiven>) => setFields(before => ({ ...before, ...part }));
  return (
    <form
      className={styles.sourceForm}
      onSubmit={event => {
        event.preventDefault();
        const [quote, page, note] = [fields.quote.trim(), fields.page.trim(), fields.note.trim()];
        // Words that were changed stand somewhere else: they are looked for on the page.
        const isSame = quote === given.quote && page === given.page;
        onSave({ ...given, quote, page, note, ...(isSame ? {} : { rects: [] }) });
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
        <ActionButton size="small" onClick={onCancel}>
          Not now
        </ActionButton>
        <ActionButton size="small" type="submit">
          Keep it
        </ActionButton>
      </div>
    </form>
  );
}
