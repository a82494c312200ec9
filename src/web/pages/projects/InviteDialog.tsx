import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
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
import styles from './Project.module.css';
import { RolePicker } from './RolePicker.tsx';

const USUAL_DAYS = 14;

/** Makes an invitation and shows its link this once, to be copied. */
export function InviteDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const [roles, setRoles] = useState<Role[]>(['screener']);
  const [email, setEmail] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [days, setDays] = useState(USUAL_DAYS);
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: () =>
      call(createInvitation, {
        params: { projectId },
        body: { roles, days, personId, email: personId ? null : email.trim() || null },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', projectId, 'invitations'] }),
  });
  const errors = useFieldErrors(making.error, ['roles', 'email', 'personId', 'days']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!making.isPending) making.mutate();
  };
  if (making.data) {
    const { link, expiresAt, isSent, toldName } = making.data;
    return (
      <Dialog title="The invitation is ready" onClose={onClose}>
        <div className={styles.inDialog}>
          <p>
            {isSent ? `It was mailed to ${email.trim()}. ` : ''}
            {toldName === null
              ? `Whoever opens this link before ${day(expiresAt)} can join.`
              : `${toldName} is told, and can join before ${day(expiresAt)}: the link works for nobody else.`}{' '}
            It is shown this once.
          </p>
          <div className={styles.link}>
            <code className={styles.address}>{link}</code>
            <CopyLink text={link}>Copy the link</CopyLink>
          </div>
          <div className={styles.buttons}>
            <ActionButton kind="primary" onClick={onClose}>
              Close
            </ActionButton>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form ref={errors.form} className={styles.inDialog} onSubmit={send} noValidate>
        <FormProblem problem={making.error} errors={errors} />
        <RolePicker label="They will be" name="roles" roles={roles} onChange={setRoles} error={errors.of('roles')} />
        <KnownPerson personId={personId} onChange={setPersonId} error={errors.of('personId')} />
        {personId === null && (
          <TextInput
            label={
              <>
                Their e-mail <span className="muted">optional</span>
              </>
            }
            name="email"
            type="email"
            description="So that you know later whom the link was for."
            value={email}
            error={errors.of('email')}
            onChange={event => setEmail(event.target.value)}
          />
        )}
        <NumberInput
          label="Valid for, days"
          name="days"
          min={1}
          max={60}
          value={days}
          error={errors.of('days')}
          onChange={value => setDays(Number(value))}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={making.isPending}>
            Make the link
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
