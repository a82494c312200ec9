import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { updateProject } from '#contract/projects';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { FactList } from './FactList.tsx';
import styles from './Project.module.css';
import { type ProjectFields, ProjectForm } from './ProjectForm.tsx';
import { postFacts, ruleFacts } from './postFacts.ts';
import type { ProjectDetails } from './useProject.ts';

/** What the project says of itself, and for its lead the form to change it. */
export function ProjectAbout({ project }: { project: ProjectDetails }) {
  const [isEditing, setIsEditing] = useState(false);
  const queries = useQueryClient();
  const { projectId, title, specialty, summary } = project;
  const saving = useMutation({
    mutationFn: (fields: ProjectFields) => call(updateProject, { params: { projectId }, body: fields }),
    onSuccess: async () => {
      await Promise.all(['projects', 'openings'].map(key => queries.invalidateQueries({ queryKey: [key] })));
      setIsEditing(false);
    },
  });
  const mayChange = project.may.edit === null && !isEditing;
  return (
    <Section
      title="About"
      aside={mayChange ? <LinkButton onClick={() => setIsEditing(true)}>Change</LinkButton> : undefined}
    >
      {isEditing ? (
        <ProjectForm
          initial={{ title, specialty, summary, ...project.post }}
          problem={saving.error}
          onSend={fields => saving.mutate(fields)}
          buttons={
            <>
              <ActionButton onClick={() => setIsEditing(false)}>Leave it as it was</ActionButton>
              <ActionButton type="submit" kind="primary" isWorking={saving.isPending}>
                Save the description
              </ActionButton>
            </>
          }
        />
      ) : (
        <>
          <p className={styles.summary}>
            {summary ||
              (mayChange
                ? 'Nothing is said here yet. A few sentences help people to see whether they fit.'
                : 'Nothing is said here yet.')}
          </p>
          <FactList facts={[...postFacts(project.post), ...ruleFacts(project.post)]} />
        </>
      )}
    </Section>
  );
}
