import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { ReasonDialog } from '../../parts/ReasonDialog.tsx';
import { EMPTY_DRAFT } from './appraisal.ts';
import { Desk } from './Desk.tsx';
import type { DeskOf } from './OwnDesk.tsx';
import { useOwnDeeds } from './useAppraisal.ts';

/** What stands, or one's own finished assessment: to read, with a way to open it again where that is allowed. */
export function ReadDesk({ reviewId, appraisal, list, tool }: DeskOf) {
  const { mine, others, consensus, may, state, assessorsNeeded } = appraisal;
  const deeds = useOwnDeeds(reviewId, appraisal.appraisalId);
  const [isReopening, setIsReopening] = useState(false);
  const shown = consensus ?? (assessorsNeeded === 1 ? (mine ?? others[0]) : mine);
  const both = [...(mine ? [mine] : []), ...others];
  const canReopenOwn = mine?.finishedAt != null && may.reopenOwn === null;
  return (
    <Desk
      appraisal={appraisal}
      list={list}
      tool={tool}
      draft={shown ?? EMPTY_DRAFT}
      saving={null}
      isHidden={false}
      beside={consensus ? both : []}
      note={
        shown ? (
          <Note
            kind={state === 'settled' ? 'done' : 'info'}
            claim={state === 'settled' ? 'Settled.' : 'You have finished.'}
            action={
              consensus ? (
                <ActionButton size="small" because={may.reopen} becauseAt="tip" onClick={() => setIsReopening(true)}>
                  Open it again
                </ActionButton>
              ) : canReopenOwn ? (
                <ActionButton
                  size="small"
                  isWorking={deeds.finish.isPending}
                  onClick={() => deeds.finish.mutate(false)}
                >
                  Open it again
                </ActionButton>
              ) : undefined
            }
          >
            {sentence(appraisal)}
          </Note>
        ) : (
          <Note kind="info" claim="You can’t assess this.">
            {may.assess}
          </Note>
        )
      }
    >
      {isReopening && (
        <ReasonDialog
          title="Open the agreed judgement again?"
          description="It is kept in the audit trail. Both assessments stay as they are."
          verb="Open it again"
          isWorking={deeds.reopen.isPending}
          onClose={() => setIsReopening(false)}
          onGive={reason => deeds.reopen.mutate(reason, { onSuccess: () => setIsReopening(false) })}
        />
      )}
    </Desk>
  );
}

function sentence({ consensus, state, others }: DeskOf['appraisal']): string {
  if (consensus?.importedFrom) return `Judgements were read from ${consensus.importedFrom}.`;
  if (consensus) return `Agreed by two assessors, written down by ${consensus.settledByName}.`;
  if (state === 'settled') return 'One person assessed this alone.';
  if (others.length > 0) return 'Both have finished; somebody who may settle it writes down what you agree on.';
  return 'The other assessor has not. Until then nobody sees what you said.';
}
