import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setMemberRoles } from '#contract/projects';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Project.module.css';
import { RolePicker } from './RolePicker.tsx';
import type { ProjectDetails } from './useProject.ts';

/** Sets what a member does. A project keeps at least one lead; the server sees to it. */
export function RolesDialog({
  projectId,
  member,
  onClose,
}: {
  projectId: string;
  member: ProjectDetails['members'][number];
  onClose: () => void;
}) {
  const [roles, setRoles] = useState(member.roles);
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () => call(setMemberRoles, { params: { projectId, personId: member.personId }, body: { roles } }),
    onSuccess: async () => {
      await Promise.all(['projects', 'reviews', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] })));
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, ['roles']);
  return (
    <Dialog title={`What does ${member.name} do here?`} onClose={onClose}>
      <div className={styles.inDialog}>
        <FormProblem problem={saving.error} errors={errors} />
        <RolePicker label="Roles" name="roles" roles={roles} onChange={setRoles} error={errors.of('roles')} />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton kind="primary" isWorking={saving.isPending} onClick={() => saving.mutate()}>
            Set the roles
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
