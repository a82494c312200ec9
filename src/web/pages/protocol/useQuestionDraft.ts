import { useState } from 'react';
import { draftOf, isSameDraft, type QuestionDraft, type QuestionVersion } from './questionDraft.ts';

interface Edits {
  readonly draft: QuestionDraft;
  /** The version that the change was made on. */
  readonly basedOn: number;
}

export interface DraftAtHand {
  readonly draft: QuestionDraft;
  readonly basedOn: number;
  readonly isChanged: boolean;
  readonly change: (part: Partial<QuestionDraft>) => void;
  /** Puts the own change on top of a newer version, knowingly. */
  readonly rebase: (version: number) => void;
  readonly drop: () => void;
}

/**
 * What the person has changed since the version it was made on; without a change, what the server has. It outlives
 * leaving the page, in this tab alone: sessionStorage goes with it.
 */
export function useQuestionDraft(reviewId: string, current: QuestionVersion | null): DraftAtHand {
  const key = `question ${reviewId}`;
  const [edits, setEdits] = useState(() => readEdits(key));
  const standing = draftOf(current);
  const draft = edits?.draft ?? standing;
  const basedOn = edits?.basedOn ?? current?.version ?? 0;
  const keep = (next: Edits | null) => {
    setEdits(next);
    if (next) sessionStorage.setItem(key, JSON.stringify(next));
    else sessionStorage.removeItem(key);
  };
  return {
    draft,
    basedOn,
    isChanged: edits !== null && !isSameDraft(draft, standing),
    change: part => keep({ draft: { ...draft, ...part }, basedOn }),
    rebase: version => keep({ draft, basedOn: version }),
    drop: () => keep(null),
  };
}

function readEdits(key: string): Edits | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Edits); // written above, by this very page
}
