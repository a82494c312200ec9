import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { TickBox } from '../../parts/TickBox.tsx';
import styles from './Mentoring.module.css';
import { type Mentorship, useKeep, usePromise } from './useMentoring.ts';

/** What the two will do until they meet again; what was left open stays until it is ticked. */
export function Promises({ mentorship }: { mentorship: Mentorship }) {
  const [text, setText] = useState('');
  const [by, setBy] = useState('me');
  const keep = useKeep();
  const make = usePromise(mentorship.mentorshipId);
  const first = mentorship.with.name.split(' ')[0] ?? mentorship.with.name;
  const open = mentorship.promises.filter(({ keptAt }) => keptAt === null);
  const kept = mentorship.promises.filter(({ keptAt }) => keptAt !== null).slice(-2);
  return (
    <Section title="Until you meet again" hint={open.length > 0 ? `${open.length} open` : undefined}>
      <ul className={styles.plain}>
        {[...open, ...kept].map(({ promiseId, text: words, isMine, keptAt }) => {
          const line = `${isMine ? 'You' : first}: ${words}`;
          return (
            <li key={promiseId} data-done={keptAt !== null || undefined}>
              <TickBox
                label={`Done: ${line}`}
                isTicked={keptAt !== null}
                onToggle={() => keep.mutate({ promiseId, isKept: keptAt === null })}
              />
              <span className={styles.first}>{line}</span>
            </li>
          );
        })}
      </ul>
      {(keep.error ?? make.error) && <ErrorNote problem={keep.error ?? make.error} />}
      <form
        className={styles.write}
        onSubmit={event => {
          event.preventDefault();
          if (text.trim() !== '') make.mutate({ text, isMine: by === 'me' }, { onSuccess: () => setText('') });
        }}
      >
        <SegmentedControl
          aria-label="Who will do it"
          size="xs"
          data={[
            { value: 'me', label: 'I will' },
            { value: 'other', label: `${first} will` },
          ]}
          value={by}
          onChange={setBy}
        />
        <TextInput
          aria-label="What will be done"
          placeholder="send the abstract’s first version"
          maxLength={300}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <ActionButton type="submit" isWorking={make.isPending}>
          Note it
        </ActionButton>
      </form>
    </Section>
  );
}
