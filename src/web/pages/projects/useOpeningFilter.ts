import { useNavigate, useSearch } from '@tanstack/react-router';
import { EARNINGS, PAYS, WORK_PLACES } from '#core/people/vocabulary';
import { ROLES } from '#core/vocabulary';
import { NO_FILTER, type OpeningFilter, readWords } from './openingFilters.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The address that a filter stands in; what isn't asked for is left out. */
export function addressOfFilter(filter: OpeningFilter): Record<string, string | undefined> {
  return {
    roles: filter.roles.join(',') || undefined,
    hours: filter.mostHours === null ? undefined : String(filter.mostHours),
    earns: filter.earns.join(',') || undefined,
    pay: filter.pays.join(',') || undefined,
    where: filter.places.join(',') || undefined,
    me: filter.isForMe ? '1' : undefined,
    new: filter.isNew ? '1' : undefined,
  };
}

/** The filters of the list, read from the address and written to it. */
export function useOpeningFilter() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const hours = Number(text(search.hours));
  const filter: OpeningFilter = {
    text: text(search.text),
    roles: readWords(ROLES, text(search.roles)),
    mostHours: hours > 0 ? hours : null,
    earns: readWords(EARNINGS, text(search.earns)),
    pays: readWords(PAYS, text(search.pay)),
    places: readWords(WORK_PLACES, text(search.where)),
    isForMe: search.me === '1',
    isNew: search.new === '1',
  };
  const write = (next: OpeningFilter) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...addressOfFilter(next) }),
      replace: true,
      resetScroll: false,
    });
  return {
    filter,
    isSet: Object.values(addressOfFilter(filter)).some(value => value !== undefined),
    change: (change: Partial<OpeningFilter>) => write({ ...filter, ...change }),
    clear: () => write(NO_FILTER),
  };
}
