import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeCriterion } from '#contract/protocol';
import type { CriterionKind } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './CriteriaSection.module.css';
import { CriterionForm } from './CriterionForm.tsx';
import { CriterionRow } from './CriterionRow.tsx';
import type { QuestionReply } from './questionDraft.ts';

export type Criterion = QuestionReply['criteria'][number];

const KINDS = [
  { kind: 'include', title: 'Include a study when' },
  { kind: 'exclude', title: 'Exclude it when' },
] as const;

/** What makes a study eligible, fixed beforehand; reasons of exclusion are offered in this order at full text. */
export function CriteriaSection({
  reviewId,
  criteria,
  slots,
  because,
}: {
  reviewId: string;
  criteria: readonly Criterion[];
  slots: readonly string[];
  because: string | null;
}) {
  const [adding, setAdding] = useState<CriterionKind | null>(null);
  const queries = useQueryClient();
  const ordering = useMutation({
    mutationFn: async (ordered: readonly Criterion[]) => {
      for (const [position, { criterionId, slot, text, position: before }] of ordered.entries()) {
        if (position === before) continue;
        await call(changeCriterion, { params: { reviewId, criterionId }, body: { slot, text, position } });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
  const move = (kind: CriterionKind, place: number, by: -1 | 1) => {
    const own = criteria.filter(one => one.kind === kind);
    const [moved] = own.splice(place, 1);
    if (!moved) return;
    own.splice(place + by, 0, moved);
    const others = criteria.filter(one => one.kind !== kind);
    ordering.mutate(kind === 'include' ? [...own, ...others] : [...others, ...own]);
  };
  return (
    <Section title="Criteria" hint="fixed before screening; screeners see them beside each record">
      {ordering.error && <ErrorNote problem={ordering.error} />}
      <div className={styles.kinds}>
        {KINDS.map(({ kind, title }) => {
          const own = criteria.filter(one => one.kind === kind);
          return (
            <div key={kind}>
              <h3 className={styles.title}>{title}</h3>
              <ol>
                {own.map((criterion, place) => (
                  <CriterionRow
                    key={criterion.criterionId}
                    reviewId={reviewId}
                    criterion={criterion}
                    slots={slots}
                    isReadOnly={because !== null}
                    onUp={place > 0 ? () => move(kind, place, -1) : null}
                    onDown={place < own.length - 1 ? () => move(kind, place, 1) : null}
                  />
                ))}
                {own.length === 0 && <li className={styles.none}>No criterion yet.</li>}
              </ol>
              {adding === kind ? (
                <CriterionForm reviewId={reviewId} kind={kind} slots={slots} onClose={() => setAdding(null)} />
              ) : (
                because === null && (
                  <ActionButton size="small" onClick={() => setAdding(kind)}>
                    Add a criterion
                  </ActionButton>
                )
              )}
            </div>
          );
        })}
      </div>
      {because !== null && <p className="muted">{because}</p>}
    </Section>
  );
}
