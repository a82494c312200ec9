import { Radio, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ActionButton } from './ActionButton.tsx';
import { Dialog } from './Dialog.tsx';
import { FormProblem } from './FormProblem.tsx';
import styles from './ReportDialog.module.css';
import { toast } from './toast.ts';
import { useFieldErrors } from './useFieldErrors.ts';

export interface ReportDialogProps<Reason extends string> {
  /** What is reported, as it stands in a sentence: "opening". */
  readonly thing: string;
  /** Who reads the report, and who isn't told of it. */
  readonly who: string;
  readonly reasons: readonly Reason[];
  readonly words: Readonly<Record<Reason, string>>;
  readonly usual: Reason;
  readonly askFor: string;
  readonly onReport: (report: { reason: Reason; note: string }) => Promise<unknown>;
  readonly onDone?: () => void;
  readonly onClose: () => void;
}

/** Tells an administrator that something is not what it should be: a reason, and words for who wants to say more. */
export function ReportDialog<Reason extends string>(props: ReportDialogProps<Reason>) {
  const { thing, who, reasons, words, usual, askFor, onReport, onDone, onClose } = props;
  const [reason, setReason] = useState(usual);
  const [note, setNote] = useState('');
  const reporting = useMutation({
    mutationFn: () => onReport({ reason, note }),
    onSuccess: () => {
      onDone?.();
      onClose();
      toast({ text: 'Reported. An administrator looks at it.' });
    },
  });
  const errors = useFieldErrors(reporting.error, ['note']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reporting.isPending) reporting.mutate();
  };
  return (
    <Dialog title={`What is wrong with this ${thing}?`} onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={reporting.error} errors={errors} />
        <p className={styles.who}>{who}</p>
        <Radio.Group
          label="Reason"
          value={reason}
          onChange={value => setReason(reasons.find(one => one === value) ?? usual)}
        >
          <div className={styles.reasons}>
            {reasons.map(one => (
              <Radio key={one} value={one} label={words[one]} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={
            <>
              {askFor} <span className="muted">optional</span>
            </>
          }
          name="note"
          autosize
          minRows={3}
          maxLength={2000}
          value={note}
          error={errors.of('note')}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={reporting.isPending}>
            Report the {thing}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
