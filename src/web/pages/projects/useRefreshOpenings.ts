import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** After an answer to somebody: lists of openings, of applicants and what waits at home are asked for again. */
export function useRefreshOpenings(): () => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(
    () => Promise.all(['openings', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
    [queries],
  );
}
