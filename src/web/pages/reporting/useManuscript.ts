import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import * as contract from '#contract/manuscript';
import type { ReferenceStyle } from '#core/reporting/references/referenceText';
import { call } from '../../call.ts';

export type Manuscript = ReplyOf<typeof contract.getManuscript>;
export type Section = Manuscript['sections'][number];
export type Block = Section['paragraphs'][number][number];
export type Sentence = Extract<Block, { kind: 'sentence' }>;
export type BoundValue = Exclude<Sentence['pieces'][number], string>;

/** The draft is made anew whenever the page is looked at: it must never show numbers of yesterday. */
export function useManuscript(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'manuscript'],
    queryFn: ({ signal }) => call(contract.getManuscript, { params: { reviewId }, signal }),
  });
}

export function useReportTables(reviewId: string, style: ReferenceStyle) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'report-tables', style],
    queryFn: ({ signal }) => call(contract.getReportTables, { params: { reviewId }, query: { style }, signal }),
  });
}

export function useManuscriptDeeds(reviewId: string) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'manuscript'] });
  return {
    freeze: useMutation({
      mutationFn: () => call(contract.freezeManuscript, { params: { reviewId } }),
      onSuccess: refresh,
    }),
    write: useMutation({
      mutationFn: ({ sentenceId, text }: { sentenceId: string; text: string | null }) =>
        call(contract.writeSentence, { params: { reviewId, sentenceId }, body: { text } }),
      onSuccess: refresh,
    }),
  };
}
