import { useIsMutating } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppraisalTool } from '#core/appraisal/tool';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { type Appraisal, type AppraisalList, assessDraft, type Draft, EMPTY_DRAFT, missingWords } from './appraisal.ts';
import { Desk } from './Desk.tsx';
import { judgementWord } from './JudgementSign.tsx';
import { useOwnDeeds } from './useAppraisal.ts';

export interface DeskOf {
  readonly reviewId: string;
  readonly appraisal: Appraisal;
  readonly list: AppraisalList;
  readonly tool: AppraisalTool;
}

/** One's own assessment: every answer is saved as it is given, and nobody else sees it. */
export function OwnDesk({ reviewId, appraisal, list, tool }: DeskOf) {
  const { appraisalId, assessorsNeeded, mine } = appraisal;
  const [draft, setDraft] = useState<Draft>(mine ?? EMPTY_DRAFT);
  const deeds = useOwnDeeds(reviewId, appraisalId);
  const navigate = useNavigate();
  const isSaving = useIsMutating({ mutationKey: ['appraisal', appraisalId] }) > 0;
  const problem = deeds.answer.error ?? deeds.judge.error ?? deeds.finish.error;
  const assessed = assessDraft(tool, draft);
  const missing = missingWords(assessed);
  const next = list.appraisals.find(one => one.waitsForMe && one.appraisalId !== appraisalId);
  // A promise, not the mutation's own callback: the desk is gone before that would be called.
  const finish = () =>
    void deeds.finish.mutateAsync(true).then(
      () => {
        toast({ text: `${appraisal.studyLabel} is finished.` });
        const search = next ? { appraisal: next.appraisalId } : {};
        void navigate({ to: '/reviews/$reviewId/risk-of-bias', params: { reviewId }, search });
      },
      () => undefined, // the note says what went wrong
    );
  return (
    <Desk
      appraisal={appraisal}
      list={list}
      tool={tool}
      draft={draft}
      saving={isSaving ? 'saving' : problem ? null : 'saved'}
      isHidden={assessorsNeeded === 2}
      onAnswer={(question, body) => {
        setDraft(before => ({ ...before, answers: { ...before.answers, [question]: body } }));
        deeds.answer.mutate({ question, body });
      }}
      onJudge={(domain, body) => {
        setDraft(before => ({ ...before, ownJudgements: { ...before.ownJudgements, [domain]: body } }));
        deeds.judge.mutate({ domain, body });
      }}
      note={
        problem && (
          <Note kind="error" claim="The last change is not saved.">
            {problem.message}
          </Note>
        )
      }
      lastDeed={
        <ActionButton kind="primary" isWide because={missing} isWorking={deeds.finish.isPending} onClick={finish}>
          {missing === null ? `Finish with ${judgementWord(assessed.overall.judgement)}` : 'Finish'}
        </ActionButton>
      }
    />
  );
}
