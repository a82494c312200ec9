import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { listOpenings } from '#contract/openings';
import type { OpeningState } from '#core/people/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { roleName } from '../../words/roleName.ts';
import type { OpeningDetails } from './openingBody.ts';
import styles from './Project.module.css';
import { useOpeningState } from './useOpeningState.ts';
import type { ProjectDetails } from './useProject.ts';

function useOpeningsOf(projectId: string, state: OpeningState) {
  return useQuery({
    queryKey: ['openings', 'of', projectId, state],
    queryFn: ({ signal }) => call(listOpenings, { query: { project: projectId, state }, signal }),
  });
}

/** The seats of a project: open ones first, closed ones below; its lead opens, changes and closes them. */
export function ProjectOpenings({ project }: { project: ProjectDetails }) {
  const open = useOpeningsOf(project.projectId, 'open');
  const closed = useOpeningsOf(project.projectId, 'closed');
  const changing = useOpeningState();
  const openings = [...(open.data?.openings ?? []), ...(closed.data?.openings ?? [])];
  const problem = open.error ?? closed.error ?? changing.error;
  return (
    <Section
      title="Openings"
      aside={
        <ActionButton size="small" because={project.may.openSeats} to={`/projects/${project.projectId}/openings/new`}>
          New opening
        </ActionButton>
      }
    >
      {problem && <ErrorNote problem={problem} safe="The openings are as they were." />}
      {open.data && closed.data && openings.length === 0 && (
        <p className={styles.second}>
          No seat was opened yet. An opening is seen by everybody who is signed in, and people are suggested for it.
        </p>
      )}
      <ul className={styles.people}>
        {openings.map(opening => (
          <li key={opening.openingId}>
            <div className={styles.words}>
              <Link to="/openings/$openingId" params={{ openingId: opening.openingId }} className={styles.name}>
                {opening.title}
              </Link>
              <p className={styles.second}>
                {roleName(opening.role)} · {opening.seatsLeft} of {opening.capacity} left
                {opening.closesOn && ` · by ${day(opening.closesOn)}`}
              </p>
            </div>
            <div className={styles.asides}>
              {opening.state === 'closed' && <Badge kind="fact">Closed</Badge>}
              {opening.may.seeApplicants === null && (
                <>
                  <ActionButton size="small" to={`/openings/${opening.openingId}/applicants`}>
                    Applicants
                  </ActionButton>
                  <OpeningMenu opening={opening} onState={state => changing.mutate({ opening, state })} />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OpeningMenu({ opening, onState }: { opening: OpeningDetails; onState: (state: OpeningState) => void }) {
  const navigate = useNavigate();
  const isOpen = opening.state === 'open';
  return (
    <MenuButton
      label={`Deeds for ${opening.title}`}
      size="small"
      deeds={[
        { name: 'Change it', onClick: () => void navigate({ href: `/openings/${opening.openingId}/edit` }) },
        { name: isOpen ? 'Close it' : 'Open it again', onClick: () => onState(isOpen ? 'closed' : 'open') },
      ]}
    />
  );
}
