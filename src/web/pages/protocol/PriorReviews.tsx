import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import { findPriorReviews, listPriorReviews } from '#contract/protocol';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { firstAuthors } from '../screening/firstAuthors.ts';
import styles from './PriorReviews.module.css';

type PriorReview = ReplyOf<typeof listPriorReviews>['reviews'][number];

const KIND_NAMES: Readonly<Record<PriorReview['kind'], string>> = {
  'systematic-review': 'systematic review',
  protocol: 'protocol of a review',
  review: 'review',
  none: 'record',
};

const SHOWN = 8;

/** "Has this been done?": reviews among the records, those that PubMed knows, and the register to look into by hand. */
export function PriorReviews({
  reviewId,
  query,
  because,
}: {
  reviewId: string;
  query: string;
  because: string | null;
}) {
  const { data } = useQuery({
    queryKey: ['reviews', reviewId, 'prior-reviews'],
    queryFn: ({ signal }) => call(listPriorReviews, { params: { reviewId }, signal }),
  });
  const asking = useMutation({
    mutationFn: (asked: string) => call(findPriorReviews, { params: { reviewId }, body: { query: asked } }),
  });
  const own = data?.reviews ?? [];
  const known = new Set(own.map(review => review.pmid).filter(pmid => pmid !== null));
  const found = (asking.data?.reviews ?? []).filter(review => review.pmid === null || !known.has(review.pmid));
  return (
    <Section
      title="Has this been done?"
      aside={
        data && (
          <a href={data.registerAddress} target="_blank" rel="noreferrer">
            PROSPERO, to check by hand
          </a>
        )
      }
    >
      <p className={styles.line}>
        {own.length > 0
          ? `${counted(own.length, 'review')} among the records, systematic ones first.`
          : 'No review is among the records so far.'}
        {asking.data && ` PubMed calls ${counted(asking.data.count, 'hit')} of the string systematic.`}
      </p>
      <ReviewRows reviewId={reviewId} reviews={own.slice(0, SHOWN)} />
      <ReviewRows reviewId={reviewId} reviews={found} />
      {asking.error && <ErrorNote problem={asking.error} onRetry={() => asking.mutate(query)} />}
      <p className={styles.deeds}>
        <ActionButton
          size="small"
          isWorking={asking.isPending}
          because={because ?? (query.trim() === '' ? 'There is nothing to search for yet.' : null)}
          onClick={() => asking.mutate(query)}
        >
          Look for reviews in PubMed
        </ActionButton>
        {asking.data && (
          <a href={asking.data.address} target="_blank" rel="noreferrer">
            See all in PubMed
          </a>
        )}
      </p>
    </Section>
  );
}

function ReviewRows({ reviewId, reviews }: { reviewId: string; reviews: readonly PriorReview[] }) {
  if (reviews.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {reviews.map(({ title, authorsText, year, kind, pmid, recordId }) => (
        <li key={recordId ?? pmid ?? title}>
          {recordId ? (
            <Link to="/reviews/$reviewId/records/$recordId" params={{ reviewId, recordId }} className={styles.title}>
              {title}
            </Link>
          ) : (
            <a
              className={styles.title}
              href={`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`}
              target="_blank"
              rel="noreferrer"
            >
              {title}
            </a>
          )}
          <span className={styles.second}>
            {[firstAuthors(authorsText), year].filter(Boolean).join(' · ')}
            <Badge kind={kind === 'systematic-review' ? 'info' : 'neutral'} icon={null}>
              {KIND_NAMES[kind]}
            </Badge>
          </span>
        </li>
      ))}
    </ul>
  );
}
