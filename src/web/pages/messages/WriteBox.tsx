import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { writeMessage } from '#contract/messages';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Messages.module.css';

/** Where one writes. The key stays the same until the message has arrived: sent twice, it is written once. */
export function WriteBox({
  personId,
  name,
  because,
  isTeam,
  onSent,
}: {
  personId: string;
  name: string;
  because: string | null;
  isTeam: boolean;
  onSent: () => void;
}) {
  const [text, setText] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const sending = useMutation({
    mutationFn: () => call(writeMessage, { params: { personId }, body: { text, key } }),
    onSuccess: () => {
      setText('');
      setKey(crypto.randomUUID());
      onSent();
    },
  });
  const errors = useFieldErrors(sending.error, ['text']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!sending.isPending && text.trim() !== '' && because === null) sending.mutate();
  };
  if (because !== null) return <p className={styles.refused}>{because}</p>;
  return (
    <form ref={errors.form} className={styles.write} onSubmit={send} noValidate>
      <FormProblem problem={sending.error} errors={errors} />
      <Textarea
        label={`Write to ${name}`}
        name="text"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={text}
        error={errors.of('text')}
        description={isTeam ? 'While screening is blind, keep what you chose out of messages.' : undefined}
        onChange={event => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <ActionButton
          type="submit"
          kind="primary"
          because={text.trim() === '' ? 'Write something first.' : null}
          isWorking={sending.isPending}
        >
          Send message
        </ActionButton>
      </div>
    </form>
  );
}
