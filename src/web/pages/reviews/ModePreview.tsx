import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { previewMode } from '#contract/reviews';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { Note } from '../../parts/Note.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import type { StageMode } from './ModeFields.tsx';

const WORDS = {
  'title-and-abstract': { name: 'Titles and abstracts', unit: 'record' },
  'full-text': { name: 'Full texts', unit: 'report' },
} as const;

/** What another way of screening would do, before it is done. */
export function ModePreview({ reviewId, stage, wanted }: { reviewId: string; stage: Stage; wanted: StageMode }) {
  const query = useDeferredValue(wanted);
  const preview = useQuery({
    queryKey: ['reviews', reviewId, 'mode-preview', stage, query],
    queryFn: ({ signal }) => call(previewMode, { params: { reviewId, stage }, query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });
  const { name, unit } = WORDS[stage];
  if (!preview.data) return null;
  const { now, after, extraDecisions } = preview.data;
  const isNothing = now.decided + now.open === 0;
  return (
    <Note kind="info" claim={`${name}: no decision is lost.`}>
      {isNothing ? (
        `There is no ${unit} at this stage yet.`
      ) : (
        <>
          {counted(after.decided, unit)} {after.decided === 1 ? 'is' : 'are'} decided then, {count(now.decided)} now.{' '}
          {after.toGiveOut > 0 && `${counted(after.toGiveOut, unit)} would wait to be given out. `}
          {extraDecisions > 0 &&
            `${counted(extraDecisions, 'decision')} more than needed ${extraDecisions === 1 ? 'stays and is' : 'stay and are'} heard. `}
          You can change it back at any time.
        </>
      )}
    </Note>
  );
}
