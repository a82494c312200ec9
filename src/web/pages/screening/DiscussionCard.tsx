import { useId } from 'react';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Note } from '../../parts/Note.tsx';
import type { Discussion, Discussions } from '../../queries/useDiscussions.ts';
import { since } from '../../words/since.ts';
import cards from './ConflictsPage.module.css';
import { changedSince } from './changedSince.ts';
import { CHOICE_WORDS } from './choiceWords.ts';
import { DecideAgain } from './DecideAgain.tsx';
import styles from './DiscussionsPage.module.css';
import { DiscussionThread } from './DiscussionThread.tsx';
import { firstAuthors } from './firstAuthors.ts';
import { STAGE_WORDS } from './stageWords.ts';

const STATE_WORDS = { open: 'Decisions differ', agreed: 'Decisions agree now', settled: 'Settled' } as const;

export interface DiscussionCardProps {
  readonly reviewId: string;
  readonly discussion: Discussion;
  readonly criteria: Discussions['criteria'];
}

/** One discussion: the record, what each chose, what was said, and one's own decision. */
export function DiscussionCard({ reviewId, discussion, criteria }: DiscussionCardProps) {
  const id = useId();
  const { record, settled } = discussion;
  const mine = discussion.decisions.find(one => one.isMine);
  return (
    <article className={styles.discussion} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.title}>
          {record.title}
        </h2>
        <p className="muted">
          {firstAuthors(record.authorsText)} {record.year}
        </p>
      </div>
      <div className={styles.head}>
        <Badge kind={discussion.state === 'open' ? 'conflict' : 'neutral'}>{STATE_WORDS[discussion.state]}</Badge>
        <span className="muted">
          {STAGE_WORDS[discussion.stage].name}, opened by {discussion.openedBy}, {since(discussion.openedAt)}
        </span>
      </div>
      {record.abstract.length > 0 && (
        <details className={styles.abstract}>
          <summary>Abstract</summary>
          {record.abstract.map(part => (
            <p key={part.text}>
              {part.label && <strong>{part.label}: </strong>}
              {part.text}
            </p>
          ))}
        </details>
      )}
      <div className={styles.sides}>
        {discussion.decisions.map(one => (
          <Side key={one.person.personId} decision={one} criteria={criteria} />
        ))}
      </div>
      {settled && (
        <Note kind="info" claim={`${settled.by} settled it: ${CHOICE_WORDS[settled.choice].toLowerCase()}.`}>
          {settled.reason}
        </Note>
      )}
      <DiscussionThread reviewId={reviewId} discussion={discussion} />
      {mine && discussion.state === 'open' && discussion.may.decide !== null && (
        <p className="muted">{discussion.may.decide}</p>
      )}
      {mine && discussion.may.decide === null && (
        <DecideAgain
          at={{ reviewId, stage: discussion.stage, recordId: record.recordId }}
          decision={mine}
          criteria={criteria}
        />
      )}
    </article>
  );
}

function Side({
  decision,
  criteria,
}: {
  decision: Discussion['decisions'][number];
  criteria: Discussions['criteria'];
}) {
  const { person, isMine, before, now } = decision;
  const stands = now ?? before;
  const criterion = criteria.find(one => one.criterionId === stands.criterionId);
  return (
    <div className={cards.card} data-choice={stands.choice}>
      <div className={cards.cardHead}>
        <Avatar name={person.name} size={30} />
        <div className={cards.name}>{isMine ? 'You' : person.name}</div>
        <Badge kind={stands.choice}>{CHOICE_WORDS[stands.choice]}</Badge>
      </div>
      {criterion && (
        <p>
          <span className="muted">Criterion:</span> {criterion.text}
        </p>
      )}
      {now && now.note !== '' && <p className={cards.note}>{now.note}</p>}
      {changedSince(decision) && (
        <p className="muted">
          Decided again after the discussion was opened. Before it: {CHOICE_WORDS[before.choice].toLowerCase()}, which
          agreement counts.
        </p>
      )}
    </div>
  );
}
