import { queryOptions } from '@tanstack/react-query';
import { getSession } from '#contract/people';
import { call } from '../call.ts';
import { showPerson } from '../shownPerson.ts';
import { forgetKeptReplies, keptReply } from './keptReply.ts';

const FIVE_MINUTES_MS = 5 * 60_000;

/**
 * Who is signed in (`person` is null for a visitor), and which ways of signing in there are. When somebody else has
 * signed in, in another window perhaps, everything that was fetched for the person before is forgotten: it holds what
 * only they may know.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: FIVE_MINUTES_MS,
  networkMode: 'always',
  queryFn: async ({ signal, client }) => {
    // Without a network the page opens as whose it was: the outbox still asks the server before it sends anything.
    const session = await keptReply('', ['session'], () => call(getSession, { signal }));
    if (showPerson(session.person?.personId ?? null)) {
      void forgetKeptReplies();
      void client.resetQueries({ predicate: query => query.queryKey[0] !== 'session' });
    }
    return session;
  },
});
