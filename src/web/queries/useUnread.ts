import { useQuery } from '@tanstack/react-query';
import { getUnread } from '#contract/notifications';
import { call } from '../call.ts';

const EVERY_MS = 60_000;

/** How many notifications and messages are unread; asked for now and then, as long as the page is looked at. */
export function useUnread() {
  return useQuery({
    queryKey: ['unread'],
    queryFn: ({ signal }) => call(getUnread, { signal }),
    refetchInterval: EVERY_MS,
    staleTime: EVERY_MS / 2,
  });
}
