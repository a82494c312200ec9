import { IconEyeClosed, IconGitCompare } from '@tabler/icons-react';
import { Badge } from '../../parts/Badge.tsx';
import { counted } from '../../words/counted.ts';
import styles from './ConflictsPage.module.css';
import { CriteriaList } from './CriteriaPanel.tsx';
import type { Conflict, Conflicts } from './conflictQueries.ts';
import { DecisionCard } from './DecisionCard.tsx';
import { DiscussConflict } from './DiscussConflict.tsx';
import { FullTextOfConflict } from './FullTextOfConflict.tsx';
import { RecordArticle } from './RecordArticle.tsx';
import { SettledNote } from './SettledNote.tsx';
import { SettleForm } from './SettleForm.tsx';
import type { RecordAtStage } from './wish.ts';

export interface ConflictAtHandProps {
  readonly at: RecordAtStage;
  readonly conflict: Conflict;
  readonly criteria: Conflicts['criteria'];
  readonly onSettled: () => void;
}

/** One conflict: the record, what each chose, and the decision that settles it, with its reason. */
export function ConflictAtHand({ at, conflict, criteria, onSettled }: ConflictAtHandProps) {
  const named = criteria.filter(one => conflict.decisions.some(({ criterionId }) => criterionId === one.criterionId));
  return (
    <>
      <div className={styles.record}>
        <RecordArticle
          record={conflict.record}
          highlights={null}
          isSmall
          heading="h2"
          badges={
            <>
              <Badge kind="conflict" icon={<IconGitCompare size={14} stroke={1.75} />}>
                {kindOf(conflict)}
              </Badge>
              <Badge kind="fact" icon={<IconEyeClosed size={14} stroke={1.75} />}>
                {howMade(conflict)}
              </Badge>
            </>
          }
        />
        {at.stage === 'full-text' && <FullTextOfConflict reviewId={at.reviewId} conflict={conflict} />}
        <details className={styles.criteria} open={named.length > 0}>
          <summary>{named.length > 0 ? 'The criteria that they named' : 'Criteria of this review'}</summary>
          <CriteriaList criteria={named.length > 0 ? named : criteria} />
        </details>
      </div>
      <aside className={styles.settle} aria-label="Settle the conflict">
        <div className={styles.decisions}>
          <h2 className={styles.heading}>What they decided</h2>
          {conflict.decisions.map(decision => (
            <DecisionCard key={decision.person.personId} decision={decision} criteria={criteria} />
          ))}
          <DiscussConflict at={at} isSettled={conflict.adjudication !== null} />
        </div>
        {conflict.adjudication ? (
          <SettledNote at={at} adjudication={conflict.adjudication} criteria={criteria} onReopened={onSettled} />
        ) : (
          <SettleForm at={at} because={conflict.may.adjudicate} criteria={criteria} onSettled={onSettled} />
        )}
      </aside>
    </>
  );
}

/** "2 decisions, made blind"; who decided again after it was opened for discussion no longer did. */
function howMade({ decisions }: Conflict): string {
  const after = decisions.filter(one => one.isAfterOpening).length;
  if (after === 0) return `${counted(decisions.length, 'decision')}, made blind`;
  const blind = decisions.length - after;
  return blind === 0 ? 'Decided again in discussion' : `${blind} made blind, ${after} again in discussion`;
}

/** "Include or exclude", "Include or unsure"; the same choice for different reasons differs too. */
function kindOf({ decisions }: Conflict): string {
  const choices = [...new Set(decisions.map(one => one.choice))];
  if (choices.length === 1) return 'Different reasons';
  const words = choices.join(' or ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
