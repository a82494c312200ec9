import { IconArrowRight, IconStethoscope, IconUserCheck, IconUsers } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { CallProblem } from '../../CallProblem.ts';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { counted } from '../../words/counted.ts';
import { roleList } from '../../words/roleList.ts';
import { NotFound } from '../NotFound.tsx';
import { InvitationsSection } from './InvitationsSection.tsx';
import { ProjectAbout } from './ProjectAbout.tsx';
import { ProjectOpenings } from './ProjectOpenings.tsx';
import { TeamSection } from './TeamSection.tsx';
import { type ProjectDetails, useProject } from './useProject.ts';

const BeginReviewDialog = lazy(() =>
  import('./BeginReviewDialog.tsx').then(module => ({ default: module.BeginReviewDialog })),
);

/** A project: what it is about, its team, invitations and openings, and the way to its review. */
export function Project() {
  const { projectId = '' } = useParams({ strict: false });
  const project = useProject(projectId);
  usePlace(project.data?.title);
  if (project.isPending) return <Loading shape="page" />;
  if (project.isError) {
    if (project.error instanceof CallProblem && project.error.status === 404) return <NotFound />;
    return <ErrorNote problem={project.error} onRetry={() => void project.refetch()} />;
  }
  return <Content project={project.data} />;
}

function Content({ project }: { project: ProjectDetails }) {
  const [isBeginning, setIsBeginning] = useState(false);
  const facts = [
    { icon: <IconUserCheck stroke={1.75} />, text: `You: ${roleList(project.roles)}` },
    { icon: <IconUsers stroke={1.75} />, text: counted(project.members.length, 'person', 'people') },
    ...(project.specialty ? [{ icon: <IconStethoscope stroke={1.75} />, text: project.specialty }] : []),
  ];
  return (
    <>
      <PageHead
        title={project.title}
        isSerif
        facts={facts}
        actions={
          <>
            <ActionButton to={`/projects/${project.projectId}/agreement`}>Authorship agreement</ActionButton>
            {project.reviewId === null ? (
              <ActionButton kind="primary" because={project.may.createReview} onClick={() => setIsBeginning(true)}>
                Begin the review
              </ActionButton>
            ) : (
              <ActionButton kind="primary" to={`/reviews/${project.reviewId}`} after={<IconArrowRight stroke={1.75} />}>
                Open the review
              </ActionButton>
            )}
          </>
        }
      />
      <ProjectAbout project={project} />
      <TeamSection project={project} />
      {project.may.invite === null && <InvitationsSection projectId={project.projectId} />}
      <ProjectOpenings project={project} />
      {isBeginning && (
        <Suspense>
          <BeginReviewDialog project={project} onClose={() => setIsBeginning(false)} />
        </Suspense>
      )}
    </>
  );
}
