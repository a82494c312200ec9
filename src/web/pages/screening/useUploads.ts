import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { listUploads, uploadFullText } from '#contract/fullTexts';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';

export type Uploads = ReplyOf<typeof listUploads>;
export type UploadedFile = Uploads['files'][number];

const EVERY_MS = 1500;

/** Files that are with no report yet; asked for again while some are still being read. */
export function useUploads(reviewId: string, isWaiting: boolean) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'uploads'],
    queryFn: ({ signal }) => call(listUploads, { params: { reviewId }, signal }),
    refetchInterval: query =>
      isWaiting || query.state.data?.files.some(file => file.state === 'reading') ? EVERY_MS : false,
  });
}

export interface Sending {
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused';
  readonly because: string | null;
}

/** Sends files one after another, so that a refused one stops no other. */
export function useSending(reviewId: string) {
  const queries = useQueryClient();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [jobIds, setJobIds] = useState<readonly string[]>([]);
  const send = async (files: readonly File[]) => {
    const first = sending.length;
    setSending(before => [
      ...before,
      ...files.map(file => ({ name: file.name, state: 'waiting' as const, because: null })),
    ]);
    const tell = (place: number, change: Partial<Sending>) =>
      setSending(before => before.map((one, at) => (at === first + place ? { ...one, ...change } : one)));
    for (const [place, file] of files.entries()) {
      tell(place, { state: 'sending' });
      try {
        const { jobId } = await call(uploadFullText, { params: { reviewId }, query: { fileName: file.name }, file });
        if (jobId) setJobIds(before => [...before, jobId]);
        tell(place, { state: 'sent' });
      } catch (error) {
        tell(place, { state: 'refused', because: error instanceof CallProblem ? error.message : 'It was not sent.' });
      }
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'uploads'] });
    }
  };
  return { sending, jobIds, send };
}
