import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { since } from '../../words/since.ts';
import styles from './ConflictsPage.module.css';
import { CHOICE_WORDS } from './choiceWords.ts';
import type { Conflict, Conflicts } from './conflictQueries.ts';

/** What one screener chose, with the reason and the note they gave. */
export function DecisionCard({
  decision,
  criteria,
}: {
  decision: Conflict['decisions'][number];
  criteria: Conflicts['criteria'];
}) {
  const criterion = criteria.find(one => one.criterionId === decision.criterionId);
  return (
    <article className={styles.card} data-choice={decision.choice}>
      <div className={styles.cardHead}>
        <Avatar name={decision.person.name} size={30} />
        <div>
          <div className={styles.name}>{decision.person.name}</div>
          <div className="muted">{since(decision.decidedAt)}</div>
        </div>
        <Badge kind={decision.choice}>{CHOICE_WORDS[decision.choice]}</Badge>
      </div>
      {criterion && (
        <p>
          <span className="muted">Criterion:</span> {criterion.text}
        </p>
      )}
      {decision.quote !== '' && (
        <p>
          <q>{decision.quote}</q> {decision.page !== null && <span className="muted">p. {decision.page}</span>}
        </p>
      )}
      {decision.note !== '' && <p className={styles.note}>{decision.note}</p>}
    </article>
  );
}
