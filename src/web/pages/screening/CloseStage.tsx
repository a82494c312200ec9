import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { closeStage } from '#contract/screening';
import type { Stage } from '#core/vocabulary';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { count } from '../../words/count.ts';
import { STAGE_WORDS } from './stageWords.ts';
import styles from './TeamPage.module.css';
import type { Board } from './teamQueries.ts';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(module => ({ default: module.ConfirmDialog })),
);

/** Ends a stage when all is decided and settled; only then do screeners see each other. Or opens it again. */
export function CloseStage({ reviewId, stage, board }: { reviewId: string; stage: Stage; board: Board }) {
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const name = STAGE_WORDS[stage].name.toLowerCase();
  const close = useMutation({
    mutationFn: (isClosed: boolean) => call(closeStage, { params: { reviewId, stage }, body: { isClosed } }),
    onSettled: () => setIsAsking(false),
    onSuccess: async (_, isClosed) => {
      toast({ text: isClosed ? 'The stage is closed' : 'The stage is open again' });
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
  });
  return (
    <div className={styles.close}>
      {close.isError && (
        <Note kind="error" claim="The stage stays as it was.">
          {close.error instanceof CallProblem ? close.error.message : 'Try it again.'}
        </Note>
      )}
      {board.isClosed ? (
        <Note
          kind="info"
          claim={`The stage ${name} is closed.`}
          action={
            <ActionButton
              size="small"
              icon={<IconLockOpen size={16} stroke={1.75} />}
              isWorking={close.isPending}
              onClick={() => close.mutate(false)}
            >
              Open it again
            </ActionButton>
          }
        >
          Decisions stand, and everybody in the team sees them.
        </Note>
      ) : (
        <ActionButton
          icon={<IconLock size={16} stroke={1.75} />}
          because={board.may.close}
          onClick={() => setIsAsking(true)}
        >
          Close this stage
        </ActionButton>
      )}
      {!board.isClosed && board.conflicts > 0 && (
        <ActionButton kind="quiet" to="/reviews/$reviewId/conflicts/$stage" params={{ reviewId, stage }}>
          {board.conflicts === 1 ? 'Settle the conflict' : `Settle the ${count(board.conflicts)} conflicts`}
        </ActionButton>
      )}
      {isAsking && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={`Close the stage ${name}?`}
            verb="Close the stage"
            isWorking={close.isPending}
            onConfirm={() => close.mutate(true)}
            onClose={() => setIsAsking(false)}
          >
            Decisions can no longer be made or changed, and everybody in the team sees what the others chose. You can
            open it again, but what was seen stays seen.
          </ConfirmDialog>
        </Suspense>
      )}
    </div>
  );
}
