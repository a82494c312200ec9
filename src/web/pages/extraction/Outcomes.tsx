import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { type Extraction, hasNumbers, kindWords, type Outcome, outcomeTitle } from './extraction.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import styles from './Rows.module.css';
import { useOutcomeDeeds } from './useExtraction.ts';

/** The outcomes that are extracted, with what is known of each. */
export function Outcomes({
  reviewId,
  extraction,
  onAdd,
}: {
  reviewId: string;
  extraction: Extraction;
  onAdd: () => void;
}) {
  const { outcomes, studies, may } = extraction;
  const [changing, setChanging] = useState<Outcome | null>(null);
  const [removing, setRemoving] = useState<Outcome | null>(null);
  const { remove } = useOutcomeDeeds(reviewId);
  const navigate = useNavigate();
  const studiesWith = (outcome: Outcome) => studies.filter(study => hasNumbers(study, outcome.outcomeId)).length;
  return (
    <Section
      title="Outcomes"
      aside={
        <ActionButton
          size="small"
          icon={<IconPlus stroke={1.75} />}
          because={may.extract}
          becauseAt="tip"
          onClick={onAdd}
        >
          Add an outcome
        </ActionButton>
      }
    >
      {remove.error && <Note kind="error" claim={remove.error.message} />}
      {outcomes.length === 0 && <p className="muted">No outcome yet: numbers need one to belong to.</p>}
      <ul className={styles.rows}>
        {outcomes.map(outcome => (
          <li key={outcome.outcomeId} className={styles.row} data-one-button>
            <div className={styles.words}>
              <p className={styles.first}>{outcomeTitle(outcome)}</p>
              <p className={styles.second}>
                {[
                  kindWords(outcome.kind),
                  outcome.unit,
                  outcome.isLowerBetter ? 'lower is better' : 'higher is better',
                  `numbers of ${counted(studiesWith(outcome), 'study', 'studies')}`,
                ]
                  .filter(part => part !== '')
                  .join(' · ')}
              </p>
            </div>
            <MenuButton
              label={`More for ${outcomeTitle(outcome)}`}
              size="small"
              deeds={[
                { name: 'Change', onClick: () => setChanging(outcome), because: may.extract },
                {
                  name: 'As each study reports it',
                  onClick: () =>
                    void navigate({
                      to: '/reviews/$reviewId/extraction/outcome',
                      params: { reviewId },
                      search: { outcome: outcome.outcomeId },
                    }),
                },
                { name: 'Remove', onClick: () => setRemoving(outcome), isDangerous: true, because: may.extract },
              ]}
            />
          </li>
        ))}
      </ul>
      {changing && (
        <OutcomeDialog
          reviewId={reviewId}
          outcome={changing}
          position={changing.position}
          onClose={() => setChanging(null)}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={`Remove ${outcomeTitle(removing)}?`}
          verb="Remove the outcome"
          wayOut="Keep it"
          isDangerous
          isWorking={remove.isPending}
          onClose={() => setRemoving(null)}
          onConfirm={() => remove.mutate(removing.outcomeId, { onSettled: () => setRemoving(null) })}
        >
          The numbers of {counted(studiesWith(removing), 'study', 'studies')} and the analyses of this outcome go with
          it. This can’t be taken back.
        </ConfirmDialog>
      )}
    </Section>
  );
}
