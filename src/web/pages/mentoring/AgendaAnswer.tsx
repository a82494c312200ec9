import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import styles from './Mentoring.module.css';
import { type CheckIn, useAgenda } from './useMentoring.ts';

/** A question of the agenda with its answer, which is kept when the mentee leaves the field. */
export function AgendaAnswer({
  checkInId,
  item,
  isMine,
  reader,
}: {
  checkInId: string;
  item: CheckIn['agenda'][number];
  isMine: boolean;
  reader: string;
}) {
  const [answer, setAnswer] = useState(item.answer);
  const keep = useAgenda({ checkInId, item: item.question });
  if (!isMine) {
    return (
      <div className={styles.item}>
        <h3>{item.asked}</h3>
        <p>{item.answer || <span className={styles.quiet}>Not answered.</span>}</p>
      </div>
    );
  }
  return (
    <div className={styles.item}>
      <Textarea
        label={item.asked}
        placeholder={`Your answer. ${reader} sees it before you meet.`}
        autosize
        minRows={2}
        maxLength={2000}
        value={answer}
        onChange={event => setAnswer(event.currentTarget.value)}
        onBlur={() => {
          if (answer.trim() !== item.answer) keep.mutate(answer.trim());
        }}
      />
      <p className={styles.quiet} aria-live="polite">
        {keep.isPending ? 'Saving' : keep.isSuccess ? 'Saved' : ''}
      </p>
      {keep.error && <ErrorNote problem={keep.error} safe="Your words are still in the field." />}
    </div>
  );
}
