import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { stopLetters } from '#contract/notifications';
import { call } from '../../call.ts';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';

/** Where the link at the foot of a letter leads. It asks first: programs that look links through must stop nothing. */
export function Unsubscribe() {
  const { token = '' } = useParams({ strict: false });
  const stopping = useMutation({ mutationFn: () => call(stopLetters, { params: { token } }) });
  const errors = useFieldErrors(stopping.error, []);
  return (
    <BareLayout title={stopping.isSuccess ? 'No more letters' : 'Stop all letters?'}>
      <FormProblem problem={stopping.error} errors={errors} />
      {stopping.isSuccess ? (
        <>
          <p>Pooled sends you no notifications by e-mail any more. On the page they are as before.</p>
          <ActionButton to="/notifications/settings">Choose what reaches you</ActionButton>
        </>
      ) : (
        <>
          <p>
            You would get no notifications by e-mail any more. You can also choose which ones, how often, and at which
            hours.
          </p>
          <ActionButton kind="primary" isWorking={stopping.isPending} onClick={() => stopping.mutate()}>
            Stop all letters
          </ActionButton>{' '}
          <ActionButton to="/notifications/settings">Choose what reaches you</ActionButton>
        </>
      )}
    </BareLayout>
  );
}
