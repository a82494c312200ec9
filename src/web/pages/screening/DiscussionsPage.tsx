import { useParams } from '@tanstack/react-router';
import { usePlace } from '../../layouts/place.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useDiscussions } from '../../queries/useDiscussions.ts';
import { counted } from '../../words/counted.ts';
import { DiscussionCard } from './DiscussionCard.tsx';
import styles from './DiscussionsPage.module.css';

/** The conflicts that I am asked to talk over: what each of us chose, what was said, and my decision to change or keep. */
export function DiscussionsPage() {
  const { reviewId = '' } = useParams({ strict: false });
  usePlace('Discussions');
  const found = useDiscussions(reviewId);
  const { discussions = [], open = 0, criteria = [] } = found.data ?? {};
  return (
    <>
      <PageHead
        title="Discussions"
        line={
          discussions.length > 0 &&
          `${open === 0 ? 'Nothing is left' : counted(open, 'conflict')} to talk over. Only these records are open to you: all others stay blind.`
        }
      />
      {found.isError && <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading shape="lines" />}
      {found.data && discussions.length === 0 && (
        <EmptyState drawing="people" title="Nothing to talk over">
          Where two people decided differently on a record, whoever settles it may open a discussion with both. Then it
          waits here, with what each of them chose.
        </EmptyState>
      )}
      <div className={styles.list}>
        {discussions.map(discussion => (
          <DiscussionCard
            key={discussion.discussionId}
            reviewId={reviewId}
            discussion={discussion}
            criteria={criteria}
          />
        ))}
      </div>
    </>
  );
}
