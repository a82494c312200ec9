import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { listReportedMessages, settleMessageReport } from '#contract/messages';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Section } from '../../parts/Section.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { since } from '../../words/since.ts';
import { MESSAGE_REPORT_WORDS } from '../messages/messageWords.ts';
import styles from './Moderation.module.css';

type Report = ReplyOf<typeof listReportedMessages>['reports'][number];

/** For administrators: private messages that their readers reported. No other message is shown to anybody. */
export function ReportedMessages() {
  const reported = useQuery({
    queryKey: ['moderation', 'messages'],
    queryFn: ({ signal }) => call(listReportedMessages, { signal }),
  });
  if (reported.isError) return <ErrorNote problem={reported.error} onRetry={() => void reported.refetch()} />;
  if (!reported.data || reported.data.reports.length === 0) return null;
  return (
    <Section title="Reported messages">
      {reported.data.reports.map(report => (
        <ReportedMessage key={report.reportId} report={report} />
      ))}
    </Section>
  );
}

function ReportedMessage({ report }: { report: Report }) {
  const [because, setBecause] = useState('');
  const queries = useQueryClient();
  const { reportId, message, stoppedBecause } = report;
  const deciding = useMutation({
    mutationFn: (isStopped: boolean) =>
      call(settleMessageReport, { params: { reportId }, body: { isStopped, because: isStopped ? because : '' } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['moderation'] }),
  });
  const errors = useFieldErrors(deciding.error, ['because']);
  return (
    <article className={styles.card}>
      <h3 className={styles.title}>
        {message.from.name}
        {stoppedBecause !== null && <Badge kind="warn">Messages stopped</Badge>}
      </h3>
      <p className={styles.text}>{message.text}</p>
      <p className={styles.second}>
        <strong>{MESSAGE_REPORT_WORDS[report.reason]}</strong> {report.note} · {report.reportedBy},{' '}
        {since(report.reportedAt)}
        {report.settledAt !== null && ' · settled'}
      </p>
      <FormProblem problem={deciding.error} errors={errors} />
      <div className={styles.deeds}>
        {stoppedBecause === null ? (
          <>
            <TextInput
              aria-label="Why, for who wrote it to read"
              placeholder="Why, for who wrote it to read"
              name="because"
              value={because}
              error={errors.of('because')}
              onChange={event => setBecause(event.currentTarget.value)}
            />
            <ActionButton kind="danger" isWorking={deciding.isPending} onClick={() => deciding.mutate(true)}>
              Stop their messages
            </ActionButton>
            {report.settledAt === null && <ActionButton onClick={() => deciding.mutate(false)}>Leave it</ActionButton>}
          </>
        ) : (
          <>
            <p className={styles.second}>Because: {stoppedBecause}</p>
            <ActionButton isWorking={deciding.isPending} onClick={() => deciding.mutate(false)}>
              Let them write again
            </ActionButton>
          </>
        )}
      </div>
    </article>
  );
}
