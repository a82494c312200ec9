import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createInvitation } from '#contract/projects';
import type { Role } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { KnownPerson } from '../../parts/KnownPerson.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { day } from '../../words/day.ts';
import { RoleChoice } from './RoleChoice.tsx';
import styles from './TeamPage.module.css';

/** Makes a link that makes whoever opens it a member; it is shown this once. */
export function InviteDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [roles, setRoles] = useState<Role[]>(['screener']);
  const [email, setEmail] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const invite = useMutation({
    mutationFn: () =>
      call(createInvitation, {
        params: { projectId },
        body: { roles, personId, email: personId !== null || email.trim() === '' ? null : email.trim() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', projectId, 'invitations'] }),
  });
  const errors = useFieldErrors(invite.error, ['roles', 'email', 'personId']);
  if (invite.data) {
    return (
      <Dialog title="The link of the invitation" onClose={onClose}>
        <div className={styles.form}>
          <p>
            {invite.data.toldName === null
              ? `Whoever opens it joins the team, until ${day(invite.data.expiresAt)}.`
              : `${invite.data.toldName} is told, and joins by it until ${day(invite.data.expiresAt)}; it works for nobody else.`}{' '}
            {invite.data.isSent && 'It was sent by e-mail too.'} It is shown only now: Pooled keeps no copy.
          </p>
          <p className={styles.link}>{invite.data.link}</p>
          <CopyLink text={invite.data.link}>Copy the link</CopyLink>
          <ActionButton kind="primary" onClick={onClose}>
            Close
          </ActionButton>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (roles.length > 0) invite.mutate();
        }}
      >
        <FormProblem problem={invite.error} errors={errors} />
        <RoleChoice roles={roles} onChange={setRoles} error={errors.of('roles')} />
        <KnownPerson personId={personId} onChange={setPersonId} error={errors.of('personId')} />
        {personId === null && (
          <TextInput
            type="email"
            name="email"
            label="E-mail (optional)"
            description="The link goes there too, where this installation sends mail. Whoever has it can join."
            error={errors.of('email')}
            value={email}
            onChange={event => setEmail(event.currentTarget.value)}
          />
        )}
        <ActionButton
          kind="primary"
          type="submit"
          isWorking={invite.isPending}
          because={roles.length === 0 ? 'Choose at least one role.' : null}
        >
          Make the link
        </ActionButton>
      </form>
    </Dialog>
  );
}
