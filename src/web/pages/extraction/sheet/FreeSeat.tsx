import { useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { Note } from '../../../parts/Note.tsx';
import type { Study } from '../extraction.ts';
import { useSheetDeeds } from './useSheetDeeds.ts';

/** For a lead: an extractor who won't finish makes room for another one. */
export function FreeSeat({ reviewId, study }: { reviewId: string; study: Study }) {
  const { freeSeat } = useSheetDeeds(reviewId, study.studyId);
  const [asked, setAsked] = useState<Study['extractors'][number] | null>(null);
  const open = study.extractors.filter(one => !one.isFinished);
  if (study.mode !== 'double' || study.may.freeSeats !== null) return null;
  return (
    <>
      {open.map(one => (
        <ActionButton key={one.personId} onClick={() => setAsked(one)}>
          Free the seat of {one.name}
        </ActionButton>
      ))}
      {asked && (
        <ConfirmDialog
          title={`Free the seat of ${asked.name}?`}
          verb="Free the seat"
          wayOut="Not yet"
          isDangerous
          isWorking={freeSeat.isPending}
          onClose={() => setAsked(null)}
          onConfirm={() => freeSeat.mutate(asked.personId, { onSuccess: () => setAsked(null) })}
        >
          {freeSeat.error && <Note kind="error" claim={freeSeat.error.message} />}
          Another person can then extract this study blind. What {asked.name} wrote of it so far is removed, and this
          can’t be taken back.
        </ConfirmDialog>
      )}
    </>
  );
}
