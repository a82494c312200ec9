import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { agreedDraft, assessDraft, type Draft, missingWords } from './appraisal.ts';
import { Desk } from './Desk.tsx';
import { judgementWord } from './JudgementSign.tsx';
import type { DeskOf } from './OwnDesk.tsx';
import { useOwnDeeds } from './useAppraisal.ts';

/** Both assessments side by side, and one to agree on. What both said alike is filled in. */
export function ConsensusDesk({ reviewId, appraisal, list, tool }: DeskOf) {
  const { mine, others, appraisalId } = appraisal;
  const both = [...(mine ? [mine] : []), ...others];
  const place = `pooled-consensus-${appraisalId}`;
  const [draft, setDraft] = useState<Draft>(() => kept(place) ?? agreedDraft(both));
  const deeds = useOwnDeeds(reviewId, appraisalId);
  const navigate = useNavigate();
  const change = (after: Draft) => {
    setDraft(after);
    localStorage.setItem(place, JSON.stringify(after));
  };
  const assessed = assessDraft(tool, draft);
  const missing = missingWords(assessed);
  // A promise, not the mutation's own callback: the desk is gone before that would be called.
  const settle = () =>
    void deeds.settle.mutateAsync(draft).then(
      () => {
        localStorage.removeItem(place);
        toast({ text: `${appraisal.studyLabel}: agreed on ${judgementWord(assessed.overall.judgement)}.` });
        void navigate({ to: '/reviews/$reviewId/risk-of-bias', params: { reviewId }, search: {} });
      },
      () => undefined, // the note says what went wrong
    );
  return (
    <Desk
      appraisal={appraisal}
      list={list}
      tool={tool}
      draft={draft}
      saving={null}
      isHidden={false}
      beside={both}
      onAnswer={(question, body) => change({ ...draft, answers: { ...draft.answers, [question]: body } })}
      onJudge={(domain, body) => change({ ...draft, ownJudgements: { ...draft.ownJudgements, [domain]: body } })}
      note={
        deeds.settle.error ? (
          <Note kind="error" claim="Nothing was written down.">
            {deeds.settle.error.message}
          </Note>
        ) : (
          <Note kind="info" claim="Both have finished.">
            What both answered alike is filled in; where they differ, choose together. Both assessments stay as they
            were.
          </Note>
        )
      }
      lastDeed={
        <ActionButton kind="primary" isWide because={missing} isWorking={deeds.settle.isPending} onClick={settle}>
          {missing === null ? `Agree on ${judgementWord(assessed.overall.judgement)}` : 'Agree'}
        </ActionButton>
      }
    />
  );
}

/** A consensus under way is kept on this device until it is written down. */
function kept(place: string): Draft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    const isDraft = typeof found === 'object' && found !== null && 'answers' in found && 'ownJudgements' in found;
    return isDraft ? (found as Draft) : null; // written by this page under its own key
  } catch {
    return null;
  }
}
