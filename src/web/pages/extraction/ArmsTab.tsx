import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Note } from '../../parts/Note.tsx';
import { ArmFields } from './ArmFields.tsx';
import type { Arm, Study } from './extraction.ts';
import styles from './Rows.module.css';
import type { TellTrouble } from './StudyPage.tsx';
import { useArmDeeds } from './useExtraction.ts';

/** The groups of a study. Arms of one kind are combined when they are pooled. */
export function ArmsTab({
  reviewId,
  study,
  tellTrouble,
}: {
  reviewId: string;
  study: Study;
  tellTrouble: TellTrouble;
}) {
  const because = study.may.reshape;
  const { add, remove } = useArmDeeds(reviewId, study.studyId);
  const [removing, setRemoving] = useState<Arm | null>(null);
  const problem = add.error ?? remove.error;
  const last = study.arms.reduce((most, arm) => Math.max(most, arm.position), -1);
  return (
    <>
      {problem && <Note kind="error" claim={problem.message} />}
      <ul className={styles.rows}>
        {study.arms.map(arm => (
          <ArmFields
            key={arm.armId}
            reviewId={reviewId}
            study={study}
            arm={arm}
            because={because}
            becauseFill={study.may.fill}
            onRemove={() => setRemoving(arm)}
            tellTrouble={tellTrouble}
          />
        ))}
      </ul>
      <p className={styles.second} style={{ margin: '12px 0 16px' }}>
        Several arms of one kind are combined by the Cochrane Handbook’s formulas. An arm that is “not pooled” keeps its
        numbers and stays out of the synthesis.
      </p>
      <ActionButton
        icon={<IconPlus stroke={1.75} />}
        because={because}
        isWorking={add.isPending}
        onClick={() => add.mutate({ name: `Arm ${study.arms.length + 1}`, kind: 'other', position: last + 1 })}
      >
        Add an arm
      </ActionButton>
      {removing && (
        <ConfirmDialog
          title={`Remove the arm ${removing.name}?`}
          verb="Remove the arm"
          wayOut="Keep it"
          isDangerous
          isWorking={remove.isPending}
          onClose={() => setRemoving(null)}
          onConfirm={() => remove.mutate(removing.armId, { onSettled: () => setRemoving(null) })}
        >
          Its numbers go with it, of every outcome. This can’t be taken back.
        </ConfirmDialog>
      )}
    </>
  );
}
