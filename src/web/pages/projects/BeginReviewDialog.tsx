import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { createReview } from '#contract/reviews';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { ModeFields, modesBody, USUAL_MODES } from '../reviews/ModeFields.tsx';
import styles from './Project.module.css';
import type { ProjectDetails } from './useProject.ts';

/** Begins the project's review: its title, and how many people decide on each record. */
export function BeginReviewDialog({ project, onClose }: { project: ProjectDetails; onClose: () => void }) {
  const [title, setTitle] = useState(project.title);
  const [modes, setModes] = useState(USUAL_MODES);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const beginning = useMutation({
    mutationFn: () =>
      call(createReview, { params: { projectId: project.projectId }, body: { title, ...modesBody(modes) } }),
    onSuccess: async ({ id }) => {
      await Promise.all(['projects', 'reviews', 'home'].map(key => queries.invalidateQueries({ queryKey: [key] })));
      await navigate({ href: `/reviews/${id}` });
    },
  });
  const errors = useFieldErrors(beginning.error, ['title']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!beginning.isPending) beginning.mutate();
  };
  return (
    <Dialog title="Begin the review" onClose={onClose}>
      <form ref={errors.form} className={styles.inDialog} onSubmit={send} noValidate>
        <FormProblem problem={beginning.error} errors={errors} />
        <TextInput
          label="Title of the review"
          name="title"
          value={title}
          error={errors.of('title')}
          onChange={event => setTitle(event.target.value)}
        />
        <ModeFields modes={modes} onChange={setModes} />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={beginning.isPending}>
            Begin the review
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
