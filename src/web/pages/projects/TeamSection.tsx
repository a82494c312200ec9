import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { removeMember } from '#contract/projects';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { useSession } from '../../queries/useSession.ts';
import { day } from '../../words/day.ts';
import { roleList } from '../../words/roleList.ts';
import styles from './Project.module.css';
import type { ProjectDetails } from './useProject.ts';

const RolesDialog = lazy(() => import('./RolesDialog.tsx').then(module => ({ default: module.RolesDialog })));
const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(module => ({ default: module.ConfirmDialog })),
);

type Member = ProjectDetails['members'][number];

/** Who is in the project and as what; its lead sets roles and lets go, everybody may leave. */
export function TeamSection({ project }: { project: ProjectDetails }) {
  const me = useSession().data?.person?.personId;
  const [changing, setChanging] = useState<Member | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { projectId } = project;
  const removing = useMutation({
    mutationFn: (member: Member) => call(removeMember, { params: { projectId, personId: member.personId } }),
    onSettled: () => setLeaving(null),
    onSuccess: async (_, member) => {
      if (member.personId === me) await navigate({ to: '/projects' });
      toast({ text: member.personId === me ? `You left ${project.title}` : `${member.name} is no longer in the team` });
      await Promise.all(['projects', 'home', 'reviews'].map(key => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const errors = useFieldErrors(removing.error, []);
  const isMine = leaving?.personId === me;
  return (
    <Section title="Team" hint={String(project.members.length)}>
      <FormProblem problem={removing.error} errors={errors} />
      <ul className={styles.people}>
        {project.members.map(member => (
          <li key={member.personId}>
            <Avatar name={member.name} size={34} />
            <div className={styles.words}>
              <Link to="/people/$personId" params={{ personId: member.personId }} className={styles.name}>
                {member.name}
              </Link>
              {member.personId === me && <span className="muted"> you</span>}
              <p className={styles.second}>
                {roleList(member.roles)} · since {day(member.joinedAt)}
              </p>
            </div>
            {project.may.setRoles === null ? (
              <MenuButton
                label={`Deeds for ${member.name}`}
                size="small"
                deeds={[
                  { name: 'Set roles', onClick: () => setChanging(member) },
                  {
                    name: member.personId === me ? 'Leave the project' : 'Let go',
                    isDangerous: true,
                    onClick: () => setLeaving(member),
                  },
                ]}
              />
            ) : (
              member.personId === me && (
                <ActionButton size="small" kind="danger" onClick={() => setLeaving(member)}>
                  Leave
                </ActionButton>
              )
            )}
          </li>
        ))}
      </ul>
      <Suspense>
        {changing && <RolesDialog projectId={projectId} member={changing} onClose={() => setChanging(null)} />}
        {leaving && (
          <ConfirmDialog
            title={isMine ? 'Leave this project?' : `Let ${leaving.name} go?`}
            verb={isMine ? 'Leave the project' : 'Let go'}
            isDangerous
            isWorking={removing.isPending}
            onConfirm={() => removing.mutate(leaving)}
            onClose={() => setLeaving(null)}
          >
            {isMine
              ? 'You no longer see the project and its review. What you did stays yours and stays in the review.'
              : 'They no longer see the project and its review. What they did stays theirs and stays in the review.'}
          </ConfirmDialog>
        )}
      </Suspense>
    </Section>
  );
}
