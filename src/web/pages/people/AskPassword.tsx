import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { askPasswordReset } from '#contract/people';
import { call } from '../../call.ts';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { useSession } from '../../queries/useSession.ts';
import styles from './WayIn.module.css';

/** Asks for a link to set a new password. The answer is the same whether there is such an account or not. */
export function AskPassword() {
  const [email, setEmail] = useState('');
  const hasMail = useSession().data?.signIn.hasMail;
  const asking = useMutation({ mutationFn: () => call(askPasswordReset, { body: { email } }) });
  const errors = useFieldErrors(asking.error, ['email']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!asking.isPending) asking.mutate();
  };
  return (
    <BareLayout
      title="A new password"
      {...(hasMail === false ? {} : { line: 'You get a link by mail, with which you set one.' })}
      foot={<Link to="/sign-in">Back to sign in</Link>}
    >
      {hasMail === false && (
        <Note kind="info" claim="This installation sends no mail.">
          Ask its administrator for a link to set a new password.
        </Note>
      )}
      {asking.data && <Note kind="done" claim={asking.data.sentence} />}
      {hasMail !== false && !asking.data && (
        <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
          <FormProblem problem={asking.error} errors={errors} />
          <TextInput
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            value={email}
            error={errors.of('email')}
            onChange={event => setEmail(event.target.value)}
          />
          <ActionButton type="submit" kind="primary" isWorking={asking.isPending} isWide>
            Ask for a link
          </ActionButton>
        </form>
      )}
    </BareLayout>
  );
}
