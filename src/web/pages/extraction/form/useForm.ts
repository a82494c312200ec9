import { useQuery } from '@tanstack/react-query';
import * as contract from '#contract/extractionForm';
import { call } from '../../../call.ts';
import { useDeed } from '../useExtraction.ts';
import type { FormBody } from './formDraft.ts';

export function useForm(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'extraction-form'],
    queryFn: ({ signal }) => call(contract.getExtractionForm, { params: { reviewId }, signal }),
  });
}

export function useSaveForm(reviewId: string) {
  return useDeed(reviewId, (body: FormBody) => call(contract.saveExtractionForm, { params: { reviewId }, body }));
}

/** What a draft would do to what stands: asked when the dialog opens, and never kept. */
export function useFormPreview(reviewId: string, fields: FormBody['fields']) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'extraction-form', 'preview', fields],
    queryFn: ({ signal }) => call(contract.previewExtractionForm, { params: { reviewId }, body: { fields }, signal }),
    gcTime: 0,
    retry: false,
  });
}
