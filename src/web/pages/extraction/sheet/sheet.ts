import { useQuery } from '@tanstack/react-query';
import { recordCharacteristic } from '#contract/characteristics';
import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import * as contract from '#contract/sheets';
import { call } from '../../../call.ts';
import { useDeed } from '../useExtraction.ts';

export type Sheet = ReplyOf<typeof contract.getStudySheet>;
export type FieldValue = Sheet['values'][number];
export type Source = NonNullable<FieldValue['source']>;
export type ValueBody = BodyInputOf<typeof recordCharacteristic>;

/** Where a value of the form belongs: a field of a study, or of one of its arms. */
export interface FieldPlace {
  readonly characteristicId: string;
  readonly armId: string | null;
}

export function useSheet(reviewId: string, studyId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'sheet', studyId],
    queryFn: ({ signal }) => call(contract.getStudySheet, { params: { reviewId, studyId }, signal }),
  });
}

export function useRecordValue(reviewId: string, studyId: string, { characteristicId, armId }: FieldPlace) {
  const params = { reviewId, studyId, characteristicId };
  return useDeed(
    reviewId,
    (body: ValueBody) =>
      armId === null
        ? call(recordCharacteristic, { params, body })
        : call(contract.recordArmCharacteristic, { params: { ...params, armId }, body }),
    // One after the other: what was typed last must also be stored last.
    { scope: { id: `${characteristicId}/${armId}` } },
  );
}

/** "p. 5, “29 of 7,499”", or nothing. */
export function sourceWords(source: Source | null): string {
  if (!source) return '';
  const page = source.page === null ? '' : `p. ${source.page}`;
  const short = source.quote.length > 80 ? `${source.quote.slice(0, 78)}…` : source.quote;
  return [page, short && `“${short}”`].filter(part => part !== '').join(', ');
}
