import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { acceptInvitation, getInvitation } from '#contract/projects';
import { call } from '../../call.ts';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { useSession } from '../../queries/useSession.ts';
import { day } from '../../words/day.ts';
import { roleList } from '../../words/roleList.ts';
import styles from './WayIn.module.css';

/** Where an invitation's link leads: into which project, by whom, as what. Visitors sign in and come back here. */
export function Invitation() {
  const { token = '' } = useParams({ strict: false });
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const invitation = useQuery({
    queryKey: ['invitations', token],
    queryFn: ({ signal }) => call(getInvitation, { params: { token }, signal }),
  });
  const joining = useMutation({
    mutationFn: () => call(acceptInvitation, { params: { token } }),
    onSuccess: async ({ projectId }) => {
      await Promise.all(['projects', 'home', 'reviews'].map(key => queries.invalidateQueries({ queryKey: [key] })));
      await navigate({ to: '/projects/$projectId', params: { projectId } });
    },
  });
  const errors = useFieldErrors(joining.error, []);
  const person = session.data?.person;
  const back = { back: `/invitations/${token}` };
  const said = invitation.data;
  return (
    <BareLayout
      title={invitation.isError ? 'Invitation' : 'You are invited'}
      {...(person ? { foot: `You are signed in as ${person.name}, ${person.email}.` } : {})}
    >
      {invitation.isPending && <Loading shape="lines" rows={3} />}
      {invitation.isError && (
        <ErrorNote problem={invitation.error} actions={<ActionButton to="/">Go to the first page</ActionButton>} />
      )}
      {said && (
        <>
          <p className={styles.over}>{said.invitedBy} invites you to</p>
          <h2 className={styles.project}>{said.projectTitle}</h2>
          <dl className={styles.facts}>
            <dt>As</dt>
            <dd>{roleList(said.roles)}</dd>
            <dt>Until</dt>
            <dd>{day(said.expiresAt)}</dd>
          </dl>
          {said.whyNot !== null && (
            <Note kind="warn" claim={said.whyNot}>
              Ask {said.invitedBy} for a new link.
            </Note>
          )}
          {said.whyNot === null && (
            <div className={styles.ways}>
              <FormProblem problem={joining.error} errors={errors} />
              {person ? (
                <ActionButton kind="primary" isWorking={joining.isPending} onClick={() => joining.mutate()} isWide>
                  Join the project
                </ActionButton>
              ) : (
                <>
                  <ActionButton kind="primary" to="/sign-up" search={back} isWide>
                    Create an account and join
                  </ActionButton>
                  <ActionButton to="/sign-in" search={back} isWide>
                    Sign in and join
                  </ActionButton>
                </>
              )}
            </div>
          )}
        </>
      )}
    </BareLayout>
  );
}
