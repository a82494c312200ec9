import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import { listMyApplications } from '#contract/openings';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { roleName } from '../../words/roleName.ts';
import { since } from '../../words/since.ts';
import { ApplicationBadge } from './ApplicationBadge.tsx';
import { ApplicationSteps } from './ApplicationSteps.tsx';
import styles from './Project.module.css';
import { DECLINE_WORDS } from './postWords.ts';

type Row = ReplyOf<typeof listMyApplications>['applications'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'opening',
    head: 'Opening',
    phone: 'title',
    cell: row => (
      <Link to="/openings/$openingId" params={{ openingId: row.openingId }} className={styles.name}>
        {row.openingTitle}
      </Link>
    ),
  },
  {
    key: 'project',
    head: 'Project',
    phone: 'second',
    cell: row => (
      <div>
        {[row.projectTitle, row.leadName].filter(Boolean).join(' · ')}
        {row.state === 'declined' && (row.declineReason || row.declineNote) && (
          <p className={styles.second}>
            {[row.declineReason && DECLINE_WORDS[row.declineReason], row.declineNote].filter(Boolean).join(' ')}
          </p>
        )}
      </div>
    ),
  },
  { key: 'role', head: 'Role', phone: 'hidden', cell: row => roleName(row.role) },
  { key: 'sent', head: 'Sent', phone: 'hidden', cell: row => since(row.sentAt) },
  {
    key: 'seen',
    head: 'Seen',
    phone: 'hidden',
    cell: row => (row.seenAt === null ? <span className="muted">not yet</span> : since(row.seenAt)),
  },
  { key: 'steps', head: 'Way', phone: 'hidden', cell: row => <ApplicationSteps application={row} /> },
  { key: 'state', head: 'State', align: 'end', phone: 'end', cell: row => <ApplicationBadge application={row} /> },
];

/** Where one has applied, and how each application stands. Offers are answered at home. */
export function MyApplications() {
  const applications = useQuery({
    queryKey: ['applications'],
    queryFn: ({ signal }) => call(listMyApplications, { signal }),
  });
  return (
    <>
      <PageHead title="My applications" line="You can withdraw one on its opening’s page until it is answered." />
      {applications.isPending && <Loading shape="table" />}
      {applications.isError && <ErrorNote problem={applications.error} onRetry={() => void applications.refetch()} />}
      {applications.data && (
        <DataTable
          label="My applications"
          columns={COLUMNS}
          rows={applications.data.applications}
          rowKey={row => row.applicationId}
          empty={
            <EmptyState
              drawing="people"
              title="You have not applied anywhere yet"
              ways={[
                {
                  icon: null,
                  title: 'Find a seat',
                  line: 'Openings are ordered by how well they fit you, with reasons.',
                  action: (
                    <ActionButton kind="primary" to="/openings">
                      Look at openings
                    </ActionButton>
                  ),
                },
              ]}
            >
              Here you see whether your note was seen, and what was answered.
            </EmptyState>
          }
        />
      )}
    </>
  );
}
