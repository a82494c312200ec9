import { IconArchive, IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { retireCriterion } from '#contract/protocol';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import styles from './CriteriaSection.module.css';
import type { Criterion } from './CriteriaSection.tsx';
import { CriterionForm } from './CriterionForm.tsx';

const ConfirmDialog = lazy(() =>
  import('../../parts/ConfirmDialog.tsx').then(part => ({ default: part.ConfirmDialog })),
);

/** One criterion with its tools: up, down, other words, retire. */
export function CriterionRow({
  reviewId,
  criterion,
  slots,
  isReadOnly,
  onUp,
  onDown,
}: {
  reviewId: string;
  criterion: Criterion;
  slots: readonly string[];
  isReadOnly: boolean;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
}) {
  const [state, setState] = useState<'shown' | 'changing' | 'retiring'>('shown');
  const { criterionId, kind, slot, text } = criterion;
  const queries = useQueryClient();
  const retiring = useMutation({
    mutationFn: () => call(retireCriterion, { params: { reviewId, criterionId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
  if (state === 'changing') {
    return (
      <li>
        <CriterionForm
          reviewId={reviewId}
          kind={kind}
          slots={slots}
          criterion={criterion}
          onClose={() => setState('shown')}
        />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <p className={styles.words}>
        {text} {slot && <span className={styles.slot}>({slot})</span>}
      </p>
      {!isReadOnly && (
        <span className={styles.tools}>
          {onUp && <IconButton label="Move up" icon={<IconArrowUp size={16} stroke={1.75} />} onClick={onUp} />}
          {onDown && <IconButton label="Move down" icon={<IconArrowDown size={16} stroke={1.75} />} onClick={onDown} />}
          <IconButton
            label="Change its words"
            icon={<IconPencil size={16} stroke={1.75} />}
            onClick={() => setState('changing')}
          />
          <IconButton
            label="Retire it"
            icon={<IconArchive size={16} stroke={1.75} />}
            onClick={() => setState('retiring')}
          />
        </span>
      )}
      {state === 'retiring' && (
        <Suspense>
          <ConfirmDialog
            title="Retire this criterion?"
            verb="Retire the criterion"
            isDangerous
            isWorking={retiring.isPending}
            onConfirm={() => retiring.mutate()}
            onClose={() => setState('shown')}
          >
            {retiring.error ? <ErrorNote problem={retiring.error} /> : null}
            <p>“{text}” is offered no more. Decisions that name it keep their reason. It can’t be brought back.</p>
          </ConfirmDialog>
        </Suspense>
      )}
    </li>
  );
}
