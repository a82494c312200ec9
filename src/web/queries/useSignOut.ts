import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '#contract/people';
import { call } from '../call.ts';
import { forgetKeptReplies } from './keptReply.ts';

/** Ends the session and forgets everything that was fetched in it: the next person on this device must find nothing. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => call(signOut),
    onSuccess: async () => {
      queries.clear();
      await forgetKeptReplies();
      await navigate({ to: '/' });
    },
  });
}
