import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { updateOpening } from '#contract/openings';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { OpeningForm } from './OpeningForm.tsx';
import { type OpeningDetails, type OpeningFields, openingBody } from './openingBody.ts';
import { useOpening } from './useOpening.ts';

/** Changes what an opening says. Who applied before keeps their application. */
export function EditOpening() {
  const { openingId = '' } = useParams({ strict: false });
  const opening = useOpening(openingId);
  if (opening.isPending) return <Loading shape="page" />;
  if (opening.isError) return <ErrorNote problem={opening.error} onRetry={() => void opening.refetch()} />;
  return <Form opening={opening.data} />;
}

function Form({ opening }: { opening: OpeningDetails }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { openingId } = opening;
  const saving = useMutation({
    mutationFn: (fields: OpeningFields) =>
      call(updateOpening, { params: { openingId }, body: openingBody(opening, fields) }),
    onSuccess: async () => {
      await Promise.all(['openings', 'projects', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] })));
      await navigate({ to: '/openings/$openingId', params: { openingId } });
    },
  });
  const { state: _, ...initial } = openingBody(opening);
  return (
    <>
      <PageHead title="Change the opening" line={opening.projectTitle} />
      <OpeningForm
        initial={initial}
        problem={saving.error}
        onSend={fields => saving.mutate(fields)}
        buttons={
          <>
            <ActionButton to={`/openings/${openingId}`}>Leave it as it was</ActionButton>
            <ActionButton type="submit" kind="primary" isWorking={saving.isPending} because={opening.may.edit}>
              Save the opening
            </ActionButton>
          </>
        }
      />
    </>
  );
}
