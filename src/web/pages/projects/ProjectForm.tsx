import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { POST_FIELDS, PostFields, type ProjectPostFields } from './PostFields.tsx';
import styles from './Project.module.css';

const FIELDS = ['title', 'specialty', 'summary'] as const;

export interface ProjectFields extends ProjectPostFields {
  readonly title: string;
  readonly specialty: string;
  readonly summary: string;
}

/** A post that says nothing yet. */
export const EMPTY_POST: ProjectPostFields = {
  studyType: null,
  pay: null,
  workPlace: null,
  city: '',
  months: null,
  graduatedSince: null,
  examStepsAsked: [],
  visaRule: null,
  mentor: '',
  contactRule: '',
  letter: null,
};

/** What a project says of itself. Openings are matched by these words. */
export function ProjectForm({
  initial,
  problem,
  onSend,
  buttons,
}: {
  initial: ProjectFields;
  problem: unknown;
  onSend: (fields: ProjectFields) => void;
  buttons: ReactNode;
}) {
  const [fields, setFields] = useState(initial);
  const errors = useFieldErrors(problem, [...FIELDS, ...POST_FIELDS]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(fields);
  };
  const change = (name: (typeof FIELDS)[number]) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [name]: event.target.value });
  return (
    <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
      <FormProblem problem={problem} errors={errors} />
      <TextInput
        label="Title"
        name="title"
        value={fields.title}
        error={errors.of('title')}
        onChange={change('title')}
      />
      <TextInput
        label={
          <>
            Specialty <span className="muted">optional</span>
          </>
        }
        name="specialty"
        placeholder="Infectious diseases"
        value={fields.specialty}
        error={errors.of('specialty')}
        onChange={change('specialty')}
      />
      <Textarea
        label={
          <>
            What it is about <span className="muted">optional</span>
          </>
        }
        name="summary"
        description="The question, why it matters, where you stand. People are suggested by these words."
        autosize
        minRows={4}
        maxRows={14}
        value={fields.summary}
        error={errors.of('summary')}
        onChange={change('summary')}
      />
      <PostFields fields={fields} errors={errors} onChange={change => setFields({ ...fields, ...change })} />
      <div className={styles.buttons}>{buttons}</div>
    </form>
  );
}
