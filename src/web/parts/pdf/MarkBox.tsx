import { Switch, Textarea } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { IconButton } from '../IconButton.tsx';
import styles from './MarkBars.module.css';
import type { Spot } from './PdfPages.tsx';
import { spotStyle } from './spotStyle.ts';
import type { Marks, OwnMark } from './useMarks.ts';

/** One mark: its note, who made it, and, where it is one's own, the way to change or remove it. */
export function MarkBox({
  mark,
  marks,
  at,
  mayShare,
  onClose,
}: {
  mark: OwnMark;
  marks: Marks;
  at: Spot;
  mayShare: boolean;
  onClose: () => void;
}) {
  const [note, setNote] = useState(mark.note);
  const [isShared, setIsShared] = useState(mark.audience === 'shared');
  const { markId, tint } = mark;
  const problem = marks.change.error ?? marks.remove.error;
  return (
    <section aria-label="Mark" className={styles.box} style={spotStyle(at, 330)}>
      <div className={styles.head}>
        <strong>{mark.isMine ? 'Your mark' : mark.authorName}</strong>
        <IconButton label="Close the mark" icon={<IconX size={16} stroke={1.75} />} onClick={onClose} />
      </div>
      <blockquote className={styles.quote}>{mark.quote}</blockquote>
      {mark.isMine ? (
        <form
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            marks.change.mutate({ markId, tint, note, audience: isShared ? 'shared' : 'own' }, { onSuccess: onClose });
          }}
        >
          <Textarea
            label="Note"
            autosize
            minRows={2}
            maxLength={5000}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
          {mayShare && (
            <Switch
              label="The team may see it once decisions are open"
              checked={isShared}
              onChange={event => setIsShared(event.currentTarget.checked)}
            />
          )}
          {problem && <ErrorNote problem={problem} />}
          <div className={styles.deeds}>
            <ActionButton
              kind="quiet"
              size="small"
              icon={<IconTrash size={16} stroke={1.75} />}
              onClick={() => marks.remove.mutate(markId, { onSuccess: onClose })}
            >
              Remove it
            </ActionButton>
            <ActionButton size="small" type="submit" isWorking={marks.change.isPending}>
              Keep the note
            </ActionButton>
          </div>
        </form>
      ) : (
        mark.note !== '' && <p>{mark.note}</p>
      )}
    </section>
  );
}
