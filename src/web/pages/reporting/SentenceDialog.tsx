import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Manuscript.module.css';
import { type Sentence, useManuscriptDeeds } from './useManuscript.ts';

/** One's own words around values that stay the data's. */
export function SentenceDialog({
  reviewId,
  sentence,
  onClose,
}: {
  reviewId: string;
  sentence: Sentence;
  onClose: () => void;
}) {
  const { write } = useManuscriptDeeds(reviewId);
  const [text, setText] = useState(sentence.ownWords ?? sentence.template);
  const errors = useFieldErrors(write.error, ['text']);
  const values = sentence.pieces.filter(piece => typeof piece !== 'string');
  const save = (next: string | null) => write.mutate({ sentenceId: sentence.id, text: next }, { onSuccess: onClose });
  return (
    <Dialog title="Write this sentence in your own words" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          save(text.trim());
        }}
      >
        <FormProblem problem={write.error} errors={errors} />
        <Textarea
          name="text"
          label="Sentence"
          description="{1}, {2} … stand for what the data say; leave out what you don’t need."
          autosize
          minRows={3}
          maxLength={4000}
          value={text}
          error={errors.of('text')}
          onChange={event => setText(event.currentTarget.value)}
        />
        {values.length > 0 && (
          <ul className={styles.legend}>
            {values.map((value, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a value is named by its place.
              <li key={place}>
                <code>{`{${place + 1}}`}</code> {value.text}
              </li>
            ))}
          </ul>
        )}
        <div className={styles.buttons}>
          {sentence.ownWords !== null && (
            <ActionButton onClick={() => save(null)}>Back to the drafted one</ActionButton>
          )}
          <ActionButton kind="primary" type="submit" isWorking={write.isPending}>
            Keep my words
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
