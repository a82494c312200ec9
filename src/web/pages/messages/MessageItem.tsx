import { Radio, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { type getConversation, reportMessage } from '#contract/messages';
import { MESSAGE_REPORT_REASONS, type MessageReportReason } from '#core/people/messageWords';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { since } from '../../words/since.ts';
import styles from './Messages.module.css';
import { MESSAGE_REPORT_WORDS } from './messageWords.ts';

type Message = ReplyOf<typeof getConversation>['messages'][number];

/** One message; what one was sent can be reported. */
export function MessageItem({ message, name, onReport }: { message: Message; name: string; onReport: () => void }) {
  const [isReporting, setIsReporting] = useState(false);
  const { isMine, isRead, isReported, sentAt, text } = message;
  return (
    <li className={styles.message} data-mine={isMine || undefined}>
      <p className={styles.text}>{text}</p>
      <p className={styles.below}>
        {isMine ? 'You' : name}, <time dateTime={sentAt}>{since(sentAt)}</time>
        {isMine && isRead && ' · read'}
        {isReported && ' · reported'}
        {!isMine && !isReported && <LinkButton onClick={() => setIsReporting(true)}>Report</LinkButton>}
      </p>
      {isReporting && (
        <ReportDialog messageId={message.messageId} onDone={onReport} onClose={() => setIsReporting(false)} />
      )}
    </li>
  );
}

function ReportDialog({ messageId, onDone, onClose }: { messageId: string; onDone: () => void; onClose: () => void }) {
  const [reason, setReason] = useState<MessageReportReason>('unwanted');
  const [note, setNote] = useState('');
  const reporting = useMutation({
    mutationFn: () => call(reportMessage, { params: { messageId }, body: { reason, note } }),
    onSuccess: () => {
      onDone();
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
    <Dialog title="What is wrong with this message?" onClose={onClose}>
      <form ref={errors.form} className={styles.report} onSubmit={send} noValidate>
        <FormProblem problem={reporting.error} errors={errors} />
        <p className={styles.quiet}>
          An administrator reads this one message, and no other one of yours. Who wrote it is not told.
        </p>
        <Radio.Group
          label="Reason"
          value={reason}
          onChange={value => setReason(MESSAGE_REPORT_REASONS.find(one => one === value) ?? 'other')}
        >
          <div className={styles.reasons}>
            {MESSAGE_REPORT_REASONS.map(one => (
              <Radio key={one} value={one} label={MESSAGE_REPORT_WORDS[one]} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={
            <>
              What happened <span className="muted">optional</span>
            </>
          }
          name="note"
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          error={errors.of('note')}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={reporting.isPending}>
            Report the message
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
