import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './sessionQuery.ts';

/** Who is signed in (`person` is null for a visitor), and which ways of signing in there are. */
export function useSession() {
  return useQuery(sessionQuery);
}
