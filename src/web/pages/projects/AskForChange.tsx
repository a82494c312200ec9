import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { askForAgreementChange } from '#contract/agreements';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Agreement.module.css';

/** Instead of signing: what should be different. A lead answers with a new version, and both see what changed. */
export function AskForChange({ projectId, version, asked }: { projectId: string; version: number; asked: string }) {
  const [text, setText] = useState<string | null>(null);
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: (words: string) =>
      call(askForAgreementChange, { params: { projectId, version }, body: { text: words } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['projects', projectId, 'agreement'] });
      setText(null);
    },
  });
  const errors = useFieldErrors(asking.error, ['text']);
  if (text === null) {
    return (
      <LinkButton onClick={() => setText(asked)}>
        {asked === '' ? 'Ask for a change instead' : 'Change what you asked for'}
      </LinkButton>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!asking.isPending) asking.mutate(text);
  };
  return (
    <form ref={errors.form} className={styles.sign} onSubmit={send} noValidate>
      <FormProblem problem={asking.error} errors={errors} />
      <Textarea
        label="What should be different"
        description="The leads and whoever is named read it. A new version answers it, and asks for new signatures."
        name="text"
        autosize
        minRows={3}
        maxLength={1000}
        value={text}
        error={errors.of('text')}
        onChange={event => setText(event.currentTarget.value)}
      />
      <ActionButton type="submit" isWorking={asking.isPending} isWide>
        Ask for the change
      </ActionButton>
      <LinkButton onClick={() => setText(null)}>Not now</LinkButton>
    </form>
  );
}
