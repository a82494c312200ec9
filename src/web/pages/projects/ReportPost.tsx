import { Radio, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { reportOpening } from '#contract/openingAlerts';
import { REPORT_REASONS, type ReportReason } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Project.module.css';
import { REPORT_WORDS } from './postWords.ts';

/** Tells an administrator that an opening is not what it should be. The lead isn't told who did. */
export function ReportPost({ openingId }: { openingId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState<ReportReason>('asks-for-money');
  const [note, setNote] = useState('');
  const reporting = useMutation({
    mutationFn: () => call(reportOpening, { params: { openingId }, body: { reason, note } }),
    onSuccess: () => {
      setIsOpen(false);
      toast({ text: 'Reported. An administrator looks at it.' });
    },
  });
  const errors = useFieldErrors(reporting.error, ['note']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reporting.isPending) reporting.mutate();
  };
  return (
    <>
      <LinkButton onClick={() => setIsOpen(true)}>Report this opening</LinkButton>
      {isOpen && (
        <Dialog title="What is wrong with this opening?" onClose={() => setIsOpen(false)}>
          <form ref={errors.form} className={styles.inDialog} onSubmit={send} noValidate>
            <FormProblem problem={reporting.error} errors={errors} />
            <p className={styles.second}>An administrator reads it. The lead is not told who reported.</p>
            <Radio.Group
              label="Reason"
              value={reason}
              onChange={value => setReason(REPORT_REASONS.find(one => one === value) ?? 'other')}
            >
              <div className={styles.roles}>
                {REPORT_REASONS.map(one => (
                  <Radio key={one} value={one} label={REPORT_WORDS[one]} />
                ))}
              </div>
            </Radio.Group>
            <Textarea
              label={
                <>
                  What you saw <span className="muted">optional</span>
                </>
              }
              name="note"
              autosize
              minRows={3}
              maxLength={2000}
              value={note}
              error={errors.of('note')}
              onChange={event => setNote(event.target.value)}
            />
            <div className={styles.buttons}>
              <ActionButton onClick={() => setIsOpen(false)}>Not yet</ActionButton>
              <ActionButton type="submit" kind="primary" isWorking={reporting.isPending}>
                Report the opening
              </ActionButton>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
