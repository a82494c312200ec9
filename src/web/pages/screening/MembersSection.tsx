import { IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { OpenInvitations } from './OpenInvitations.tsx';
import { ROLE_WORDS } from './roleWords.ts';
import styles from './TeamPage.module.css';
import { type Project, useProject } from './teamQueries.ts';

const RolesDialog = lazy(() => import('./RolesDialog.tsx').then(module => ({ default: module.RolesDialog })));
const InviteDialog = lazy(() => import('./InviteDialog.tsx').then(module => ({ default: module.InviteDialog })));

type Member = Project['members'][number];

/** Who is in the team with which roles; leads change them and invite. */
export function MembersSection({ projectId }: { projectId: string }) {
  const project = useProject(projectId);
  const [open, setOpen] = useState<Member | 'invite' | null>(null);
  if (project.isPending) return <Loading shape="table" rows={3} />;
  if (project.isError) return <ErrorNote problem={project.error} onRetry={() => void project.refetch()} />;
  const { members, may } = project.data;
  const columns: Column<Member>[] = [
    {
      key: 'name',
      head: 'Person',
      phone: 'title',
      cell: one => (
        <span className={styles.person}>
          <Avatar name={one.name} size={30} /> {one.name}
        </span>
      ),
    },
    {
      key: 'roles',
      head: 'Roles',
      phone: 'below',
      cell: one => (
        <span className={styles.rolesLine}>
          {one.roles.map(role => (
            <Badge key={role} kind="neutral">
              {ROLE_WORDS[role].name}
            </Badge>
          ))}
        </span>
      ),
    },
    { key: 'since', head: 'Since', phone: 'hidden', cell: one => day(one.joinedAt, 'short') },
    ...(may.setRoles === null
      ? [
          {
            key: 'deed',
            head: <span className="for-screen-readers">Deeds</span>,
            align: 'end' as const,
            phone: 'end' as const,
            cell: (one: Member) => (
              <LinkButton label={`Change the roles of ${one.name}`} onClick={() => setOpen(one)}>
                Change roles
              </LinkButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title="Members"
      aside={
        may.invite === null && (
          <ActionButton size="small" icon={<IconUserPlus size={16} stroke={1.75} />} onClick={() => setOpen('invite')}>
            Invite somebody
          </ActionButton>
        )
      }
    >
      <DataTable label="Members" columns={columns} rows={members} rowKey={one => one.personId} />
      {may.invite === null && <OpenInvitations projectId={projectId} />}
      <Suspense fallback={null}>
        {open === 'invite' && <InviteDialog projectId={projectId} onClose={() => setOpen(null)} />}
        {open !== null && open !== 'invite' && (
          <RolesDialog projectId={projectId} member={open} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </Section>
  );
}
