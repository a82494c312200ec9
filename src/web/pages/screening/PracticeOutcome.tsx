import { useParams } from '@tanstack/react-router';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { AnswerSentence } from '../../parts/AnswerSentence.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { CHOICE_WORDS } from './choiceWords.ts';
import styles from './Practice.module.css';
import { type PracticeResult, usePracticeOutcome, usePracticeSet } from './practiceQueries.ts';
import { RecordArticle } from './RecordArticle.tsx';
import { ResultShares } from './ResultShares.tsx';

/** How it went: the answer first, then the records on which one differs from what is known, to read again. */
export function PracticeOutcome() {
  const { practiceSetId = '' } = useParams({ strict: false });
  const set = usePracticeSet(practiceSetId);
  const outcome = usePracticeOutcome(practiceSetId);
  usePlace(set.data?.name);
  if (outcome.isError) {
    return (
      <ErrorNote
        problem={outcome.error}
        onRetry={() => void outcome.refetch()}
        actions={<ActionButton to="/practice">Back to practice</ActionButton>}
      />
    );
  }
  if (outcome.isPending || set.isPending) return <Loading shape="page" />;
  const { result, differing } = outcome.data;
  const missed = differing.filter(one => one.answer === 'include');
  const kept = differing.filter(one => one.answer === 'exclude');
  return (
    <>
      <PageHead
        title="How it went"
        line={set.data?.name}
        actions={<ActionButton to="/profile">Your skill passport</ActionButton>}
      />
      <AnswerSentence claim={claimOf(result)}>
        Unsure counts as kept, as it does in a review. The intervals are Wilson’s: with few records they are wide, and
        nobody should take the middle for exact.
      </AnswerSentence>
      <div className={styles.outcome}>
        <ResultShares result={result} />
      </div>
      <Differing
        title="Eligible, and you excluded it"
        none="You missed none of them."
        records={missed}
        hint="a study lost at this stage never comes back"
      />
      <Differing
        title="Not eligible, and you kept it"
        none="You excluded all of them."
        records={kept}
        hint="costs a full text to read, no more"
      />
    </>
  );
}

function claimOf({ sensitivity, specificity }: PracticeResult): string {
  return `You kept ${sensitivity.hits} of ${counted(sensitivity.of, 'eligible record')} and excluded ${specificity.hits} of the ${specificity.of} others.`;
}

type Differing = NonNullable<ReturnType<typeof usePracticeOutcome>['data']>['differing'];

function Differing(props: { title: string; hint: string; none: string; records: Differing }) {
  return (
    <Section title={props.title} hint={props.records.length > 0 && props.hint}>
      {props.records.length === 0 && <p className="muted">{props.none}</p>}
      <ul className={styles.differing}>
        {props.records.map(({ record, answer }) => (
          <li key={record.recordId}>
            <div className={styles.verdicts}>
              {record.decision && (
                <Badge kind={record.decision.choice}>You: {CHOICE_WORDS[record.decision.choice].toLowerCase()}</Badge>
              )}
              <Badge kind={answer}>Known: {CHOICE_WORDS[answer].toLowerCase()}</Badge>
            </div>
            <details className={styles.abstract}>
              <summary>{record.title || 'A record without a title'}</summary>
              <RecordArticle record={record} highlights={null} isSmall heading="h2" />
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
