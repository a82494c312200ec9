import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listMyApplications } from '#contract/openings';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { roleList } from '../../words/roleList.ts';
import { ApplicationBadge } from '../projects/ApplicationBadge.tsx';
import { ApplicationSteps } from '../projects/ApplicationSteps.tsx';
import styles from './Home.module.css';
import type { HomeReply, ProjectRow } from './waiting.tsx';

const SHOWN = 3;

/** Beside what waits: seats to fill, for who leads; projects without a review; one's applications. */
export function HomeAside({ seats, projects }: { seats: HomeReply['seatsToFill']; projects: readonly ProjectRow[] }) {
  const applications = useQuery({
    queryKey: ['applications'],
    queryFn: ({ signal }) => call(listMyApplications, { signal }),
  }).data?.applications;
  return (
    <>
      {seats.length > 0 && (
        <Section title="Seats to fill" aside={<Link to="/projects">Projects</Link>}>
          <ul className={styles.seats}>
            {seats.map(seat => (
              <li key={seat.openingId}>
                <div className={styles.rowWords}>
                  <p className={styles.seatTitle}>{seat.title}</p>
                  <p className={styles.rowLine}>{seat.projectTitle}</p>
                  <p className={styles.applicants}>
                    {seat.applicants === 0 ? 'no applicant yet' : counted(seat.applicants, 'applicant')}
                  </p>
                </div>
                <ActionButton
                  size="small"
                  to={`/openings/${seat.openingId}/applicants`}
                  {...(seat.applicants === 0 ? { search: { tab: 'suggested' } } : {})}
                  label={`${seat.applicants === 0 ? 'Suggested people' : 'Applicants'} for ${seat.title}`}
                >
                  {seat.applicants === 0 ? 'Suggestions' : 'See'}
                </ActionButton>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {projects.length > 0 && (
        <Section title="No review yet" aside={<Link to="/projects">Projects</Link>}>
          <ul className={styles.seats}>
            {projects.map(project => (
              <li key={project.projectId}>
                <div className={styles.rowWords}>
                  <Link
                    to="/projects/$projectId"
                    params={{ projectId: project.projectId }}
                    className={styles.seatTitle}
                  >
                    {project.title}
                  </Link>
                  <p className={styles.rowLine}>{roleList(project.roles)}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {applications && applications.length > 0 && (
        <Section title="My applications" aside={<Link to="/applications">All {applications.length}</Link>}>
          <ul className={styles.seats}>
            {applications.slice(0, SHOWN).map(application => (
              <li key={application.applicationId}>
                <div className={styles.rowWords}>
                  <Link
                    to="/openings/$openingId"
                    params={{ openingId: application.openingId }}
                    className={styles.seatTitle}
                  >
                    {application.openingTitle}
                  </Link>
                  <p className={styles.rowLine}>
                    {[application.projectTitle, application.leadName].filter(Boolean).join(' · ')}
                  </p>
                  <ApplicationSteps application={application} />
                </div>
                <ApplicationBadge application={application} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
