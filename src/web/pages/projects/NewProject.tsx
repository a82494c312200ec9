import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createProject } from '#contract/projects';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { EMPTY_POST, type ProjectFields, ProjectForm } from './ProjectForm.tsx';

/** Begins a project; who begins it leads it. */
export function NewProject() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const making = useMutation({
    mutationFn: (fields: ProjectFields) => call(createProject, { body: fields }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['projects'] });
      await navigate({ to: '/projects/$projectId', params: { projectId: id } });
    },
  });
  return (
    <>
      <PageHead
        title="New project"
        line="You lead it. Inviting people, opening seats and beginning the review come next."
      />
      <ProjectForm
        initial={{ title: '', specialty: '', summary: '', ...EMPTY_POST }}
        problem={making.error}
        onSend={fields => making.mutate(fields)}
        buttons={
          <>
            <ActionButton to="/projects">Not yet</ActionButton>
            <ActionButton type="submit" kind="primary" isWorking={making.isPending}>
              Begin the project
            </ActionButton>
          </>
        }
      />
    </>
  );
}
