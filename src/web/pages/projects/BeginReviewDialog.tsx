import { Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { createReview } from '#contract/reviews';
import type { ScreeningMode } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Project.module.css';
import type { ProjectDetails } from './useProject.ts';

const MODES = [
  { value: 'double', label: 'Two people, blind to each other' },
  { value: 'single', label: 'One person' },
] as const;

const STAGES = [
  { key: 'titleAndAbstractMode', label: 'Each record, by title and abstract' },
  { key: 'fullTextMode', label: 'Each report, by full text' },
] as const;

/** Begins the project's review: its title, and how many people decide on each record. */
export function BeginReviewDialog({ project, onClose }: { project: ProjectDetails; onClose: () => void }) {
  const [title, setTitle] = useState(project.title);
  const [modes, setModes] = useState<Record<(typeof STAGES)[number]['key'], ScreeningMode>>({
    titleAndAbstractMode: 'double',
    fullTextMode: 'double',
  });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const beginning = useMutation({
    mutationFn: () => call(createReview, { params: { projectId: project.projectId }, body: { title, ...modes } }),
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
        {STAGES.map(stage => (
          <Radio.Group
            key={stage.key}
            label={stage.label}
            value={modes[stage.key]}
            onChange={value => setModes({ ...modes, [stage.key]: value === 'single' ? 'single' : 'double' })}
          >
            <div className={styles.stages}>
              {MODES.map(mode => (
                <Radio key={mode.value} value={mode.value} label={mode.label} />
              ))}
            </div>
          </Radio.Group>
        ))}
        <p className={styles.second}>
          With two, neither learns what the other chose until both have decided; what differs goes to an adjudicator.
        </p>
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
