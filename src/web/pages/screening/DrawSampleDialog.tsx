import { NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { drawSample } from '#contract/ranking';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import styles from './RankingPage.module.css';
import { useFreshReview } from './rankingQueries.ts';

export interface DrawSampleDialogProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly unscreened: number;
  readonly onClose: () => void;
}

/** Records by lot from those that nobody has read, to estimate what is left among them. */
export function DrawSampleDialog({ reviewId, stage, unscreened, onClose }: DrawSampleDialogProps) {
  const refresh = useFreshReview(reviewId);
  const [count, setCount] = useState(Math.min(150, unscreened));
  const draw = useMutation({
    mutationFn: () =>
      call(drawSample, {
        params: { reviewId, stage },
        // A lot that can be drawn again: it follows from how many were left.
        body: { count, seed: unscreened },
      }),
    onSuccess: async ({ notGivenOut }) => {
      toast({
        text:
          notGivenOut === 0
            ? 'The sample comes first for everybody now'
            : `The sample is drawn; ${counted(notGivenOut, 'record')} of it are not given out yet`,
      });
      onClose();
      await refresh();
    },
  });
  const errors = useFieldErrors(draw.error, ['count']);
  return (
    <Dialog title="Draw a sample of the rest" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!draw.isPending) draw.mutate();
        }}
      >
        <FormProblem problem={draw.error} errors={errors} />
        <p>
          Drawn by lot from {counted(unscreened, 'record')} that nobody has decided on. They come first for whoever has
          them, and recall is estimated when all of them are read. Choose the number before you look.
        </p>
        <NumberInput
          label="Records"
          name="count"
          min={1}
          max={Math.min(20_000, unscreened)}
          allowDecimal={false}
          error={errors.of('count')}
          value={count}
          onChange={value => {
            if (typeof value === 'number') setCount(value);
          }}
        />
        <ActionButton kind="primary" type="submit" isWorking={draw.isPending}>
          Draw {counted(count, 'record')}
        </ActionButton>
      </form>
    </Dialog>
  );
}
