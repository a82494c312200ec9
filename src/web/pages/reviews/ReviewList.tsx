import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import type { listReviews } from '#contract/reviews';
import { useHasPage } from '../../layouts/useHasPage.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { NineParts } from '../../parts/NineParts.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useReviews } from '../../queries/useReviews.ts';
import { counted } from '../../words/counted.ts';
import { NewReviewDialog } from './NewReviewDialog.tsx';
import styles from './ReviewList.module.css';
import { roleNames } from './roleNames.ts';

type Listed = ReplyOf<typeof listReviews>['reviews'][number];

const COLUMNS: readonly Column<Listed>[] = [
  {
    key: 'title',
    head: 'Review',
    phone: 'title',
    cell: ({ reviewId, title, roles }) => (
      <>
        <Link to="/reviews/$reviewId" params={{ reviewId }} className={styles.title}>
          {title}
        </Link>
        <p className="muted">{roles.length === 0 ? 'Member' : roleNames(roles)}</p>
      </>
    ),
  },
  {
    key: 'progress',
    head: 'Nine stages',
    width: '180px',
    phone: 'below',
    cell: ({ steps }) => {
      const done = steps.filter(step => step.state === 'done').length;
      return <NineParts shares={steps.map(step => step.share)} label={`${done} of ${steps.length} stages done`} />;
    },
  },
  {
    key: 'next',
    head: 'Next for you',
    width: '240px',
    phone: 'second',
    cell: ({ reviewId, next }) =>
      next ? (
        <Link to={`/reviews/${reviewId}/${next.path}`}>{next.title}</Link>
      ) : (
        <span className="muted">nothing waits for you</span>
      ),
  },
];

/** All reviews that a person is in, with what waits for them in each. */
export function ReviewList() {
  const [isAdding, setIsAdding] = useState(false);
  const hasPage = useHasPage();
  const { data, error, refetch } = useReviews();
  const add = (kind: 'primary' | 'secondary') => (
    <ActionButton kind={kind} icon={<IconPlus stroke={1.75} />} onClick={() => setIsAdding(true)}>
      New review
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="Reviews"
        line={data && `${counted(data.reviews.length, 'review')} that you are in.`}
        actions={data && data.reviews.length > 0 && add('primary')}
      />
      {error ? (
        <ErrorNote problem={error} onRetry={() => void refetch()} />
      ) : data ? (
        <DataTable
          label="Reviews"
          columns={COLUMNS}
          rows={data.reviews}
          rowKey={review => review.reviewId}
          empty={
            <EmptyState
              drawing="way"
              title="You are in no review yet"
              ways={[
                {
                  icon: <IconPlus stroke={1.75} />,
                  title: 'Begin a review',
                  line: 'You lead it: you write the question, invite the team and give out the work.',
                  action: add('primary'),
                },
                ...(hasPage('/openings')
                  ? [
                      {
                        icon: <IconBriefcase stroke={1.75} />,
                        title: 'Find a seat in a review',
                        line: 'Openings say what you would do, how many hours it takes and what it earns.',
                        action: <ActionButton to="/openings">Look at openings</ActionButton>,
                      },
                    ]
                  : []),
              ]}
            >
              A review goes from a question to a forest plot in nine stages. It shows up here when you begin one, or
              when you join a team.
            </EmptyState>
          }
        />
      ) : (
        <Loading shape="table" />
      )}
      {isAdding && <NewReviewDialog onClose={() => setIsAdding(false)} />}
    </>
  );
}
