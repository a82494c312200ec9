import { useState } from 'react';
import type { MyScreening } from './useMyScreening.ts';
import type { RecordToScreen } from './useQueue.ts';
import type { DecisionBody } from './wish.ts';

interface Pick {
  readonly recordId: string | null;
  readonly criterionId: string | null;
  readonly isAsked: boolean;
}

/** The one main reason of an exclusion at full text, chosen before the exclusion by its number. */
export function useReason(
  criteria: MyScreening['criteria'],
  current: RecordToScreen | null,
  decision: DecisionBody | null,
) {
  const [pick, setPick] = useState<Pick>({ recordId: null, criterionId: null, isAsked: false });
  const reasons = criteria.filter(one => one.kind === 'exclude');
  const recordId = current?.recordId ?? null;
  // A choice belongs to its record; on the next one it is gone.
  const isOwn = pick.recordId === recordId;
  const chosenId = isOwn && pick.criterionId !== null ? pick.criterionId : (decision?.criterionId ?? null);
  const choose = (criterionId: string) => setPick({ recordId, criterionId, isAsked: false });
  return {
    reasons,
    chosenId,
    chosen: reasons.find(one => one.criterionId === chosenId) ?? null,
    isMissing: isOwn && pick.isAsked,
    choose,
    ask: () => setPick({ recordId, criterionId: null, isAsked: true }),
    keys: Object.fromEntries(
      reasons.slice(0, 9).map((one, place) => [String(place + 1), () => choose(one.criterionId)]),
    ),
  };
}

export type Reason = ReturnType<typeof useReason>;
