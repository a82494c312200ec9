import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { exportAccount, getAccount, removeAccountExport } from '#contract/account';
import type { ReplyOf } from '#contract/endpoint';
import { call } from '../../call.ts';
import { isOver } from '../../queries/useJob.ts';

export type Account = ReplyOf<typeof getAccount>;

const KEY = ['account'];
const EVERY_MS = 1_500;

/** One's own account; asked again while an archive is being gathered. */
export function useAccount() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(getAccount, { signal }),
    refetchInterval: query => {
      const last = query.state.data?.lastExport;
      return last && !isOver(last) ? EVERY_MS : false;
    },
  });
}

export function useGather() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(exportAccount),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** Stops the gathering, or removes the file. */
export function useRemoveArchive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (exportId: string) => call(removeAccountExport, { params: { exportId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
