import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { listInvitations, withdrawInvitation } from '#contract/projects';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { day } from '../../words/day.ts';
import { roleList } from '../../words/roleList.ts';
import styles from './Project.module.css';

const InviteDialog = lazy(() => import('./InviteDialog.tsx').then(module => ({ default: module.InviteDialog })));

type Invitation = ReplyOf<typeof listInvitations>['invitations'][number];

function standing(invitation: Invitation) {
  if (invitation.acceptedByName) return <Badge kind="include">{invitation.acceptedByName} joined</Badge>;
  return invitation.isUsable ? (
    <span>until {day(invitation.expiresAt)}</span>
  ) : (
    <span className="muted">no longer valid</span>
  );
}

/** Links that make whoever opens them a member: made, seen and withdrawn by the lead. */
export function InvitationsSection({ projectId }: { projectId: string }) {
  const [isInviting, setIsInviting] = useState(false);
  const queries = useQueryClient();
  const key = ['projects', projectId, 'invitations'];
  const invitations = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(listInvitations, { params: { projectId }, signal }),
  });
  const withdrawing = useMutation({
    mutationFn: (invitationId: string) => call(withdrawInvitation, { params: { projectId, invitationId } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key });
      toast({ text: 'Invitation withdrawn: its link leads nowhere now' });
    },
  });
  const columns: readonly Column<Invitation>[] = [
    {
      key: 'for',
      head: 'For',
      phone: 'title',
      cell: one => one.forName ?? one.email ?? <span className="muted">whoever has the link</span>,
    },
    { key: 'roles', head: 'As', phone: 'second', cell: one => roleList(one.roles) },
    { key: 'by', head: 'Made', phone: 'hidden', cell: one => `${day(one.createdAt)}, ${one.invitedBy}` },
    { key: 'state', head: 'Valid', phone: 'second', cell: standing },
    {
      key: 'deed',
      head: '',
      align: 'end',
      phone: 'end',
      cell: one =>
        one.isUsable && <LinkButton onClick={() => withdrawing.mutate(one.invitationId)}>Withdraw</LinkButton>,
    },
  ];
  return (
    <Section
      title="Invitations"
      aside={
        <ActionButton size="small" onClick={() => setIsInviting(true)}>
          Invite somebody
        </ActionButton>
      }
    >
      {invitations.isPending && <Loading shape="lines" rows={2} />}
      {invitations.isError && <ErrorNote problem={invitations.error} onRetry={() => void invitations.refetch()} />}
      {withdrawing.isError && <ErrorNote problem={withdrawing.error} safe="The invitation is as it was." />}
      {invitations.data && (
        <DataTable
          label="Invitations"
          columns={columns}
          rows={invitations.data.invitations}
          rowKey={one => one.invitationId}
          empty={<p className={styles.second}>Nobody is invited. An invitation is a link that you send yourself.</p>}
        />
      )}
      {isInviting && (
        <Suspense>
          <InviteDialog projectId={projectId} onClose={() => setIsInviting(false)} />
        </Suspense>
      )}
    </Section>
  );
}
