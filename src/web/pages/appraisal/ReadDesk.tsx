import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Note } from '../../parts/Note.tsx';
import { EMPTY_DRAFT } from './appraisal.ts';
import styles from './Desk.module.css';
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
        <ReopenDialog
          isWorking={deeds.reopen.isPending}
          onClose={() => setIsReopening(false)}
          onReopen={reason => deeds.reopen.mutate(reason, { onSuccess: () => setIsReopening(false) })}
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

function ReopenDialog({
  isWorking,
  onClose,
  onReopen,
}: {
  isWorking: boolean;
  onClose: () => void;
  onReopen: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title="Open the agreed judgement again?" onClose={onClose}>
      <div className={styles.dialog}>
        <Textarea
          label="Why"
          description="It is kept in the audit trail. Both assessments stay as they are."
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton
            kind="primary"
            because={reason.trim() === '' ? 'Write why first.' : null}
            isWorking={isWorking}
            onClick={() => onReopen(reason.trim())}
          >
            Open it again
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
