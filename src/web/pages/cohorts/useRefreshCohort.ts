import { useQueryClient } from '@tanstack/react-query';

/** After a change of a cohort: it, the list, and what offers touch. */
export function useRefreshCohort() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(['cohorts', 'openings', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] })));
  };
}
