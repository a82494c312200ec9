import { useMutation, useQueryClient } from '@tanstack/react-query';
import { withdrawInvitation } from '#contract/projects';
import { call } from '../../call.ts';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { day } from '../../words/day.ts';
import { ROLE_WORDS } from './roleWords.ts';
import styles from './TeamPage.module.css';
import { useInvitations } from './teamQueries.ts';

/** Links that somebody could still open, and the way to make them worthless. */
export function OpenInvitations({ projectId }: { projectId: string }) {
  const queries = useQueryClient();
  const invitations = useInvitations(projectId, true);
  const withdraw = useMutation({
    mutationFn: (invitationId: string) => call(withdrawInvitation, { params: { projectId, invitationId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['projects', projectId, 'invitations'] }),
  });
  const usable = invitations.data?.invitations.filter(one => one.isUsable) ?? [];
  if (usable.length === 0) return null;
  return (
    <ul className={styles.people} aria-label="Open invitations">
      {usable.map(one => (
        <li key={one.invitationId}>
          <span className="muted">
            Invitation as {one.roles.map(role => ROLE_WORDS[role].name.toLowerCase()).join(', ')}
            {one.forName || one.email ? ` for ${one.forName ?? one.email}` : ''}, until {day(one.expiresAt)}
          </span>
          <LinkButton onClick={() => withdraw.mutate(one.invitationId)}>Withdraw</LinkButton>
        </li>
      ))}
    </ul>
  );
}
