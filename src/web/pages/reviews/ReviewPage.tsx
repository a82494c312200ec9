import { IconLock, IconSettings, IconUserStar } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { usePlace } from '../../layouts/place.ts';
import { REVIEW_STEPS } from '../../layouts/steps.ts';
import { useHasPage } from '../../layouts/useHasPage.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { AvatarRow } from '../../parts/AvatarRow.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { RetractionAlarms } from '../../parts/RetractionAlarms.tsx';
import { Stepper } from '../../parts/Stepper.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { type ReviewStanding, useReviewOverview } from '../../queries/useReviewOverview.ts';
import { ActivityList } from './ActivityList.tsx';
import { listed } from './listed.ts';
import { NextDeeds } from './NextDeeds.tsx';
import styles from './ReviewPage.module.css';
import { ReviewSettings } from './ReviewSettings.tsx';
import { TeamProgress } from './TeamProgress.tsx';

/** Where a review stands and the one next deed for the person who looks. */
export function ReviewPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const { data: review, error, refetch } = useReviewOverview(reviewId);
  usePlace(review?.title);
  if (error) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  return review ? <Overview review={review} /> : <Loading />;
}

function Overview({ review }: { review: ReviewStanding }) {
  const [panel, setPanel] = useAddress('panel');
  const hasPage = useHasPage();
  const { reviewId, team, may } = review;
  const leads = team.filter(person => person.roles.includes('lead')).map(person => person.name);
  const steps = review.steps.map(({ step, ...standing }) => {
    const place = REVIEW_STEPS.find(one => one.step === step);
    return {
      ...standing,
      name: place?.name ?? step,
      ...(place && hasPage(place.to) ? { to: place.to.replace('$reviewId', reviewId) } : {}),
    };
  });
  return (
    <>
      <PageHead
        title={review.title}
        isSerif
        facts={[
          { icon: <IconUserStar stroke={1.75} />, text: `Led by ${listed(leads)}` },
          { icon: <IconLock stroke={1.75} />, text: modeWords(review) },
        ]}
        actions={
          <>
            <AvatarRow names={team.map(person => person.name)} />
            {may.configure === null && (
              <ActionButton icon={<IconSettings stroke={1.75} />} onClick={() => setPanel('settings')}>
                Settings
              </ActionButton>
            )}
          </>
        }
      />
      <RetractionAlarms reviewId={reviewId} />
      <div className={styles.standing}>
        <Stepper steps={steps} />
        <NextDeeds review={review} />
      </div>
      <div className={styles.columns}>
        <div>
          <TeamProgress review={review} />
        </div>
        <div>
          <ActivityList review={review} />
        </div>
      </div>
      {panel === 'settings' && may.configure === null && (
        <ReviewSettings review={review} onClose={() => setPanel('')} />
      )}
    </>
  );
}

const SCREENERS = {
  double: 'two screeners',
  single: 'one screener',
  share: 'one screener, a second for a share',
} as const;

function modeWords({ modes }: ReviewStanding): string {
  const [records, reports] = [modes['title-and-abstract'], modes['full-text']];
  if (records === 'double' && reports === 'double') return 'Two screeners a record, blind';
  if (records === reports)
    return records === 'single' ? 'One screener a record' : 'A second screener for a share of the records';
  return `Records: ${SCREENERS[records]}; full texts: ${SCREENERS[reports]}`;
}
