import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOpenings } from '#contract/openings';
import { type MappedTopic, topicMap } from '#core/projects/topicMap';
import { call } from '../../call.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { counted } from '../../words/counted.ts';
import styles from './TopicMap.module.css';

/** What is worked on: the topics of open seats by specialty, larger where more seats are open. */
export function TopicMap() {
  const found = useQuery({
    queryKey: ['openings', 'all', { text: '', state: 'open' }],
    queryFn: ({ signal }) => call(listOpenings, { query: { text: '', state: 'open' }, signal }),
  });
  if (found.isPending) return <Loading shape="page" />;
  if (found.isError) return <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />;
  const fields = topicMap(found.data.openings);
  return (
    <>
      <PageHead
        title="Map of topics"
        line={`${counted(found.data.openings.length, 'open seat')}, by specialty and topic`}
      />
      {fields.length === 0 && (
        <EmptyState drawing="search" title="There is no opening now">
          Topics appear here as soon as a lead looks for somebody.
        </EmptyState>
      )}
      <div className={styles.fields}>
        {fields.map(field => (
          <section key={field.specialty} className={styles.field} style={{ flexGrow: field.seats }}>
            <h2 className={styles.specialty}>
              {field.specialty || 'Other fields'} <span className="muted">{field.seats}</span>
            </h2>
            <p className={styles.topics}>
              {field.topics.map(topic => (
                <TopicLink key={topic.topic} topic={topic} />
              ))}
            </p>
          </section>
        ))}
      </div>
    </>
  );
}

function TopicLink({ topic }: { topic: MappedTopic }) {
  const size = Math.min(4, topic.openings);
  return (
    <Link
      to="/openings"
      search={{ text: topic.topic }}
      className={styles.topic}
      data-size={size}
      aria-label={`${topic.topic}: ${counted(topic.openings, 'opening')}`}
    >
      {topic.topic} <span className="muted">{topic.openings}</span>
    </Link>
  );
}
