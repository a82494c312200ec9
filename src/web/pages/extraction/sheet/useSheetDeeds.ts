import * as contract from '#contract/sheets';
import type { ExtractionMode } from '#core/extraction/vocabulary';
import { call } from '../../../call.ts';
import { useDeed } from '../useExtraction.ts';

/** Picks by place: whose version stands, or null for neither. */
export type Picks = Readonly<Record<string, string | null>>;

/** What one does with the extraction of a whole study. */
export function useSheetDeeds(reviewId: string, studyId: string) {
  const params = { reviewId, studyId };
  return {
    finish: useDeed(reviewId, (isFinished: boolean) =>
      call(contract.finishExtraction, { params, body: { isFinished } }),
    ),
    freeSeat: useDeed(reviewId, (personId: string) =>
      call(contract.freeExtractionSeat, { params: { ...params, personId } }),
    ),
    check: useDeed(reviewId, (isChecked: boolean) => call(contract.checkExtraction, { params, body: { isChecked } })),
    settle: useDeed(reviewId, (body: { picks: Picks; note: string }) =>
      call(contract.settleExtraction, { params, body }),
    ),
  };
}

export function useSetMode(reviewId: string) {
  return useDeed(reviewId, (mode: ExtractionMode) =>
    call(contract.setExtractionMode, { params: { reviewId }, body: { mode } }),
  );
}
