import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { signIn } from '#contract/people';
import { call } from '../call.ts';
import { useHasPage } from '../layouts/useHasPage.ts';
import { sessionQuery } from '../queries/sessionQuery.ts';
import { ActionButton } from './ActionButton.tsx';
import { FormProblem } from './FormProblem.tsx';
import { ownPath } from './ownPath.ts';
import styles from './SignInForm.module.css';
import { useFieldErrors } from './useFieldErrors.ts';

/** E-mail and password. A wrong one is never said to be the e-mail or the password: both answers would help a stranger. */
export function SignInForm({ back, isPrimary = true }: { back?: string | undefined; isPrimary?: boolean }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const hasPage = useHasPage();
  const signing = useMutation({
    mutationFn: () => call(signIn, { body: { email, password } }),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: sessionQuery.queryKey });
      await navigate({ href: ownPath(back) });
    },
  });
  const errors = useFieldErrors(signing.error, ['email', 'password']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!signing.isPending) signing.mutate();
  };
  return (
    <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
      <FormProblem problem={signing.error} errors={errors} />
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        placeholder="name@example.org"
        value={email}
        error={errors.of('email')}
        onChange={event => setEmail(event.target.value)}
      />
      <div className={styles.password}>
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          error={errors.of('password')}
          onChange={event => setPassword(event.target.value)}
        />
        {hasPage('/password') && (
          <Link to="/password" className={styles.forgot}>
            Forgot it?
          </Link>
        )}
      </div>
      <ActionButton type="submit" kind={isPrimary ? 'primary' : 'secondary'} isWorking={signing.isPending} isWide>
        Sign in
      </ActionButton>
    </form>
  );
}
