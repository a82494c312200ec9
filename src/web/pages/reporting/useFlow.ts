import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getFlow, getFlowFigure } from '#contract/reporting';
import type { PaletteName } from '#core/reporting/palette';
import { call, callForFile } from '../../call.ts';

/** The flow's counts and whether they hold. */
export function useFlow(reviewId: string, isAllowed: boolean) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'flow'],
    enabled: isAllowed,
    queryFn: ({ signal }) => call(getFlow, { params: { reviewId }, signal }),
  });
}

/** The flow as a drawing whose numbers lead to their records. Another palette of the same counts may stand in meanwhile. */
export function useFlowFigure(reviewId: string, palette: PaletteName, isAllowed: boolean) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'flow-figure', palette],
    enabled: isAllowed,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { blob } = await callForFile(getFlowFigure, {
        params: { reviewId },
        query: { palette, links: 'yes' },
        signal,
      });
      return blob.text();
    },
  });
}
