import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { acceptOffer, declineOffer } from '#contract/offers';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Home.module.css';
import type { HomeReply } from './waiting.tsx';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(module => ({ default: module.ConfirmDialog })),
);

type Offer = HomeReply['offers'][number];

/** Take the seat, or decline after one question: a declined offer does not come back by itself. */
export function OfferAnswer({ offer, isFirst }: { offer: Offer; isFirst: boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { offerId } = offer;
  const refresh = () =>
    Promise.all(
      ['home', 'offers', 'applications', 'openings', 'projects', 'reviews'].map(key =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const taking = useMutation({
    mutationFn: () => call(acceptOffer, { params: { offerId } }),
    onSuccess: async ({ projectId }) => {
      void refresh();
      await navigate({ to: '/projects/$projectId', params: { projectId } });
    },
  });
  const declining = useMutation({
    mutationFn: () => call(declineOffer, { params: { offerId } }),
    onSettled: () => setIsAsking(false),
    onSuccess: refresh,
  });
  const problem = taking.error ?? declining.error;
  const errors = useFieldErrors(problem, []);
  const size = isFirst ? 'large' : 'small';
  return (
    <div className={styles.answer}>
      <div className={styles.answerButtons}>
        <ActionButton kind="quiet" size={size} onClick={() => setIsAsking(true)}>
          Decline
        </ActionButton>
        <ActionButton
          kind={isFirst ? 'primary' : 'secondary'}
          size={size}
          isWorking={taking.isPending}
          onClick={() => taking.mutate()}
        >
          Take the seat
        </ActionButton>
      </div>
      <FormProblem problem={problem} errors={errors} />
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            title="Decline this offer?"
            verb="Decline the offer"
            isDangerous
            isWorking={declining.isPending}
            onConfirm={() => declining.mutate()}
            onClose={() => setIsAsking(false)}
          >
            {offer.madeBy} offered you “{offer.openingTitle}” in {offer.projectTitle}. Declining also withdraws your
            application, if you sent one.
          </ConfirmDialog>
        </Suspense>
      )}
    </div>
  );
}
