import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import * as contract from '#contract/preparedExports';
import type { ReferenceStyle } from '#core/reporting/references/referenceText';
import type { PreparedFile } from '#core/vocabulary';
import { addressOf, call } from '../../call.ts';
import { isOver } from '../../queries/useJob.ts';

export type PreparedExport = ReplyOf<typeof contract.listPreparedExports>['exports'][number];

const EVERY_MS = 1_000;

/** Files of a review that a job makes: asked for, watched, and saved when they are ready while one is still here. */
export function usePreparedExports(reviewId: string) {
  const queries = useQueryClient();
  const key = ['reviews', reviewId, 'prepared-exports'];
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(contract.listPreparedExports, { params: { reviewId }, signal }),
    refetchInterval: ({ state }) => (state.data?.exports.some(one => !isOver(one)) ? EVERY_MS : false),
  });
  const exports = query.data?.exports;
  const awaited = useRef(new Set<string>());
  useEffect(() => {
    for (const one of exports ?? []) {
      if (!isOver(one) || !awaited.current.delete(one.exportId)) continue;
      if (one.keptUntil !== null) savePrepared(reviewId, one);
    }
  }, [exports, reviewId]);
  const ask = useMutation({
    mutationFn: (body: { file: PreparedFile; style?: ReferenceStyle }) =>
      call(contract.prepareExport, { params: { reviewId }, body }),
    onSuccess: ({ id }) => {
      awaited.current.add(id);
      return refresh();
    },
  });
  const stop = useMutation({
    mutationFn: (exportId: string) => call(contract.removePreparedExport, { params: { reviewId, exportId } }),
    onSuccess: refresh,
  });
  return {
    of: (file: PreparedFile) => exports?.find(one => one.file === file) ?? null,
    ask,
    stop,
  };
}

export function addressOfPrepared(reviewId: string, exportId: string): string {
  return addressOf(contract.downloadPreparedExport, { params: { reviewId, exportId } });
}

/** The browser fetches it by itself: a large file does not pass through the page. */
function savePrepared(reviewId: string, { exportId, file }: PreparedExport): void {
  const link = document.createElement('a');
  link.href = addressOfPrepared(reviewId, exportId);
  link.download = file;
  link.click();
}
