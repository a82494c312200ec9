import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { createOpening } from '#contract/openings';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { OpeningForm } from './OpeningForm.tsx';
import type { OpeningFields } from './openingBody.ts';
import { useProject } from './useProject.ts';

const EMPTY: OpeningFields = {
  role: 'screener',
  title: '',
  asks: '',
  earns: '',
  requiredSkills: [],
  hoursPerWeek: null,
  timeZone: null,
  capacity: 1,
  closesOn: null,
  workCount: null,
  workUnit: 'records',
  totalHours: null,
  startsOn: null,
  dueOn: null,
  languages: [],
  earnsKind: null,
};

/** Opens a seat in a project; after it come the people who would fit. */
export function NewOpening() {
  const { projectId = '' } = useParams({ strict: false });
  const project = useProject(projectId);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const opening = useMutation({
    mutationFn: (fields: OpeningFields) => call(createOpening, { params: { projectId }, body: fields }),
    onSuccess: async ({ id }) => {
      await Promise.all(['openings', 'projects', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] })));
      await navigate({ href: `/openings/${id}/applicants?tab=suggested` });
    },
  });
  return (
    <>
      <PageHead title="New opening" line={project.data ? `In ${project.data.title}` : undefined} />
      <OpeningForm
        initial={EMPTY}
        problem={opening.error}
        onSend={fields => opening.mutate(fields)}
        buttons={
          <>
            <ActionButton to={`/projects/${projectId}`}>Not yet</ActionButton>
            <ActionButton
              type="submit"
              kind="primary"
              isWorking={opening.isPending}
              because={project.data?.may.openSeats}
            >
              Open the seat
            </ActionButton>
          </>
        }
      />
    </>
  );
}
