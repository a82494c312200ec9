import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setMemberRoles } from '#contract/projects';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { RoleChoice } from './RoleChoice.tsx';
import { StageChoice } from './StageChoice.tsx';
import styles from './TeamPage.module.css';
import type { Project } from './teamQueries.ts';

/** Changes what one member may do. */
export function RolesDialog({
  projectId,
  member,
  onClose,
}: {
  projectId: string;
  member: Project['members'][number];
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [roles, setRoles] = useState<Project['members'][number]['roles']>(member.roles);
  const [screensAt, setScreensAt] = useState(member.screensAt);
  const [settlesAt, setSettlesAt] = useState(member.settlesAt);
  const save = useMutation({
    mutationFn: () =>
      call(setMemberRoles, {
        params: { projectId, personId: member.personId },
        body: { roles, screensAt, settlesAt },
      }),
    onSuccess: async () => {
      onClose();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['projects'] }),
        queries.invalidateQueries({ queryKey: ['reviews'] }),
      ]);
    },
  });
  const errors = useFieldErrors(save.error, ['roles']);
  return (
    <Dialog title={`Roles of ${member.name}`} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (roles.length > 0) save.mutate();
        }}
      >
        <FormProblem problem={save.error} errors={errors} />
        <RoleChoice roles={roles} onChange={setRoles} error={errors.of('roles')} />
        {!roles.includes('lead') && (roles.includes('screener') || roles.includes('adjudicator')) && (
          <StageChoice label="Screens at" stages={screensAt} onChange={setScreensAt} />
        )}
        {!roles.includes('lead') && roles.includes('adjudicator') && (
          <StageChoice label="Settles conflicts of" stages={settlesAt} onChange={setSettlesAt} />
        )}
        <ActionButton
          kind="primary"
          type="submit"
          isWorking={save.isPending}
          because={roles.length === 0 ? 'Choose at least one role.' : null}
        >
          Save the roles
        </ActionButton>
      </form>
    </Dialog>
  );
}
