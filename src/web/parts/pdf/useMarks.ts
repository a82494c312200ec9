import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import { addMark, changeMark, listMarks, removeMark } from '#contract/fullTexts';
import { call } from '../../call.ts';

export type OwnMark = ReplyOf<typeof listMarks>['marks'][number];

/** The marks in one file that one may see, and the deeds with one's own. */
export function useMarks(reviewId: string, fullTextId: string) {
  const queries = useQueryClient();
  const queryKey = ['reviews', reviewId, 'full-texts', fullTextId, 'marks'];
  const params = { reviewId, fullTextId };
  const known = useQuery({ queryKey, queryFn: ({ signal }) => call(listMarks, { params, signal }) });
  const refresh = () => queries.invalidateQueries({ queryKey });
  const add = useMutation({
    mutationFn: (body: BodyInputOf<typeof addMark>) => call(addMark, { params, body }),
    onSuccess: refresh,
  });
  const change = useMutation({
    mutationFn: ({ markId, ...body }: BodyInputOf<typeof changeMark> & { markId: string }) =>
      call(changeMark, { params: { ...params, markId }, body }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (markId: string) => call(removeMark, { params: { ...params, markId } }),
    onSuccess: refresh,
  });
  return { marks: known.data?.marks ?? [], because: known.data?.may.mark ?? null, add, change, remove };
}

export type Marks = ReturnType<typeof useMarks>;
