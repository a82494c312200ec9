import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Stage } from '#core/vocabulary';
import { noteRetrieval } from './noteRetrieval.ts';
import type { OwnHighlights } from './useHighlights.ts';
import type { Screening } from './useScreening.ts';

const KeyListDialog = lazy(() => import('./KeyListDialog.tsx').then(module => ({ default: module.KeyListDialog })));
const NoteDialog = lazy(() => import('./NoteDialog.tsx').then(module => ({ default: module.NoteDialog })));
const LabelDialog = lazy(() => import('./LabelDialog.tsx').then(module => ({ default: module.LabelDialog })));
const HighlightsDialog = lazy(() =>
  import('./HighlightsDialog.tsx').then(module => ({ default: module.HighlightsDialog })),
);

const RetrievalDialog = lazy(() =>
  import('./RetrievalDialog.tsx').then(module => ({ default: module.RetrievalDialog })),
);

export type OpenDialog = 'keys' | 'note' | 'label' | 'highlights' | 'retrieval' | null;

export interface ScreeningDialogsProps {
  readonly open: OpenDialog;
  /** Labels are a review's; null where there is none. */
  readonly reviewId: string | null;
  readonly stage: Stage;
  readonly screening: Screening;
  readonly highlights: OwnHighlights;
  /** Why one can't change notes any more. */
  readonly because: string | null;
  readonly areKeysOn: boolean;
  readonly onSwitchKeys: (areOn: boolean) => void;
  readonly onClose: () => void;
}

/** What opens over the record: keys, note, labels, highlights. Fetched when first needed. */
export function ScreeningDialogs(props: ScreeningDialogsProps) {
  const { open, reviewId, stage, screening, highlights, because, areKeysOn, onSwitchKeys, onClose } = props;
  const { current } = screening;
  const queries = useQueryClient();
  return (
    <Suspense fallback={null}>
      {open === 'keys' && (
        <KeyListDialog stage={stage} areKeysOn={areKeysOn} onSwitch={onSwitchKeys} onClose={onClose} />
      )}
      {open === 'highlights' && <HighlightsDialog highlights={highlights} onClose={onClose} />}
      {open === 'label' && current && reviewId && (
        <LabelDialog reviewId={reviewId} recordId={current.recordId} onClose={onClose} />
      )}
      {open === 'retrieval' && current && reviewId && (
        <RetrievalDialog
          reviewId={reviewId}
          record={current}
          retrieval={current.retrieval}
          onSaved={retrieval => noteRetrieval(queries, current.recordId, retrieval)}
          onClose={onClose}
        />
      )}
      {open === 'note' && current && (
        <NoteDialog
          note={screening.noteOf(current)}
          hasDecision={screening.decisionOf(current) !== null}
          because={because}
          onKeep={screening.writeNote}
          onClose={onClose}
        />
      )}
    </Suspense>
  );
}
