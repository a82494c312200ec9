import { Radio, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerApplication } from '#contract/openings';
import { DECLINE_REASONS, type DeclineReason } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { toast } from '../../parts/toast.ts';
import type { Applicant } from './Applicants.tsx';
import styles from './Project.module.css';
import { DECLINE_WORDS } from './postWords.ts';
import { useRefreshOpenings } from './useRefreshOpenings.ts';

/** Declines an applicant, with a reason or without. */
export function DeclineDialog({ applicant, onClose }: { applicant: Applicant; onClose: () => void }) {
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [note, setNote] = useState('');
  const refresh = useRefreshOpenings();
  const { applicationId, person } = applicant;
  const declining = useMutation({
    mutationFn: () => call(answerApplication, { params: { applicationId }, body: { state: 'declined', reason, note } }),
    onSuccess: async () => {
      await refresh();
      onClose();
      toast({ text: `${person.name} was declined` });
    },
  });
  return (
    <Dialog title={`Decline ${person.name}?`} onClose={onClose}>
      <div className={styles.inDialog}>
        {declining.isError && <ErrorNote problem={declining.error} safe="The application is as it was." />}
        <p className={styles.second}>They see the answer among their applications, with what you choose here.</p>
        <Radio.Group
          label={
            <>
              Reason <span className="muted">optional</span>
            </>
          }
          value={reason ?? ''}
          onChange={value => setReason(DECLINE_REASONS.find(one => one === value) ?? null)}
        >
          <div className={styles.roles}>
            <Radio value="" label="None given" />
            {DECLINE_REASONS.map(one => (
              <Radio key={one} value={one} label={DECLINE_WORDS[one]} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={
            <>
              A kind word <span className="muted">optional</span>
            </>
          }
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton kind="danger" isWorking={declining.isPending} onClick={() => declining.mutate()}>
            Decline
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
