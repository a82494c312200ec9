import { useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../queries/sessionQuery.ts';

/** After a change of the profile: what follows from it is asked for again. */
export function useRefreshProfile() {
  const queries = useQueryClient();
  return async () => {
    const keys = [['profile'], ['people'], ['openings'], ['home'], sessionQuery.queryKey];
    await Promise.all(keys.map(queryKey => queries.invalidateQueries({ queryKey })));
  };
}
