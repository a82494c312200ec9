import { PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { setPassword } from '#contract/people';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './WayIn.module.css';

/** Where the link of a forgotten password leads. */
export function SetPassword() {
  const { token = '' } = useParams({ strict: false });
  const [password, setNewPassword] = useState('');
  const setting = useMutation({ mutationFn: () => call(setPassword, { params: { token }, body: { password } }) });
  const errors = useFieldErrors(setting.error, ['password']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!setting.isPending) setting.mutate();
  };
  const problem = setting.error;
  if (problem instanceof CallProblem && problem.status === 404) {
    return (
      <BareLayout title="This link no longer works" foot={<Link to="/sign-in">Sign in</Link>}>
        <div className={styles.form}>
          <Note kind="error" claim={problem.message} />
          <ActionButton kind="primary" to="/password" isWide>
            Ask for a new link
          </ActionButton>
        </div>
      </BareLayout>
    );
  }
  return (
    <BareLayout title="Set a new password" foot={<Link to="/password">Ask for another link</Link>}>
      {setting.isSuccess ? (
        <div className={styles.form}>
          <Note kind="done" claim="Your new password is set." />
          <ActionButton kind="primary" to="/sign-in" isWide>
            Sign in
          </ActionButton>
        </div>
      ) : (
        <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
          <FormProblem problem={problem} errors={errors} />
          <PasswordInput
            label="New password"
            description="At least 10 characters."
            name="password"
            autoComplete="new-password"
            value={password}
            error={errors.of('password')}
            onChange={event => setNewPassword(event.target.value)}
          />
          <ActionButton type="submit" kind="primary" isWorking={setting.isPending} isWide>
            Set the password
          </ActionButton>
        </form>
      )}
    </BareLayout>
  );
}
