import { PasswordInput, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { signUp } from '#contract/people';
import { PROFILE_KINDS, type ProfileKind } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { ownPath } from '../../parts/ownPath.ts';
import { useAddress } from '../../parts/useAddress.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { sessionQuery } from '../../queries/sessionQuery.ts';
import { useCameAsVisitor } from '../../queries/useCameAsVisitor.ts';
import { useSession } from '../../queries/useSession.ts';
import { kindName } from './kindName.ts';
import { LedOn } from './LedOn.tsx';
import { OtherWaysIn } from './OtherWaysIn.tsx';
import styles from './WayIn.module.css';

/** A name, an e-mail address, a password and who one is; signed in at once, and back to where one wanted to go. */
export function SignUp() {
  const [back] = useAddress('back');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [kind, setKind] = useState<ProfileKind>('img');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const person = useSession().data?.person;
  const cameAsVisitor = useCameAsVisitor();
  const creating = useMutation({
    mutationFn: () => call(signUp, { body: { name, email, password, kind } }),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: sessionQuery.queryKey });
      // Who came for something goes there; everybody else is shown around for three minutes.
      await navigate({ href: back ? ownPath(back) : '/welcome' });
    },
  });
  const errors = useFieldErrors(creating.error, ['name', 'email', 'password']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!creating.isPending) creating.mutate();
  };
  if (person && !cameAsVisitor) return <LedOn back={back} />;
  return (
    <BareLayout
      title="Create an account"
      line="Free, for everybody who works on reviews."
      foot={
        <>
          You have one?{' '}
          <Link to="/sign-in" search={back ? { back } : {}}>
            Sign in
          </Link>
        </>
      }
    >
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={creating.error} errors={errors} />
        <TextInput
          label="Your name"
          description="As it should stand in a list of authors."
          name="name"
          autoComplete="name"
          value={name}
          error={errors.of('name')}
          onChange={event => setName(event.target.value)}
        />
        <TextInput
          label="E-mail"
          description="Others never see it."
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          error={errors.of('email')}
          onChange={event => setEmail(event.target.value)}
        />
        <PasswordInput
          label="Password"
          description="At least 10 characters."
          name="password"
          autoComplete="new-password"
          value={password}
          error={errors.of('password')}
          onChange={event => setPassword(event.target.value)}
        />
        <Radio.Group
          label="You are"
          value={kind}
          onChange={value => setKind(PROFILE_KINDS.find(one => one === value) ?? 'other')}
        >
          <div className={styles.kinds}>
            {PROFILE_KINDS.map(one => (
              <Radio key={one} value={one} label={kindName(one)} />
            ))}
          </div>
        </Radio.Group>
        <ActionButton type="submit" kind="primary" isWorking={creating.isPending} isWide>
          Create the account
        </ActionButton>
      </form>
      <OtherWaysIn back={back} />
    </BareLayout>
  );
}
