import { useNavigate, useSearch } from '@tanstack/react-router';
import { type OpeningFilter, readRoles } from './openingFilters.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The filters of the list, read from the address and written to it. */
export function useOpeningFilter() {
  const search: { readonly roles?: unknown; readonly hours?: unknown; readonly me?: unknown } = useSearch({
    strict: false,
  });
  const navigate = useNavigate();
  const hours = Number(text(search.hours));
  const filter: OpeningFilter = {
    roles: readRoles(text(search.roles)),
    mostHours: hours > 0 ? hours : null,
    isForMe: search.me === '1',
  };
  const write = (next: OpeningFilter) => {
    const words = {
      roles: next.roles.join(',') || undefined,
      hours: next.mostHours === null ? undefined : String(next.mostHours),
      me: next.isForMe ? '1' : undefined,
    };
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...words }),
      replace: true,
      resetScroll: false,
    });
  };
  return {
    filter,
    isSet: filter.roles.length > 0 || filter.mostHours !== null || filter.isForMe,
    change: (change: Partial<OpeningFilter>) => write({ ...filter, ...change }),
    clear: () => write({ roles: [], mostHours: null, isForMe: false }),
  };
}
