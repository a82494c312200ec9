import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { deleteAccount } from '#contract/account';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { forgetKeptReplies } from '../../queries/keptReply.ts';
import styles from './Account.module.css';
import type { Account } from './useAccount.ts';

/** The last question: proven by the password, or by the ORCID iD of who signs in with it. */
export function DeleteAccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const [proof, setProof] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const isByPassword = account.confirmsBy === 'password';
  const deleting = useMutation({
    mutationFn: () => call(deleteAccount, { body: isByPassword ? { password: proof } : { orcid: proof } }),
    onSuccess: async () => {
      queries.clear();
      await forgetKeptReplies();
      await navigate({ to: '/' });
    },
  });
  const errors = useFieldErrors(deleting.error, ['password', 'orcid']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!deleting.isPending) deleting.mutate();
  };
  return (
    <Dialog title="Delete your account for good?" onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <p>Nobody can bring it back, administrators neither. What you decided stays under “former member”.</p>
        <FormProblem problem={deleting.error} errors={errors} />
        {isByPassword ? (
          <PasswordInput
            label="Your password"
            name="password"
            autoComplete="current-password"
            value={proof}
            error={errors.of('password')}
            onChange={event => setProof(event.target.value)}
          />
        ) : (
          <TextInput
            label="The ORCID iD that you sign in with"
            name="orcid"
            placeholder="0000-0000-0000-0000"
            value={proof}
            error={errors.of('orcid')}
            onChange={event => setProof(event.target.value)}
          />
        )}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Keep it</ActionButton>
          <ActionButton type="submit" kind="danger" isWorking={deleting.isPending}>
            Delete your account
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
