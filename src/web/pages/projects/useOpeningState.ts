import { useMutation, useQueryClient } from '@tanstack/react-query';
import { updateOpening } from '#contract/openings';
import type { OpeningState } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { toast } from '../../parts/toast.ts';
import { type OpeningDetails, openingBody } from './openingBody.ts';

interface Change {
  readonly opening: OpeningDetails;
  readonly state: OpeningState;
}

/** Closes an opening or opens it again; either can be taken back at once. */
export function useOpeningState() {
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: ({ opening, state }: Change) =>
      call(updateOpening, { params: { openingId: opening.openingId }, body: openingBody(opening, { state }) }),
    onSuccess: async (_, { opening, state }) => {
      await Promise.all(['openings', 'projects', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] })));
      const back = { word: state === 'closed' ? 'Open it again' : 'Close it again', state: opening.state };
      toast({
        text: state === 'closed' ? 'The opening is closed' : 'The opening is open again',
        undo: { word: back.word, deed: () => changing.mutate({ opening: { ...opening, state }, state: back.state }) },
      });
    },
  });
  return changing;
}
