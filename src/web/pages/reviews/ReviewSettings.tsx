import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { configureReview, type getReview } from '#contract/reviews';
import { STAGES } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { ModeFields, type Modes, modesBody, type StageMode } from './ModeFields.tsx';
import { ModePreview } from './ModePreview.tsx';
import styles from './ReviewForm.module.css';

/** The review's title, and how many screen each record; for its lead. */
export function ReviewSettings({ review, onClose }: { review: ReplyOf<typeof getReview>; onClose: () => void }) {
  const { reviewId } = review;
  const [title, setTitle] = useState(review.title);
  const [modes, setModes] = useState<Modes>(modesOf(review));
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () =>
      call(configureReview, {
        params: { reviewId },
        body: { title, ...modesBody(modes) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews'] });
      onClose();
    },
  });
  const errors = useFieldErrors(saving.error, ['title']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <Dialog title="Settings of this review" place="side" onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={saving.error} errors={errors} />
        <Textarea
          label="Title"
          name="title"
          autosize
          minRows={2}
          value={title}
          error={errors.of('title')}
          onChange={event => setTitle(event.target.value)}
        />
        <ModeFields modes={modes} onChange={setModes} />
        {STAGES.filter(stage => !isSame(modes[stage], modesOf(review)[stage])).map(stage => (
          <ModePreview key={stage} reviewId={reviewId} stage={stage} wanted={modes[stage]} />
        ))}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={saving.isPending}>
            Save settings
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

function modesOf({ modes, sharePercents }: ReplyOf<typeof getReview>): Modes {
  return {
    'title-and-abstract': { mode: modes['title-and-abstract'], sharePercent: sharePercents['title-and-abstract'] },
    'full-text': { mode: modes['full-text'], sharePercent: sharePercents['full-text'] },
  };
}

function isSame(one: StageMode, other: StageMode): boolean {
  return one.mode === other.mode && (one.mode !== 'share' || one.sharePercent === other.sharePercent);
}
