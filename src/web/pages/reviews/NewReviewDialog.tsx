import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { createProject } from '#contract/projects';
import { createReview } from '#contract/reviews';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { ModeFields, modesBody, USUAL_MODES } from './ModeFields.tsx';
import styles from './ReviewForm.module.css';

/** Begins a project and its review in one go; who begins it leads it. */
export function NewReviewDialog({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [modes, setModes] = useState(USUAL_MODES);
  // Kept, so that a second try after a hiccup doesn't begin a second project.
  const project = useRef<{ title: string; projectId: string } | null>(null);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const beginning = useMutation({
    mutationFn: async () => {
      if (project.current?.title !== title) {
        const made = await call(createProject, { body: { title } });
        project.current = { title, projectId: made.id };
      }
      const { projectId } = project.current;
      return call(createReview, {
        params: { projectId },
        body: { title, ...modesBody(modes) },
      });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/reviews/$reviewId', params: { reviewId: id } });
    },
  });
  const errors = useFieldErrors(beginning.error, ['title']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!beginning.isPending) beginning.mutate();
  };
  return (
    <Dialog title="New review" onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={beginning.error} errors={errors} />
        <Textarea
          label="Title"
          name="title"
          autosize
          minRows={2}
          placeholder="BCG vaccination for the prevention of tuberculosis"
          description="As it will stand over the review. You can change it later."
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
