import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { fillDemo } from '#contract/home';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { sessionQuery } from '../../queries/sessionQuery.ts';
import styles from './Landing.module.css';

/** On an installation where nobody is yet: a review to look around in. Its lead's password is shown this once. */
export function DemoOffer() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const filling = useMutation({ mutationFn: () => call(fillDemo) });
  const errors = useFieldErrors(filling.error, []);
  const demo = filling.data;
  const open = async (reviewId: string) => {
    await queries.resetQueries({ queryKey: sessionQuery.queryKey });
    await navigate({ to: '/reviews/$reviewId', params: { reviewId } });
  };
  if (demo) {
    return (
      <div className={styles.demo}>
        <Note
          kind="done"
          claim="The demo review is ready, and you are signed in as its lead."
          action={
            <ActionButton size="small" onClick={() => void open(demo.reviewId)}>
              Open the demo review
            </ActionButton>
          }
        >
          To come back: {demo.email}, password <code>{demo.password}</code>. Keep it, it is shown this once.
        </Note>
      </div>
    );
  }
  return (
    <>
      <ActionButton size="large" isWide isWorking={filling.isPending} onClick={() => filling.mutate()}>
        Fill in the demo review
      </ActionButton>
      {filling.error && (
        <div className={styles.demo}>
          <FormProblem problem={filling.error} errors={errors} />
        </div>
      )}
    </>
  );
}
