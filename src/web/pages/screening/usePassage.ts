import { useState } from 'react';
import type { RecordToScreen } from './useQueue.ts';
import type { Passage } from './useScreening.ts';
import type { DecisionBody } from './wish.ts';

const NONE: Passage = { quote: '', page: null };

/** The passage that the decision on the report at hand rests on: the one just chosen, or the one it was kept with. */
export function usePassage(current: RecordToScreen | null, decision: DecisionBody | null) {
  const recordId = current?.recordId ?? null;
  const [chosen, setChosen] = useState<{ recordId: string | null; passage: Passage }>({ recordId, passage: NONE });
  const kept: Passage = decision ? { quote: decision.quote, page: decision.page } : NONE;
  return {
    // A choice belongs to its report; on the next one it is gone.
    passage: chosen.recordId === recordId && chosen.passage !== NONE ? chosen.passage : kept,
    choose: (passage: Passage) => setChosen({ recordId, passage }),
    clear: () => setChosen({ recordId, passage: { quote: '', page: null } }),
  };
}

export type Source = ReturnType<typeof usePassage>;
