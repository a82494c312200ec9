import { IconBriefcase, IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import { listProjects } from '#contract/projects';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { roleList } from '../../words/roleList.ts';
import styles from './Project.module.css';

type Row = ReplyOf<typeof listProjects>['projects'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'title',
    head: 'Project',
    phone: 'title',
    cell: project => (
      <div>
        <Link to="/projects/$projectId" params={{ projectId: project.projectId }} className={styles.title}>
          {project.title}
        </Link>
        {project.specialty && <p className={styles.second}>{project.specialty}</p>}
      </div>
    ),
  },
  { key: 'roles', head: 'You are', phone: 'second', cell: project => roleList(project.roles) },
  {
    key: 'team',
    head: 'Team',
    align: 'end',
    phone: 'second',
    cell: project => counted(project.memberCount, 'person', 'people'),
  },
  {
    key: 'seats',
    head: 'Open seats',
    align: 'end',
    phone: 'hidden',
    cell: project =>
      project.openSeats === 0 ? <span className="muted">none</span> : <span>{count(project.openSeats)}</span>,
  },
  {
    key: 'review',
    head: '',
    align: 'end',
    phone: 'hidden',
    cell: project =>
      project.reviewId === null ? (
        <span className="muted">no review yet</span>
      ) : (
        <ActionButton size="small" to={`/reviews/${project.reviewId}`} label={`Open the review of ${project.title}`}>
          Open the review
        </ActionButton>
      ),
  },
];

/** The projects that one is in: a team around one review. */
export function Projects() {
  const projects = useQuery({ queryKey: ['projects'], queryFn: ({ signal }) => call(listProjects, { signal }) });
  const rows = projects.data?.projects;
  return (
    <>
      <PageHead
        title="Projects"
        line="A project is a team around one review: its people, invitations and open seats."
        actions={
          rows && rows.length > 0 ? (
            <ActionButton kind="primary" to="/projects/new" icon={<IconPlus stroke={1.75} />}>
              New project
            </ActionButton>
          ) : undefined
        }
      />
      {projects.isPending && <Loading shape="table" />}
      {projects.isError && <ErrorNote problem={projects.error} onRetry={() => void projects.refetch()} />}
      {rows && (
        <DataTable
          label="Projects"
          columns={COLUMNS}
          rows={rows}
          rowKey={project => project.projectId}
          empty={
            <EmptyState
              drawing="people"
              title="You are in no project yet"
              ways={[
                {
                  icon: <IconFolderPlus stroke={1.75} />,
                  title: 'Begin one',
                  line: 'You lead it, and invite or find the others.',
                  action: (
                    <ActionButton kind="primary" to="/projects/new">
                      New project
                    </ActionButton>
                  ),
                },
                {
                  icon: <IconBriefcase stroke={1.75} />,
                  title: 'Join one',
                  line: 'Openings are ordered by how well they fit you, with reasons.',
                  action: <ActionButton to="/openings">Look at openings</ActionButton>,
                },
              ]}
              foot="Invited by somebody? Open the link that you were sent."
            >
              A project holds the team of one review: who is in it, as what, and which seats are still open.
            </EmptyState>
          }
        />
      )}
    </>
  );
}
