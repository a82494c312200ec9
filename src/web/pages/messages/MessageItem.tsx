import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { type getConversation, reportMessage } from '#contract/messages';
import { MESSAGE_REPORT_REASONS } from '#core/people/messageWords';
import { call } from '../../call.ts';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { ReportDialog } from '../../parts/ReportDialog.tsx';
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
        <ReportDialog
          thing="message"
          who="An administrator reads this one message, and no other one of yours. Who wrote it is not told."
          reasons={MESSAGE_REPORT_REASONS}
          words={MESSAGE_REPORT_WORDS}
          usual="unwanted"
          askFor="What happened"
          onReport={body => call(reportMessage, { params: { messageId: message.messageId }, body })}
          onDone={onReport}
          onClose={() => setIsReporting(false)}
        />
      )}
    </li>
  );
}
