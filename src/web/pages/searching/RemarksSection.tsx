import { Checkbox, Textarea } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getRemarks, putLabel, removeNote, takeLabel, writeNote } from '#contract/remarks';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { since } from '../../words/since.ts';
import { LabelBadge } from './LabelBadge.tsx';
import { LabelMenu } from './LabelMenu.tsx';
import styles from './RemarksSection.module.css';

/** Labels and notes on one record: one's own, and those of others once their decisions may be seen. */
export function RemarksSection({ reviewId, recordId }: { reviewId: string; recordId: string }) {
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['reviews', reviewId, 'records', 'remarks', recordId],
    queryFn: ({ signal }) => call(getRemarks, { params: { reviewId, recordId }, signal }),
  });
  const [text, setText] = useState('');
  const [isOwn, setIsOwn] = useState(false);
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'records'] });
  const write = useMutation({
    mutationFn: () =>
      call(writeNote, { params: { reviewId, recordId }, body: { text, audience: isOwn ? 'own' : 'shared' } }),
    onSuccess: () => {
      setText('');
      return onSuccess();
    },
  });
  const remove = useMutation({
    mutationFn: (noteId: string) => call(removeNote, { params: { reviewId, noteId } }),
    onSuccess,
  });
  const label = useMutation({
    mutationFn: ({ labelId, isOn }: { labelId: string; isOn: boolean }) =>
      call(isOn ? putLabel : takeLabel, { params: { reviewId, recordId, labelId } }),
    onSuccess,
  });
  if (!data) return error ? <ErrorNote problem={error} /> : null;
  const problem = write.error ?? remove.error ?? label.error;
  return (
    <Section title="Labels and notes" hint="others see yours when they see your decisions">
      {problem && <ErrorNote problem={problem} />}
      <div className={styles.labels}>
        {data.labels.map(({ labelId, name, tint, audience, isMine, others }) => (
          <span
            key={labelId}
            className={styles.label}
            title={others.length > 0 ? `also ${others.join(', ')}` : undefined}
          >
            <LabelBadge name={name} tint={tint} isOwn={audience === 'own'} />
            {isMine && (
              <IconButton
                label={`Take “${name}” off`}
                icon={<IconX size={14} stroke={1.75} />}
                onClick={() => label.mutate({ labelId, isOn: false })}
              />
            )}
          </span>
        ))}
        {data.may.annotate === null && <LabelMenu reviewId={reviewId} selection={{ recordIds: [recordId] }} />}
      </div>
      <ul className={styles.notes}>
        {data.notes.map(note => (
          <li key={note.noteId}>
            <p className={styles.text}>{note.text}</p>
            <p className={styles.by}>
              {`${note.isMine ? 'You' : note.authorName}, ${since(note.writtenAt)}`}
              {note.audience === 'own' && ', only for you'}
              {note.changedAt && ', changed since'}
              {note.isMine && (
                <IconButton
                  label="Remove this note"
                  icon={<IconTrash size={14} stroke={1.75} />}
                  onClick={() => remove.mutate(note.noteId)}
                />
              )}
            </p>
          </li>
        ))}
      </ul>
      {data.may.annotate === null && (
        <form
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            if (text.trim() !== '' && !write.isPending) write.mutate();
          }}
        >
          <Textarea
            label="A new note"
            autosize
            minRows={2}
            maxLength={5000}
            value={text}
            onChange={event => setText(event.target.value)}
          />
          <div className={styles.foot}>
            <Checkbox
              size="xs"
              label="only for me"
              checked={isOwn}
              onChange={event => setIsOwn(event.currentTarget.checked)}
            />
            <ActionButton type="submit" size="small" isWorking={write.isPending}>
              Write the note
            </ActionButton>
          </div>
        </form>
      )}
    </Section>
  );
}
