import { Link } from '@tanstack/react-router';
import { REVIEW_STEPS } from '../../layouts/steps.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { NineParts } from '../../parts/NineParts.tsx';
import { Section } from '../../parts/Section.tsx';
import { usePhone } from '../../parts/usePhone.ts';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import styles from './Home.module.css';
import type { HomeTeams, HomeWatch } from './useHomeParts.ts';
import type { HomeReply } from './waiting.tsx';

type Review = HomeReply['reviews'][number];

/** Where a review stands: the first step under way, else the first that can begin. */
function standing(review: Review): string {
  const at =
    review.steps.find(step => step.state === 'under-way' && step.share < 1) ??
    review.steps.find(step => step.state === 'open') ??
    review.steps.find(step => step.state === 'under-way');
  if (!at) return 'All nine parts are done';
  const name = REVIEW_STEPS.find(step => step.step === at.step)?.name ?? '';
  return at.figure === '–' ? `${name}, ${at.unit}` : `${name}, ${at.figure} ${at.unit}`;
}

const COLUMNS: readonly Column<Review>[] = [
  {
    key: 'title',
    head: 'Review',
    phone: 'title',
    cell: review => (
      <Link to="/reviews/$reviewId" params={{ reviewId: review.reviewId }} className={styles.review}>
        {review.title}
      </Link>
    ),
  },
  {
    key: 'progress',
    head: 'Progress',
    width: '240px',
    phone: 'below',
    cell: review => (
      <div className={styles.progress}>
        <NineParts shares={review.steps.map(step => step.share)} label={standing(review)} />
        <p className={styles.standing}>{standing(review)}</p>
      </div>
    ),
  },
  {
    key: 'conflicts',
    head: 'Conflicts',
    align: 'end',
    phone: 'hidden',
    cell: review =>
      review.openConflicts === null ? (
        <span className="muted">–</span>
      ) : (
        <span className={review.openConflicts > 0 ? styles.conflicts : 'muted'}>{count(review.openConflicts)}</span>
      ),
  },
  {
    key: 'open',
    head: '',
    align: 'end',
    phone: 'hidden',
    cell: review => (
      <ActionButton size="small" to={`/reviews/${review.reviewId}`} label={`Open ${review.title}`}>
        Open
      </ActionButton>
    ),
  },
];

/** How far screeners agree, and when open work is due: known of the reviews that one leads. */
function leadColumns(teams: HomeTeams, watch: HomeWatch): Column<Review>[] {
  const agreementOf = ({ reviewId }: Review) => watch.reviews.find(one => one.reviewId === reviewId)?.agreement ?? null;
  const dueOf = ({ reviewId }: Review) =>
    teams.workloads.flatMap(load => (load.reviewId === reviewId && load.dueOn !== null ? [load.dueOn] : [])).sort()[0];
  return [
    {
      key: 'agreement',
      head: 'Agreement (κ)',
      align: 'end',
      phone: 'hidden',
      cell: review => {
        const found = agreementOf(review);
        if (found?.kappa == null) return <span className="muted">–</span>;
        return (
          <span title={`Cohen’s kappa at ${STAGE_WORDS[found.stage]}, ${count(found.records)} records by two people`}>
            {found.kappa.toFixed(2)}
          </span>
        );
      },
    },
    {
      key: 'due',
      head: 'Due',
      phone: 'hidden',
      cell: review => {
        const due = dueOf(review);
        return due === undefined ? <span className="muted">–</span> : day(due, 'short');
      },
    },
  ];
}

const STAGE_WORDS = { 'title-and-abstract': 'title and abstract', 'full-text': 'full text' } as const;

/** The reviews that one is in, each with its nine parts. Open conflicts only for those who may know of them. */
export function MyReviews({
  reviews,
  teams,
  watch,
}: {
  reviews: readonly Review[];
  teams: HomeTeams | undefined;
  watch: HomeWatch | undefined;
}) {
  const isPhone = usePhone();
  const plain = reviews.some(review => review.openConflicts !== null)
    ? COLUMNS
    : COLUMNS.filter(column => column.key !== 'conflicts');
  const [title, progress, ...others] = plain;
  const columns =
    title && progress && teams && watch && watch.reviews.length > 0
      ? [title, progress, ...leadColumns(teams, watch), ...others]
      : plain;
  return (
    <Section
      title="My reviews"
      aside={isPhone ? <Link to="/projects/new">New project</Link> : 'nine stages, question to report'}
    >
      <DataTable label="My reviews" columns={columns} rows={reviews} rowKey={review => review.reviewId} />
    </Section>
  );
}
