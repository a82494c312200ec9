import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { getImport, listImports, undoImport } from '#contract/searching';
import { call } from '../../call.ts';

export type ImportStanding = ReplyOf<typeof getImport>;

const EVERY_MS = 2_000;

/** Once the work is over, everything that counts records is asked again, the sidebar's counts too. */
export function useRefreshAtEnd(reviewId: string, isAtWork: boolean): void {
  const queries = useQueryClient();
  const wasAtWork = useRef(isAtWork);
  useEffect(() => {
    if (wasAtWork.current && !isAtWork) void queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    wasAtWork.current = isAtWork;
  }, [isAtWork, queries, reviewId]);
}

/** A job is at it: a large file is being read, or records are being stored or taken out. */
export function isAtWork({ state, undoJobId }: Pick<ImportStanding, 'state' | 'undoJobId'>): boolean {
  return state === 'reading' || state === 'importing' || undoJobId !== null;
}

/** All searches and imports; asked again while one of them is at work. */
export function useImports(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'imports'],
    queryFn: ({ signal }) => call(listImports, { params: { reviewId }, signal }),
    refetchInterval: query => (query.state.data?.imports.some(isAtWork) ? EVERY_MS : false),
  });
}

export function useImport(reviewId: string, importId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'imports', importId],
    queryFn: ({ signal }) => call(getImport, { params: { reviewId, importId }, signal }),
    refetchInterval: query => (query.state.data && isAtWork(query.state.data) ? EVERY_MS : false),
  });
}

/** Undoes an import, or throws a dry run away; counts all over the review change with it. */
export function useUndoImport(reviewId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) => call(undoImport, { params: { reviewId, importId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
}
