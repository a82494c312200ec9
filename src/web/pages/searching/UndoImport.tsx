import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { type ImportStanding, useUndoImport } from './imports.ts';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(part => ({ default: part.ConfirmDialog })),
);

/** Takes a whole import back, after asking: its records go, and only importing again brings them back. */
export function UndoImport({ reviewId, standing }: { reviewId: string; standing: ImportStanding }) {
  const [isAsking, setIsAsking] = useState(false);
  const undoing = useUndoImport(reviewId);
  const records = counted(standing.recordCount, 'record');
  return (
    <>
      <ActionButton
        kind="quiet"
        size="small"
        because={standing.may.undo}
        becauseAt="tip"
        onClick={() => setIsAsking(true)}
      >
        Undo import
      </ActionButton>
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            title={`Undo the import of ${records}?`}
            verb="Undo the import"
            isDangerous
            isWorking={undoing.isPending}
            onConfirm={() =>
              undoing.mutate(standing.importId, {
                onSuccess: () => {
                  setIsAsking(false);
                  toast({ text: `${records} of ${standing.source.name} are being taken out` });
                },
              })
            }
            onClose={() => setIsAsking(false)}
          >
            {undoing.error && <ErrorNote problem={undoing.error} />}
            <p>
              They leave the review, and duplicates go on without them. Nobody has worked on them yet. To bring them
              back, search or import again.
            </p>
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
