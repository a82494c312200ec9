import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { writeInDiscussion } from '#contract/discussions';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import type { Discussion } from '../../queries/useDiscussions.ts';
import { since } from '../../words/since.ts';
import styles from './DiscussionThread.module.css';

/** What was said about a conflict, and a place to answer. */
export function DiscussionThread({ reviewId, discussion }: { reviewId: string; discussion: Discussion }) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const write = useMutation({
    mutationFn: () =>
      call(writeInDiscussion, {
        params: { reviewId, stage: discussion.stage, recordId: discussion.record.recordId },
        body: { text },
      }),
    onSuccess: () => {
      setText('');
      return queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'discussions'] });
    },
  });
  const errors = useFieldErrors(write.error, ['text']);
  return (
    <div className={styles.thread}>
      {discussion.messages.length === 0 && <p className="muted">Nobody has written yet.</p>}
      <ol className={styles.messages} aria-label="Messages">
        {discussion.messages.map(message => (
          <li key={message.messageId} className={styles.message}>
            <Avatar name={message.authorName} size={30} />
            <div>
              <strong>{message.isMine ? 'You' : message.authorName}</strong>{' '}
              <span className="muted">{since(message.writtenAt)}</span>
            </div>
            <p className={styles.text}>{message.text}</p>
          </li>
        ))}
      </ol>
      {discussion.may.write === null ? (
        <form
          ref={errors.form}
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            if (text.trim() !== '' && !write.isPending) write.mutate();
          }}
        >
          <Textarea
            name="text"
            label="Your message"
            description="Those who decided on this record and those who settle conflicts read it."
            error={errors.of('text')}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={5000}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <FormProblem problem={write.error} errors={errors} />
          <ActionButton type="submit" size="small" isWorking={write.isPending}>
            Send the message
          </ActionButton>
        </form>
      ) : (
        <p className="muted">{discussion.may.write}</p>
      )}
    </div>
  );
}
