import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addCharacteristic,
  recordCharacteristic,
  removeCharacteristic,
  updateCharacteristic,
} from '#contract/characteristics';
import type { BodyInputOf } from '#contract/endpoint';
import { call } from '../../../call.ts';

export type CharacteristicBody = BodyInputOf<typeof addCharacteristic>;

/** What can be done to the characteristics of a review's studies. */
export function useCharacteristicDeeds(reviewId: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  return {
    add: useMutation({
      mutationFn: (body: CharacteristicBody) => call(addCharacteristic, { params: { reviewId }, body }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ characteristicId, body }: { characteristicId: string; body: CharacteristicBody }) =>
        call(updateCharacteristic, { params: { reviewId, characteristicId }, body }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (characteristicId: string) => call(removeCharacteristic, { params: { reviewId, characteristicId } }),
      onSuccess,
    }),
    record: useMutation({
      mutationFn: ({
        characteristicId,
        studyId,
        value,
      }: {
        characteristicId: string;
        studyId: string;
        value: number | string | null;
      }) => call(recordCharacteristic, { params: { reviewId, characteristicId, studyId }, body: { value } }),
      onSuccess,
    }),
  };
}
