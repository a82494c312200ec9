import { useNavigate, useSearch } from '@tanstack/react-router';

/**
 * A piece of state that lives in the address (`?tab=funnel`): filters, tab, selected row, focus or list mode. The value
 * that stands for "nothing chosen" is left out of the address. Setting it replaces the address unless `push` is asked
 * for, so that Back leaves the page rather than undoing each filter.
 */
export function useAddress(name: string, otherwise = ''): [string, (next: string, push?: 'push') => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const value = search[name];
  const set = (next: string, push?: 'push') => {
    const kept = (before: Record<string, unknown>) => ({ ...before, [name]: next === otherwise ? undefined : next });
    void navigate({ to: '.', search: kept, replace: push !== 'push', resetScroll: false });
  };
  return [typeof value === 'string' ? value : otherwise, set];
}
