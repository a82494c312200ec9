import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { freezeFlow, listFlowSnapshots } from '#contract/flowSnapshots';
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

/** Frozen copies of the diagram. */
export function useFlowSnapshots(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'flow-snapshots'],
    queryFn: ({ signal }) => call(listFlowSnapshots, { params: { reviewId }, signal }),
  });
}

export function useFreezeFlow(reviewId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(freezeFlow, { params: { reviewId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'flow-snapshots'] }),
  });
}
