import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { listReportedOpenings, moderateOpening } from '#contract/openingAlerts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import { since } from '../../words/since.ts';
import styles from './Moderation.module.css';
import { REPORT_WORDS } from './postWords.ts';
import { ReportedMessages } from './ReportedMessages.tsx';

type Reported = ReplyOf<typeof listReportedOpenings>['openings'][number];

/** For administrators: openings that were reported, what they say, and the choice to take them out of sight. */
export function Moderation() {
  const reported = useQuery({
    queryKey: ['moderation'],
    queryFn: ({ signal }) => call(listReportedOpenings, { signal }),
  });
  if (reported.isPending) return <Loading shape="page" />;
  if (reported.isError) return <ErrorNote problem={reported.error} onRetry={() => void reported.refetch()} />;
  const { openings } = reported.data;
  const waiting = openings.filter(opening => opening.reports.some(report => report.settledAt === null)).length;
  return (
    <>
      <PageHead
        title="Reported openings and messages"
        line={waiting === 0 ? 'No opening waits for you.' : `${counted(waiting, 'opening')} to look at`}
      />
      <ReportedMessages />
      {openings.length === 0 && (
        <EmptyState drawing="people" title="Nobody has reported an opening">
          A post that asks for money is refused when it is written. What readers report comes here.
        </EmptyState>
      )}
      {openings.map(opening => (
        <ReportedOpening key={opening.openingId} opening={opening} />
      ))}
    </>
  );
}

function ReportedOpening({ opening }: { opening: Reported }) {
  const [because, setBecause] = useState('');
  const queries = useQueryClient();
  const { openingId } = opening;
  const isHidden = opening.hiddenAt !== null;
  const deciding = useMutation({
    mutationFn: (hides: boolean) =>
      call(moderateOpening, { params: { openingId }, body: { isHidden: hides, because: hides ? because : '' } }),
    onSuccess: () => Promise.all(['moderation', 'openings'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  });
  const errors = useFieldErrors(deciding.error, ['because']);
  return (
    <article className={styles.card}>
      <h2 className={styles.title}>
        <Link to="/openings/$openingId" params={{ openingId }}>
          {opening.title}
        </Link>
        {isHidden && <Badge kind="warn">Out of sight</Badge>}
      </h2>
      <p className={styles.second}>
        {opening.projectTitle} · {opening.leadName}
      </p>
      <p className={styles.text}>{[opening.asks, opening.earns].filter(Boolean).join('\n')}</p>
      <ul className={styles.reports}>
        {opening.reports.map(report => (
          <li key={report.reportId}>
            <strong>{REPORT_WORDS[report.reason]}</strong> {report.note}
            <span className={styles.second}>
              {report.reportedBy}, {since(report.reportedAt)}
              {report.settledAt !== null && ' · settled'}
            </span>
          </li>
        ))}
      </ul>
      <FormProblem problem={deciding.error} errors={errors} />
      {isHidden ? (
        <div className={styles.deeds}>
          <p className={styles.second}>Because: {opening.hiddenBecause}</p>
          <ActionButton isWorking={deciding.isPending} onClick={() => deciding.mutate(false)}>
            Bring it back
          </ActionButton>
        </div>
      ) : (
        <div className={styles.deeds}>
          <TextInput
            aria-label="Why, for the lead to read"
            placeholder="Why, for the lead to read"
            name="because"
            value={because}
            error={errors.of('because')}
            onChange={event => setBecause(event.target.value)}
          />
          <ActionButton kind="danger" isWorking={deciding.isPending} onClick={() => deciding.mutate(true)}>
            Take it out of sight
          </ActionButton>
          {opening.reports.some(report => report.settledAt === null) && (
            <ActionButton onClick={() => deciding.mutate(false)}>Leave it</ActionButton>
          )}
        </div>
      )}
    </article>
  );
}
